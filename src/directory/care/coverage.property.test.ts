import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';

const needs = ['health', 'justice', 'shelter'];
const audiences = ['mre', 'rpt'];
const communes = [
  { code: 'a', within: ['north', 'region'] },
  { code: 'b', within: ['north', 'region'] },
  { code: 'c', within: ['south', 'region'] },
];
const service = fc.record({
  needs: fc.subarray([...needs, 'unheard of']),
  audiences: fc.subarray([...audiences, 'everyone']),
  places: fc.array(fc.constantFrom('a', 'b', 'c', 'north', 'south', 'region', 'elsewhere'), { maxLength: 4 }),
});

it('each cell counts exactly the services that reach it, each once', () => {
  fc.assert(
    fc.property(fc.array(service, { maxLength: 8 }), (services) => {
      const counts = coverageOf(services, communes, needs, audiences);
      for (const [i, commune] of communes.entries())
        for (const [j, need] of needs.entries())
          for (const [k, audience] of audiences.entries()) {
            const reaching = services.filter(
              (s) =>
                s.needs.includes(need) &&
                s.places.some((place) => [commune.code, ...commune.within].includes(place)) &&
                (s.audiences.length === 0 || s.audiences.includes('everyone') || s.audiences.includes(audience)),
            );
            expect(counts[i]?.[j]?.[k]).toBe(reaching.length);
          }
    }),
  );
});
