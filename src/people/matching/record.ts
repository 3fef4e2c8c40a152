import { type BirthDate, readDate } from './dates.ts';
import { type Name, readName } from './words.ts';

/** What is known of a person; '' for what is not. */
export interface NameRecord {
  given: string;
  family: string;
  /** The whole name where it says more than the two, or where the two are not told apart. */
  full?: string;
  dob: string;
  address: string;
  place: string;
  region: string;
  postcode: string;
  docId: string;
  sex: string;
  occupation?: string;
}

/** A record taken apart. */
export interface Read {
  given: Name;
  family: Name;
  name: Name;
  born: BirthDate;
  address: string;
  place: string;
  region: string;
  postcode: string;
  docId: string;
  sex: string;
  occupation: string;
}

const most = 200;
/** Small letters and digits, no marks, one space between words. */
const plain = (text: string): string =>
  text === ''
    ? ''
    : text
        .slice(0, most)
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{Mn}/gu, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
const joined = (text: string): string => plain(text).replaceAll(' ', '');

export function readRecord(record: NameRecord, nameOf: (name: string) => Name = readName): Read {
  const whole = record.full || `${record.given.slice(0, most)} ${record.family.slice(0, most)}`;
  return {
    given: nameOf(record.given),
    family: nameOf(record.family),
    name: nameOf(whole),
    born: readDate(record.dob),
    address: plain(record.address),
    place: plain(record.place),
    region: plain(record.region),
    postcode: joined(record.postcode),
    docId: joined(record.docId),
    sex: sexOf(record.sex),
    occupation: plain(record.occupation ?? ''),
  };
}

const female = new Set(['f', 'female', 'woman', 'femme', 'feminin', 'w', 'امراة', 'انثى']);
const male = new Set(['m', 'male', 'man', 'homme', 'masculin', 'h', 'رجل', 'ذكر']);
function sexOf(text: string): string {
  const sex = plain(text);
  return female.has(sex) ? 'f' : male.has(sex) ? 'm' : sex;
}
