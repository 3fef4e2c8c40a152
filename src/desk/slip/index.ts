export { type OrientationSlip, printPhone, renderOrientationSlip, type SlipService } from './orientation-slip.ts';
