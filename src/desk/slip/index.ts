export { type OrientationSlip, renderOrientationSlip, type SlipService } from './orientation-slip.ts';
