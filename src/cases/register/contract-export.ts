import { z } from 'zod';
import { needsSchema } from '../../desk/contract.ts';
import { freeText } from '../../platform/commands/contract.ts';
import type { ExportKind, exportFormats, exportStates } from './lists.ts';
import { allowedColumns, exportFormats as formats, exportKinds } from './lists.ts';

/** `cases.make_export`: made behind the screens, kept for a week, known to whom and what for. Without names unless they are asked for. */
export const makeExportSchema = z
  .strictObject({
    exportId: z.uuid(),
    kind: z.enum(exportKinds),
    columns: z.array(z.string().max(40)).min(1).max(30),
    since: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
    needs: z.array(needsSchema.element).max(21),
    named: z.boolean(),
    contacts: z.boolean(),
    contactsReason: freeText(500).min(10).nullable(),
    purpose: freeText(500).min(10),
    format: z.enum(formats),
    language: z.enum(['fr', 'ar']),
  })
  .refine((e) => e.named || !e.contacts, { path: ['contacts'], message: 'contacts_need_names' })
  .refine((e) => e.contacts === (e.contactsReason !== null), { path: ['contactsReason'], message: 'required' })
  .refine((e) => e.columns.every((column) => allowedColumns(e.kind, e.named, e.contacts).includes(column)), {
    path: ['columns'],
    message: 'column_not_allowed',
  })
  .refine((e) => e.since === null || e.until === null || e.since <= e.until, { path: ['until'], message: 'before_since' });
export type MakeExport = z.infer<typeof makeExportSchema>;

/** `cases.remove_export`: before its time is over. */
export const removeExportSchema = z.strictObject({ exportId: z.uuid() });

/** Why a command about exports may be refused; each is a translation key `refusal.<code>`. */
export const exportRefusals = ['export_not_found', 'export_not_now', 'too_many_exports'] as const;

export interface ExportLine {
  id: string;
  kind: ExportKind;
  columns: string[];
  since: string | null;
  until: string | null;
  needs: string[];
  named: boolean;
  withContacts: boolean;
  contactsReason: string | null;
  purpose: string;
  format: (typeof exportFormats)[number];
  state: (typeof exportStates)[number];
  done: number;
  total: number;
  owner: string | null;
  askedAt: string;
  expiresAt: string | null;
  downloads: { by: string | null; at: string }[];
}
