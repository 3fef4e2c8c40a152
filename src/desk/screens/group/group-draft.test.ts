import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupSchema } from '../../contract.ts';
import { ageBands, attentions } from '../../lists.ts';
import { columns, countPeople, countProfile, counted, groupOf, newGroup } from './group-draft.ts';

const number = fc.integer({ min: 0, max: 1000 });
const step = fc.oneof(
  fc.record({ sex: fc.constantFrom(...columns), ageBand: fc.constantFrom(...ageBands), people: number }),
  fc.record({ people: number }),
);

it('whatever is counted in whatever order, the server takes the group', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.dictionary(fc.constantFrom(...attentions), number), (steps, attention) => {
      let group = { ...newGroup, attention };
      for (const s of steps)
        group = { ...('sex' in s ? countProfile(group, `${s.sex} ${s.ageBand}`, s.people) : countPeople(group, s.people)), attention };
      expect(groupSchema.safeParse(groupOf(group)).error).toBeUndefined();
    }),
  );
});
it('heads counted row by row raise the number who came, and it cannot fall below them', () => {
  const group = countProfile(countProfile(newGroup, 'man 18_24', 20), 'woman 25_44', 4);
  expect([group.people, counted(group), countPeople(group, 10).people, countPeople(group, 30).people]).toEqual([24, 24, 24, 30]);
});
