export { acceptReferral, cancelReferral, declineReferral, reportOutcome } from './answer.ts';
export { referralRoutes } from './api.ts';
export { sendReferral } from './send.ts';
export { listReferralsOfCase } from './store.ts';
export { withdrawConsent } from './withdraw.ts';
