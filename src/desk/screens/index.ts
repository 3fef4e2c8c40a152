export { CustomFields } from '../fields/screens/custom-fields.tsx';
