import type { Danger } from '../../../territory/lists.ts';
import type { VisitDraft } from '../visit-draft.ts';

const needsOf: Record<Danger, VisitDraft['needs']> = {
  medical: ['health'],
  violence: ['protection'],
  child_alone: ['protection'],
  no_shelter: ['shelter_emergency'],
  suicide: ['mental_health'],
  accident: ['health'],
};
/** How the visit of an emergency begins, once things are calm. */
export const answersOfDanger = (danger: Danger) => ({ emergency: true, needs: needsOf[danger] }) satisfies Partial<VisitDraft>;
