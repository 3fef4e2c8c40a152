import { z } from 'zod';
import { freeText } from '../platform/commands/contract.ts';
import { ageBands, audiences, channels, exchangeLanguages, needs, sexes, visitOutcomes } from './lists.ts';

export { ageBands, audiences, channels, exchangeLanguages, needs, sexes, visitOutcomes };

export const needsSchema = z.array(z.enum(needs)).min(1).max(6);

/** `desk.record_visit`. No field says who the person is: a name belongs to a case, and only when follow-up needs one. */
export const recordVisitSchema = z.strictObject({
  visitId: z.uuid(),
  audience: z.enum(audiences),
  needs: needsSchema,
  language: z.enum(exchangeLanguages),
  sex: z.enum(sexes),
  ageBand: z.enum(ageBands),
  channel: z.enum(channels),
  outcome: z.enum(visitOutcomes),
  communeCode: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  note: freeText(2000).optional(),
});
export type RecordVisit = z.infer<typeof recordVisitSchema>;

/** `desk.orient`: the person was pointed to a service, which goes on the slip. */
export const orientSchema = z.strictObject({ orientationId: z.uuid(), visitId: z.uuid(), serviceId: z.uuid() });

export interface VisitRow {
  id: string;
  reference: string;
  at: string;
  audience: string;
  needs: string[];
  language: string;
  sex: string;
  ageBand: string;
  channel: string;
  outcome: string;
  note: string | null;
  caseId: string | null;
  orientations: number;
}
