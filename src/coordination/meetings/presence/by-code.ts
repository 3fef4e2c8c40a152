import type { Pool } from 'pg';
import { z } from 'zod';
import { freeText } from '../../../platform/commands/contract.ts';
import type { OrganizationName, Told } from '../../contract.ts';
import { sexes } from '../lists.ts';

export interface Present {
  title: Told;
  heldOn: string;
  place: string;
  /** Only on the days of the meeting. */
  isOpen: boolean;
  groups: { id: string; title: Told }[];
  organizations: OrganizationName[];
}
/** What whoever reads the code on the wall sees; undefined where there is no such meeting. */
export async function findPresent(pool: Pool, meetingId: string, language: string): Promise<Present | undefined> {
  const { rows } = await pool.query<{ found: Present | null }>('select coordination.present_by_code($1, $2) as found', [
    meetingId,
    language,
  ]);
  return rows[0]?.found ?? undefined;
}

const chosen = z.union([z.uuid(), z.literal('').transform(() => null)]).default(null);
/** The form as a browser sends it. `once` was made with the page: the same form sent again counts once. */
export const presentForm = z.object({
  once: z.uuid(),
  organization: chosen,
  words: freeText(200).default(''),
  role: freeText(100).default(''),
  sex: z.enum(sexes),
  group: chosen,
});

/** Counts one person in. False on any other day than the meeting's. */
export async function countMeIn(pool: Pool, meetingId: string, form: z.infer<typeof presentForm>): Promise<boolean> {
  const { rows } = await pool.query<{ counted: boolean }>('select coordination.count_me_in($1, $2, $3, $4, $5, $6, $7) as counted', [
    ...[form.once, meetingId, form.organization, form.words || null, form.role || null, form.sex, form.group],
  ]);
  return rows[0]?.counted ?? false;
}
