export { demoAccounts, demoPassword, seedDemoCoordination } from './accounts.ts';
export { seedDemoActivity } from './activity.ts';
export { demoPartners, seedDemoPartners } from './organizations.ts';
