import { z } from 'zod';
import { needsSchema } from '../desk/contract.ts';
import { personSchema } from '../people/contract.ts';
import { freeText } from '../platform/commands/contract.ts';

/** `cases.open`. Without `person` the case stays anonymous and is called by its reference. */
export const openCaseSchema = z.strictObject({
  caseId: z.uuid(),
  visitId: z.uuid().optional(),
  needs: needsSchema,
  summary: freeText(4000).optional(),
  person: personSchema.optional(),
});
/** `cases.close`. */
export const closeCaseSchema = z.strictObject({
  caseId: z.uuid(),
  status: z.enum(['oriented', 'solved', 'partly_solved', 'abandoned', 'not_receivable']),
});

export interface CaseRow {
  id: string;
  reference: string;
  status: string;
  needs: string[];
  personName: string | null;
  openedAt: string;
  openedBy: string;
  /** Status of the last referral, and whether its answer is late. */
  referralStatus: string | null;
  referralLate: boolean;
  organizationName: string | null;
}
