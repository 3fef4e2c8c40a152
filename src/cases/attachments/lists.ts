export const attachmentKinds = ['document', 'photo'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];
