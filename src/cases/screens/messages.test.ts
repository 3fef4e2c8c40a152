import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peopleTexts } from '../../people/screens/messages/index.ts';
import { addTexts, fetchTexts } from '../../workspace/texts.ts';
import * as lists from '../lists.ts';
import { firstStepsOf, transitions } from '../rules.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import { caseTexts } from './messages/index.ts';

const families: Record<string, readonly string[]> = {
  case_status: lists.caseStatuses,
  case_reason: [...lists.notReceivableReasons, ...lists.abandonReasons],
  tell: lists.notReceivableReasons,
  move: lists.caseActions,
  move_note: transitions.filter((t) => t.note).map((t) => t.action),
  move_reason: transitions.filter((t) => t.reasons).map((t) => t.action),
  minor_situation: lists.minorSituations,
  first_step: Object.values(firstStepsOf).flat(),
  note_level: lists.noteLevels,
  contact_role: lists.contactRoles,
  step_ending: lists.stepEndings,
  clock_kind: lists.clockKinds,
};
/** What stands between quotes after a word, in every command of a room. */
function said(folder: string, pattern: RegExp): string[] {
  const path = join(import.meta.dirname, '../..', folder);
  const sources = readdirSync(path).map((file) => readFileSync(join(path, file), 'utf8'));
  return [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, word = '']) => word)))];
}
const texts = async () => addTexts(await addTexts(await fetchTexts('fr'), peopleTexts), caseTexts);

describe('the screens of cases', () => {
  it('say in Arabic everything they say in French', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(fr).sort());
  });
  it.each(Object.entries(families))('have words for every %s', async (family, values) => {
    const { has } = await texts();
    expect(values.filter((value) => !has(`${family}.${value}`))).toEqual([]);
  });
  it('say why a move is not possible', async () => {
    const { has } = await texts();
    const codes = ['case_not_in_that_state', 'reason_missing', 'reason_not_asked', 'note_missing', 'step_not_found', 'step_already_ended'];
    expect(codes.filter((code) => !has(`refusal.${code}`))).toEqual([]);
  });
  it.each(['cases/commands', 'people/commands'])('name every change of %s and say why it may be refused', async (folder) => {
    const { has } = await texts();
    const kinds = said(folder, /\bkind: '((?:cases|people)\.\w+)'/g);
    const codes = said(folder, /refuse\('([a-z_]+)'\)/g);
    expect(kinds.length).toBeGreaterThan(5);
    expect(codes.length).toBeGreaterThan(3);
    expect(kinds.filter((kind) => !has(`command.${kind}`))).toEqual([]);
    expect(codes.filter((code) => !has(`refusal.${code}`))).toEqual([]);
  });
});
