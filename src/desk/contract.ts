import { z } from 'zod';
import { freeText } from '../platform/commands/contract.ts';

export const audiences = ['mre', 'returned_mre', 'rpt', 'refugee_asylum', 'family_member', 'other'] as const;
export const needs = [
  'orientation',
  'civil_status',
  'residence_asylum',
  'land_property',
  'urban_planning',
  'local_tax',
  'utilities',
  'justice',
  'pensions',
  'customs_vehicles',
  'investment',
  'employment_training',
  'school_children',
  'health',
  'mental_health',
  'protection',
  'shelter_emergency',
  'material_aid',
  'culture',
  'voluntary_return',
  'complaint',
] as const;
export const sexes = ['woman', 'man', 'other', 'not_said'] as const;
export const ageBands = ['under_12', '12_17', '18_24', '25_44', '45_64', '65_and_over', 'not_said'] as const;
export const channels = ['in_person', 'phone', 'whatsapp', 'email', 'web', 'outreach', 'consulate'] as const;
export const exchangeLanguages = ['ary', 'ar', 'rif', 'fr', 'en', 'es', 'nl', 'de', 'it', 'other'] as const;
export const visitOutcomes = ['informed', 'oriented', 'case_opened', 'to_follow', 'left'] as const;

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
