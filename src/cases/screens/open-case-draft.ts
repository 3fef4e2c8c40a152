import { ageAt, emptyPerson, givenOf, isEmpty, type PersonDraft, readBirthDate } from '../../people/screens/index.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import type { Change } from '../../workspace/outbox/sender.ts';
import { needs } from '../../desk/lists.ts';
import type { MinorSituation, Priority } from '../lists.ts';
import type { KnownPerson } from './person-choice.tsx';

export interface CaseDraft {
  needs: (typeof needs)[number][];
  summary: string;
  priority: Priority;
  /** Ticked by the agent; a birth date or an age band may say it too. */
  isMinor: boolean;
  minorSituation: MinorSituation | '';
  known: KnownPerson | null;
  person: PersonDraft;
}

/** A case as it begins, with what the visit already said. */
export function newCase(params: URLSearchParams): CaseDraft {
  const asked = (params.get('needs') ?? '').split(',');
  return {
    needs: needs.filter((n) => asked.includes(n)),
    summary: '',
    priority: 'normal',
    isMinor: ['under_12', '12_17'].includes(params.get('age') ?? ''),
    minorSituation: '',
    known: null,
    person: { ...emptyPerson, language: (params.get('language') ?? '') as PersonDraft['language'] },
  };
}

/** Whether this is about a child, as far as anything says so. */
export function isChild({ isMinor, known, person }: CaseDraft, now: Date): boolean {
  const birth = readBirthDate(person.birthDate, now);
  return isMinor || (!known && 'date' in birth && birth.date !== null && ageAt(birth.date, now) < 18);
}
export const hasNewPerson = ({ known, person }: CaseDraft, now: Date): boolean => !known && !isEmpty(person, now);

/** The change that opens the case, with a new person if there is one. */
export function openingOf(caseId: string, draft: CaseDraft, visitId: string | undefined, now: Date): Change {
  const summary = draft.summary.trim();
  return {
    kind: 'cases.open',
    payload: {
      caseId,
      ...(visitId ? { visitId } : {}),
      needs: needs.filter((n) => draft.needs.includes(n)),
      ...(summary ? { summary } : {}),
      priority: draft.priority,
      ...(isChild(draft, now) && draft.minorSituation ? { minorSituation: draft.minorSituation } : {}),
      ...(draft.known ? { personId: draft.known.id } : {}),
      ...(hasNewPerson(draft, now) ? { person: { personId: uuidv7(), ...givenOf(draft.person, now) } } : {}),
    },
  };
}
