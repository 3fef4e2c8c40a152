export { Alike } from './alike.tsx';
export { ageAt } from '../birth-date.ts';
export { ChoosePerson } from './choose-person.tsx';
export { ContactRule } from './contact-rule.tsx';
export { emptyPerson, givenOf, isEmpty, isPossiblePhone, type PersonDraft, type PersonErrors, problemsIn } from './person-draft.ts';
export { PersonForm } from './person-form.tsx';
export { Phone } from './phone.tsx';
export { Readers } from './readers.tsx';
export { readBirthDate } from './typed-birth-date.ts';
