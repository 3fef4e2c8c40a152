import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FieldFigures } from '../../desk/index.ts';
import { publishQuestions } from './publish-questions.ts';

it('whatever was answered, no small number is shown, none can be worked out from the whole, and the order tells nothing of what is hidden', () => {
  const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 14 }));
  fc.assert(
    fc.property(counts, (said) => {
      const answers = Object.values(said).reduce((sum, count) => sum + count, 0);
      const field = (order: string[]): FieldFigures => ({
        fieldId: 'inventé',
        subject: 'case',
        labels: { fr: 'Question inventée', ar: 'سؤال مخترع' },
        kind: 'choice',
        sensitivity: 'plain',
        answers,
        counts: order.map((value) => ({ value, labels: { fr: value, ar: value }, count: said[value] ?? 0 })),
        sum: null,
        median: null,
      });
      const publish = (order: string[]) => publishQuestions({ current: [field(order)], previous: [], last_year: [] }, 5)[0]?.rows ?? [];
      const [whole, ...choices] = publish(Object.keys(said));
      const hidden = choices.filter(({ figures: f }) => f.current === null);
      for (const { figures: f } of choices) if (f.current) expect(f.current).toBeGreaterThanOrEqual(5);
      if (answers > 0 && answers < 5) expect(whole?.figures.current).toBeNull();
      else if (hidden.length > 0) {
        const rest = hidden.reduce((sum, { name }) => sum + (said[name?.fr ?? ''] ?? 0), 0);
        expect([hidden.length > 1, rest >= 5]).toEqual([true, true]);
      }
      expect(publish(Object.keys(said).reverse())).toEqual([whole, ...choices]);
    }),
  );
});
