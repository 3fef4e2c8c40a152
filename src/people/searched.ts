import type { PersonRecord } from './contract.ts';
import { soundsOf } from './matching/index.ts';
import { namesOf } from './record.ts';

/** The words of a name in any script: small letters, no marks. */
const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}|ـ/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const heard = (name: string): string[] => soundsOf(name).map((sound) => `~${sound}`);

/** What a record is found by while a name is being typed. */
export const lexemesOf = (person: PersonRecord): string[] => [
  ...new Set(namesOf(person).flatMap((name) => [...wordsOf(name), ...heard(name)])),
];

/** Questions to ask in turn until enough is found: the words as they are typed, each perhaps only begun, then how they sound. */
export function questionsFor(typed: string): string[] {
  const begun = wordsOf(typed).map((word) => `${quoted(word)}:*`);
  const sounds = heard(typed).map((sound, i, all) => (i === all.length - 1 ? `${quoted(sound)}:*` : quoted(sound)));
  return [begun, sounds].filter((q) => q.length > 0).map((q) => q.join(' & '));
}
const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '')}'`;
