import { z } from 'zod';
import { line } from '../../platform/commands/contract.ts';
import { type ErasureCause, type ErasureRefusal, erasureRefusals, type GoingPart } from './lists.ts';

/** `people.ask_erasure`: the person asks, whatever they agreed to before. */
export const askErasureSchema = z.strictObject({ erasureId: z.uuid(), personId: z.uuid() });
/** `people.erase`, by the head of the cell: cannot be undone, so whoever asks says that they know. */
export const eraseSchema = z.strictObject({ erasureId: z.uuid(), understood: z.literal(true) });
/** `people.refuse_erasure`, by the head of the cell: why, and which law where one obliges to keep. */
export const refuseErasureSchema = z
  .strictObject({ erasureId: z.uuid(), reason: z.enum(erasureRefusals), law: line(300).min(1).optional() })
  .refine((r) => (r.reason === 'law_obliges') === (r.law !== undefined), { path: ['law'], message: 'name_the_law' });

/** `POST /api/people/erased`: of these identifiers, which a device still holds, those whose file was erased. */
export const erasedSchema = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) });

/** What goes and what stays, each counted; also what the reader may not open. */
export type ErasureCounts = Record<GoingPart | 'records' | 'cases' | 'visits', number>;

/** A request as lists and the person's page show it. */
export interface ErasureLine {
  id: string;
  reference: string;
  personName: string | null;
  askedAt: string;
  dueAt: string;
  isLate: boolean;
  outcome: 'erased' | 'refused' | null;
  settledAt: string | null;
}
export interface ErasureView extends ErasureLine {
  personId: string | null;
  caseId: string | null;
  cause: ErasureCause;
  askedBy: string | null;
  days: number;
  source: string;
  settledBy: string | null;
  reason: ErasureRefusal | null;
  law: string | null;
  counts: ErasureCounts | null;
  /** To be closed first. */
  openCases: { id: string; reference: string }[];
  /** Organisations that received something and may hold a copy of their own. */
  receivers: { name: string; phone: string | null }[];
}
/** What is left in the place of a person. */
export interface ErasedFile {
  id: string;
  reference: string;
  at: string;
}
