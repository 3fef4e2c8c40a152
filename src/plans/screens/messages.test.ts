import { describe, expect, it } from 'vitest';
import { addTexts, fetchTexts } from '../../workspace/texts.ts';
import { checks } from '../checklist.ts';
import { planCommands } from '../commands/index.ts';
import { fieldsOf, publicParts, type Thing } from '../lists.ts';
import { planTexts } from './messages/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

const lists: Record<string, readonly string[]> = {
  command: planCommands.map((command) => command.kind),
  'plans.check': checks,
  'plans.part': publicParts,
  'plans.thing': Object.keys(fieldsOf),
  'plans.field': (Object.keys(fieldsOf) as Thing[])
    .flatMap((thing) => Object.keys(fieldsOf[thing]))
    .filter((field) => field !== 'position'),
};

describe('the plans', () => {
  it('say in Arabic everything they say in French', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(fr).sort());
  });
  it.each(['fr', 'ar'] as const)('read every message in %s without a mistake of form', async (language) => {
    const { t } = await addTexts(await fetchTexts(language), planTexts);
    const values = { count: 3, total: 5, women: 4, men: 6, name: 'x', date: 'x', year: 'x', from: 'x', until: 'x' };
    for (const key of Object.keys(fr)) expect(t(key, values), key).not.toBe('');
  });
  it.each(Object.entries(lists))('have words for every %s', async (family, values) => {
    const { has } = await addTexts(await fetchTexts('fr'), planTexts);
    expect(values.filter((value) => !has(`${family}.${value}`))).toEqual([]);
  });
});
