import { describe, expect, it } from 'vitest';
import { addTexts, fetchTexts } from '../../workspace/texts.ts';
import { coordinationCommands } from '../commands/index.ts';
import {
  actionStatuses,
  commitmentStatuses,
  audiences,
  currencies,
  digestRhythms,
  figures,
  findingKinds,
  findingStatuses,
  linkAnswers,
  proofKinds,
  recommendationStatuses,
  sourceKinds,
  stepEndings,
  themes,
} from '../lists.ts';
import { signals } from '../lists.ts';
import { actionMoves, commitmentMoves, findingMoves, offerMoves, recommendationMoves } from '../rules.ts';
import { threadTexts } from './messages/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

const acts = (moves: readonly { act: string }[]) => moves.map((move) => move.act);
const lists: Record<string, readonly string[]> = {
  command: coordinationCommands.map((command) => command.kind),
  'thread.theme': themes,
  'thread.for': audiences,
  'thread.kind': findingKinds,
  'thread.source': sourceKinds,
  'thread.finding': findingStatuses,
  'thread.recommendation': recommendationStatuses,
  'thread.action': actionStatuses,
  'thread.commitment': commitmentStatuses,
  'thread.joined': commitmentStatuses,
  'thread.proof': proofKinds,
  'thread.ending': stepEndings,
  'thread.currency': currencies,
  'thread.figure': figures,
  'thread.signal': signals,
  'thread.told': digestRhythms,
  'thread.answer': linkAnswers,
  'thread.act.finding': acts(findingMoves),
  'thread.acted.finding': acts(findingMoves),
  'thread.act.recommendation': acts(recommendationMoves),
  'thread.acted.recommendation': acts(recommendationMoves),
  'thread.act.action': acts(actionMoves),
  'thread.acted.action': acts(actionMoves),
  'thread.act.commitment': acts([...commitmentMoves, ...offerMoves]).filter((act) => act !== 'offer'),
  'thread.acted.commitment': acts([...commitmentMoves, ...offerMoves]).filter((act) => act !== 'offer'),
};

describe('the screens of the thread', () => {
  it('say in Arabic everything they say in French', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(fr).sort());
  });
  it.each(Object.entries(lists))('have words for every %s', async (family, values) => {
    const { has } = await addTexts(await fetchTexts('fr'), threadTexts);
    expect(values.filter((value) => !has(`${family}.${value}`))).toEqual([]);
  });
  it.each(['fr', 'ar'] as const)('read every message in %s without a mistake of form', async (language) => {
    const { t } = await addTexts(await fetchTexts(language), threadTexts);
    const values = { count: 3, name: 'x', word: 'x', date: 'x', from: 'x', until: 'x' };
    for (const key of Object.keys(fr)) expect(t(key, values), key).not.toBe('');
  });
});
