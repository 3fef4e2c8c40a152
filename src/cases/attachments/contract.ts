import { z } from 'zod';
import { freeText, line } from '../../platform/commands/contract.ts';
import { attachmentKinds } from './lists.ts';

/** `cases.attach`: a file that waits (`PUT /api/files/:fileId`) belongs to a case from now on. */
export const attachSchema = z.strictObject({
  attachmentId: z.uuid(),
  caseId: z.uuid(),
  fileId: z.uuid(),
  kind: z.enum(attachmentKinds),
  title: line(200).min(1),
  /** About health or protection: seen by its author, by who follows the case and by those entrusted with it. */
  restricted: z.boolean(),
});
/** `cases.remove_attachment`: its bytes are gone at once, that it was here stays. */
export const removeAttachmentSchema = z.strictObject({ attachmentId: z.uuid(), caseId: z.uuid(), reason: freeText(500).min(1) });

/** Why a command about attachments may be refused; each is a translation key `refusal.<code>`. */
export const attachmentRefusals = [
  'case_not_found',
  'case_already_closed',
  'file_not_found',
  'file_already_attached',
  'attachment_not_found',
  'attachment_removed',
] as const;

/** One line of `GET /api/cases/:id/attachments` (desk roles); newest first, with those that were removed. */
export interface Attachment {
  id: string;
  kind: (typeof attachmentKinds)[number];
  title: string;
  restricted: boolean;
  attachedAt: string;
  attachedBy: string | null;
  /** Null once it is removed. */
  mediaType: string | null;
  /** In bytes. */
  size: number | null;
  removedAt: string | null;
  removedBy: string | null;
  removalReason: string | null;
}
export interface AttachmentsAnswer {
  attachments: Attachment[];
  /** How large a file may be, in bytes. */
  largest: number;
}
