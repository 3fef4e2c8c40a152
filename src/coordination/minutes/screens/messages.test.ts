import { describe, expect, it } from 'vitest';
import { addTexts, fetchTexts } from '../../../workspace/texts.ts';
import { findingKinds } from '../../lists.ts';
import { minutesCommands } from '../commands/index.ts';
import { becomingKinds, noteKinds, organizationKinds, sexes } from '../lists.ts';
import { minutesWords } from '../words/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import { minutesPaperTexts, minutesTexts } from './messages/index.ts';

const lists: Record<string, readonly string[]> = {
  command: minutesCommands.map((command) => command.kind),
  'minutes.kind': noteKinds,
  'minutes.from': organizationKinds,
  'minutes.sex': sexes,
  'minutes.found': findingKinds,
  'live.become': becomingKinds,
  'live.became': becomingKinds,
  'live.is': becomingKinds,
};
const words = Object.entries(minutesWords).map(([language, catalogue]) => [language, Object.keys(catalogue)] as const);

describe('the screens of notes and minutes', () => {
  it('say in Arabic everything they say in French', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(fr).sort());
  });
  it.each(Object.entries(lists))('have words for every %s', async (family, values) => {
    const { has } = await addTexts(await addTexts(await fetchTexts('fr'), minutesTexts), minutesPaperTexts);
    expect(values.filter((value) => !has(`${family}.${value}`))).toEqual([]);
  });
  it.each(['fr', 'ar'] as const)('read every message in %s without a mistake of form', async (language) => {
    const { t } = await addTexts(await fetchTexts(language), minutesTexts);
    const values = { count: 3, name: 'x', word: 'x', date: 'x', from: 'x', until: 'x' };
    for (const key of Object.keys(fr)) expect(t(key, values), key).not.toBe('');
  });
  it.each(words)('say on paper and in public in %s what they say in French', (_language, keys) => {
    expect([...keys].sort()).toEqual(Object.keys(minutesWords.fr).sort());
  });
});
