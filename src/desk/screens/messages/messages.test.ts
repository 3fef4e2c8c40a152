import { expect, it } from 'vitest';
import { dangers } from '../../../territory/lists.ts';
import { attentions } from '../../lists.ts';
import ar from './ar.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

const words: Record<'fr' | 'ar', Record<string, string>> = { fr, ar };

it.each(['fr', 'ar'] as const)('each danger has its name and four short steps in %s, and each thing to watch for its words', (language) => {
  const said = words[language];
  for (const danger of dangers) {
    expect(said[`danger.${danger}`], danger).toBeTruthy();
    const steps = (said[`danger.${danger}.steps`] ?? '').split('\n');
    expect(steps, danger).toHaveLength(4);
    for (const step of steps) expect(step.length, step).toBeLessThan(180);
  }
  for (const attention of attentions) expect(said[`attention_kind.${attention}`], attention).toBeTruthy();
});
