import { z } from 'zod';
import { freeText } from '../platform/commands/contract.ts';
import { ageBands, attentions, audiences, channels, exchangeLanguages, needs, sexes, visitOutcomes } from './lists.ts';

export type { CustomField, FieldValue } from './fields/contract.ts';
export type { LetterheadAnswer } from './letterhead/contract.ts';
export { ageBands, audiences, channels, exchangeLanguages, needs, sexes, visitOutcomes };

export const needsSchema = z.array(z.enum(needs)).min(1).max(6);

const count = z.number().int().min(1).max(1000);
/** People who came together, in one entry: how many, who they are in numbers, and what cannot wait. */
export const groupSchema = z
  .strictObject({
    people: count.min(2),
    profiles: z.array(z.strictObject({ sex: z.enum(sexes), ageBand: z.enum(ageBands), people: count })).max(28),
    attention: z.partialRecord(z.enum(attentions), count),
  })
  .refine((g) => g.profiles.reduce((sum, p) => sum + p.people, 0) <= g.people, { path: ['profiles'], message: 'more_than_came' })
  .refine((g) => new Set(g.profiles.map((p) => `${p.sex} ${p.ageBand}`)).size === g.profiles.length, {
    path: ['profiles'],
    message: 'counted_twice',
  })
  .refine((g) => Object.values(g.attention).every((n) => n <= g.people), { path: ['attention'], message: 'more_than_came' });

/** `desk.record_visit`. No field says who the person is: a known one is pointed at, a new name belongs to a case. */
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
  emergency: z.boolean().default(false),
  group: groupSchema.optional(),
  /** Someone the cell knows, the case it is about, the visit whose slip they brought. */
  personId: z.uuid().optional(),
  aboutCaseId: z.uuid().optional(),
  previousVisitId: z.uuid().optional(),
});
export type RecordVisit = z.infer<typeof recordVisitSchema>;
export type RecordVisitGiven = z.input<typeof recordVisitSchema>;

/** `desk.orient`: the person was pointed to a service, which goes on the slip. */
export const orientSchema = z.strictObject({ orientationId: z.uuid(), visitId: z.uuid(), serviceId: z.uuid() });

/** `GET /api/coordination/desk-needs`: a need this cell told the region this month already, and where it stands in the thread. */
export interface NeedTold {
  need: string;
  findingId: string;
}

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
  people: number;
  emergency: boolean;
  personName: string | null;
  /** The first opened for it, or the one it was about. */
  caseId: string | null;
  /** How many were opened for it. */
  cases: number;
  /** Recorded by whoever asks. */
  mine: boolean;
  orientations: number;
}
/** What a reference leads to: the last visit it names, and who and what stands behind it. */
export interface Known {
  visit: VisitRow | null;
  personId: string | null;
  personName: string | null;
  caseId: string | null;
  caseReference: string | null;
}
