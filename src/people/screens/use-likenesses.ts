import { useAsking } from '../../workspace/asking.ts';
import type { Likeness, PersonRecord } from '../contract.ts';

/** Who else a kept record may be; what was said not to be the same stays away. */
export function useLikenesses(person: (PersonRecord & { id: string }) | undefined) {
  const body = person && {
    personId: person.id,
    name: person.name,
    otherNames: person.otherNames,
    birthDate: person.birthDate,
    sex: person.sex,
    communeCode: person.communeCode,
    phone: person.phone,
  };
  return useAsking<{ alike: Likeness[] }>('/api/people/alike', body ?? {}, body !== undefined);
}
