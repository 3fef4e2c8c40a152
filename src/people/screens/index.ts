export { Alike } from './alike.tsx';
export { ageAt } from '../birth-date.ts';
export { useBirthWords } from './birth-words.ts';
export { ChoosePerson } from './choose-person.tsx';
export { ContactRule } from './contact-rule.tsx';
export { useCountryName } from './country-select.tsx';
export { emptyPerson, givenOf, isEmpty, isPossiblePhone, type PersonDraft, type PersonErrors, problemsIn } from './person-draft.ts';
export { PersonForm } from './person-form.tsx';
export { Phone } from './phone.tsx';
export { Readers } from './readers.tsx';
export { readBirthDate } from './typed-birth-date.ts';
export {
  type AnswerDraft,
  type AnswerErrors,
  answerPayload,
  type Asked,
  emptyAnswer,
  missingInAnswer,
} from '../consent/screens/answer-draft.ts';
export { AnswerFields } from '../consent/screens/answer-fields.tsx';
export { consentTexts } from '../consent/screens/messages/index.ts';
export { ReadAloud } from '../consent/screens/read-aloud.tsx';
export { SaidNo } from '../consent/screens/said-no.tsx';
export { spokenNames } from '../consent/screens/spoken-words.ts';
export type { CaseAskedAbout } from '../consent/screens/case-asked-about.ts';
export { useCaseAskedAbout } from '../consent/screens/use-case-asked-about.ts';
export { type ConsentState, isMinor, stateOf } from '../consent/rules.ts';
