import { describe, expect, it } from 'vitest';
import { addTexts, fetchTexts } from '../../workspace/texts.ts';
import { nameUses, relationshipKinds } from '../lists.ts';
import { reasons } from '../matching/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import { peopleTexts } from './messages/index.ts';

const lists: Record<string, readonly string[]> = {
  name_use: nameUses,
  relation: relationshipKinds,
  relation_of: relationshipKinds,
  likeness: [...reasons, 'same_phone'],
};

describe('the screens about people', () => {
  it('say in Arabic everything they say in French', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(fr).sort());
  });
  it.each(Object.entries(lists))('have words for every %s', async (family, values) => {
    const { has } = await addTexts(await fetchTexts('fr'), peopleTexts);
    expect(values.filter((value) => !has(`${family}.${value}`))).toEqual([]);
  });
});
