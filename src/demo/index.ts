export { demoAccounts, demoPassword, seedDemoCoordination } from './accounts.ts';
export { seedDemoActivity } from './activity.ts';
export { seedDemoCare } from './care.ts';
export { seedDemoPartners } from './organizations.ts';
export { seedDemoDesk } from './desk.ts';
export { seedDemoMeetings } from './meetings.ts';
export { seedDemoPlan } from './plan.ts';
export { seedDemoThread } from './thread.ts';
