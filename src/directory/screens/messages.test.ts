import { describe, expect, it } from 'vitest';
import { addTexts, fetchTexts } from '../../workspace/texts.ts';
import {
  availabilityStates,
  careEntities,
  changeKinds,
  changeStates,
  feedbackKinds,
  feedbackStates,
  likenesses,
  linkStates,
  organizationFields,
  serviceFields,
  updateStates,
} from '../care/lists.ts';
import { careRefusals } from '../care/contract.ts';
import { careTexts } from './messages/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

const lists: Record<string, readonly string[]> = {
  refusal: careRefusals,
  'care.update': updateStates,
  'care.available': availabilityStates,
  'care.availability': availabilityStates,
  'care.entities': careEntities,
  'care.kind': changeKinds,
  'care.change': changeStates,
  'care.feedback_kind': feedbackKinds,
  'care.feedback_state': feedbackStates,
  'care.likeness': likenesses,
  'care.link': linkStates,
  'care.field': [...serviceFields, ...organizationFields].filter((field) => field !== 'translations'),
};

describe('the screens of the directory’s care', () => {
  it('say in Arabic everything they say in French', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(fr).sort());
  });
  it.each(Object.entries(lists))('have words for every %s', async (family, values) => {
    const { has } = await addTexts(await fetchTexts('fr'), careTexts);
    expect(values.filter((value) => !has(`${family}.${value}`))).toEqual([]);
  });
});
