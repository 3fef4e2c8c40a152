import type { GuideProcedure } from '../contract.ts';
import { isHalf, isWhole, type TypedWords, typedOf, wordsOf } from './typed-words.ts';

export interface AdjustDraft {
  days: string;
  source: TypedWords;
  note: TypedWords;
}
export const adjustDraftName = (procedureId: string): string => `adjust-procedure:${procedureId}`;

/** What the cell, or the region, has set so far. */
export function adjustDraftOf({ limit, notes }: Pick<GuideProcedure, 'limit' | 'notes'>, by: 'cell' | 'region'): AdjustDraft {
  const isSet = limit?.setBy === by;
  return { days: isSet ? String(limit.days) : '', source: typedOf(isSet ? limit.source : null), note: typedOf(notes[by]) };
}
/** The same from a change the server refused. */
export const adjustDraftOfPayload = (payload: Record<string, unknown>): AdjustDraft => {
  // The form below wrote this payload.
  const { limit, note } = payload as { limit?: { days: number; source: TypedWords }; note?: TypedWords };
  return { days: limit ? String(limit.days) : '', source: typedOf(limit?.source), note: typedOf(note) };
};

const isDays = (typed: string): boolean => /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 3650;
/** What is wrong, by field. A number of days and who set it go together. */
export function wrongInAdjustment({ days, source, note }: AdjustDraft): { days?: true; source?: true; note?: true } {
  const hasDays = days.trim() !== '';
  return {
    ...((hasDays && !isDays(days)) || (!hasDays && isWhole(source)) ? { days: true } : {}),
    ...((hasDays && !isWhole(source)) || isHalf(source) ? { source: true } : {}),
    ...(isHalf(note) ? { note: true } : {}),
  };
}
export function adjustPayloadOf(procedureId: string, { days, source, note }: AdjustDraft): Record<string, unknown> {
  const said = wordsOf(note);
  return {
    procedureId,
    ...(days.trim() === '' ? {} : { limit: { days: Number(days), source: wordsOf(source) } }),
    ...(said ? { note: said } : {}),
  };
}
