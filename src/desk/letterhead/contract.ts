import { z } from 'zod';
import { line } from '../../platform/commands/contract.ts';

/** `desk.set_letterhead`, by the head of the cell: what stands at the top of its papers from now on. */
export const setLetterheadSchema = z.strictObject({
  letterheadId: z.uuid(),
  name: z.strictObject({ fr: line(160).min(1), ar: line(160).min(1) }),
  address: z.strictObject({ fr: line(200), ar: line(200) }),
  phone: line(60).optional(),
  email: z.email().max(254).optional(),
  /** A new logo; without one the last stays if it is to. */
  fileId: z.uuid().optional(),
  keepsLogo: z.boolean(),
});
export type SetLetterhead = z.infer<typeof setLetterheadSchema>;

/** What stands at the top of a cell's papers; until its head says otherwise, what the directory knows. */
export interface Letterhead {
  /** By whose clock its papers are dated: the region's. */
  timezone: string;
  name: { fr: string; ar: string };
  address: { fr: string; ar: string };
  phone: string | null;
  email: string | null;
  logoFileId: string | null;
}
export interface LetterheadAnswer extends Letterhead {
  /** Whether it is the cell's own. */
  isOwn: boolean;
  /** How large a logo may be, in bytes. */
  largest: number;
}
