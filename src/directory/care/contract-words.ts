import { z } from 'zod';
import type { Role } from '../../platform/database/member-roles.ts';
import { careEntities, textLanguages } from './lists.ts';

/** Who decides about every record of the directory. */
export const editorRoles = ['programme', 'coordinator'] as const satisfies readonly Role[];
/** Who keeps the records of their own organisation. */
export const focalRoles = ['partner', 'agent', 'cell_manager'] as const satisfies readonly Role[];
export const careRoles = [...editorRoles, ...focalRoles] as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what this rule is about.
const readable = (v: string): boolean => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(v) && v.isWellFormed();
export const text = (max: number) => z.string().trim().min(1).max(max).refine(readable, 'unreadable_text');
export const line = (max: number) => text(max).refine((v) => !/[\r\n]/.test(v), 'one_line');
export const code = z.string().regex(/^[a-z0-9_-]{1,60}$/);
export const territory = z.string().regex(/^[0-9]{2,10}$/);
export const day = z.iso.date();
/** As forms write it, and as sources may: with seconds or an offset. */
export const clock = z.string().regex(/^(\d|[01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}(:?\d{2})?)?$|^24:00$/);
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const webAddress = z
  .string()
  .trim()
  .max(2000)
  .refine((v) => URL.canParse(v) && /^https?:$/.test(new URL(v).protocol), 'not_web');
export const entity = z.enum(careEntities);
export const language = z.enum(textLanguages);
export const moment = z.iso.datetime({ offset: true });
/** A name as its source wrote it and, where it exists, in Arabic. */
export const names = z.object({ fr: z.string(), ar: z.string().nullable() });
