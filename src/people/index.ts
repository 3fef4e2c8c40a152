export { recordConsent } from './commands.ts';
export { type ShareableField, withdrawConsentSchema } from './contract.ts';
