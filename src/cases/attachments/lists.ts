export const attachmentKinds = ['document', 'photo'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** How large a file may be where the server has not said otherwise, in bytes. */
export const usualLargest = 10_000_000;
