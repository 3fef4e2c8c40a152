import type { PersonRow } from '../../../people/contract.ts';
import type { Known } from '../../contract.ts';
import { ageBands, audiences, exchangeLanguages, needs, sexes } from '../../lists.ts';
import type { VisitDraft } from '../visit-draft.ts';

/** A value of a closed list, or nothing: what an older record says may have left the list since. */
const inList = <V extends string>(list: readonly V[], value: string): V | undefined => list.find((v) => v === value);

/** What the visit before answers of this one. A request that goes on brings its needs and its file too. */
export function answersOfKnown({ visit, personId, personName, caseId, caseReference }: Known, isSame: boolean): Partial<VisitDraft> {
  const known = {
    personId,
    personName,
    previousVisitId: visit?.id ?? null,
    previousReference: visit?.reference ?? null,
    caseId: isSame ? caseId : null,
    caseReference: isSame ? caseReference : null,
  };
  if (!visit) return { known };
  const language = inList(exchangeLanguages, visit.language);
  // A group's answers are not those of one of its people.
  const isAlone = visit.people === 1;
  return {
    known,
    ...(language ? { language } : {}),
    audience: inList(audiences, visit.audience) ?? '',
    ...(isAlone ? { sex: inList(sexes, visit.sex) ?? 'not_said', ageBand: inList(ageBands, visit.ageBand) ?? 'not_said' } : {}),
    ...(isSame ? { needs: needs.filter((need) => visit.needs.includes(need)) } : {}),
  };
}

export function answersOfPerson({ id, name, sex }: PersonRow): Partial<VisitDraft> {
  const known = { personId: id, personName: name, previousVisitId: null, previousReference: null, caseId: null, caseReference: null };
  return { known, sex: inList(sexes, sex ?? '') ?? 'not_said' };
}
