export { usualLargest } from '../attachments/lists.ts';
export { ChooseFile } from './attachments/choose-file.tsx';
export { attachmentTexts } from './attachments/messages/index.ts';
