export { attachmentRoutes } from './api.ts';
export { attach, removeAttachment } from './commands.ts';
