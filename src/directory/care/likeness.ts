import { distance } from 'fastest-levenshtein';
import { fold } from '../search/folding.ts';
import type { Likeness } from './lists.ts';

/** What of a record tells whether it is the same as another. */
export interface Profile {
  id: string;
  /** Names in any script. */
  names: string[];
  arabicNames: string[];
  /** Codes of communes it is in or serves. */
  places: string[];
  emails: string[];
  websites: string[];
  phones: string[];
  /** Of a service: whose it is. */
  organizationId: string | null;
}

/**
 * What each thing in common says, of 100. A name alone is a likely duplicate; an address or a telephone alone is not:
 * colleagues share them.
 */
export const weights: Readonly<Record<Likeness, number>> = {
  same_name: 60,
  close_name: 40,
  same_arabic_name: 30,
  same_email: 25,
  same_website: 20,
  same_phone: 25,
  same_place: 10,
  same_organization: 10,
};
/** Two antennas of one network have all in common but the place. */
const elsewhere = 20;
/** From here on two records are shown as a likely pair. */
export const likely = 60;

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((value) => value !== '' && b.includes(value));
const legalForms = new Set(['association', 'asso', 'ong', 'ste', 'societe', 'sarl', 'centre', 'جمعيه', 'منظمه', 'مركز']);
/** A name as it is compared: folded, without what kind of body it is. */
export const nameKey = (name: string): string =>
  fold(name)
    .split(' ')
    .filter((word) => !legalForms.has(word))
    .join(' ');

/** Two names a typing error apart; short ones must be the same. */
function closeNames(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) =>
    b.some((other) => {
      const longest = Math.max(one.length, other.length);
      if (longest < 8 || Math.abs(one.length - other.length) > longest / 5) return false;
      return distance(one, other) <= longest / 6;
    }),
  );
}

export const hostOf = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url ? `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}`.toLowerCase() : '';
};
/** The last nine digits: with or without the country's number it is the same telephone. */
export const phoneKey = (number: string): string => {
  const digits = number.replace(/\D/g, '');
  return digits.length >= 8 ? digits.slice(-9) : '';
};

/** A profile as it is compared: what costs time is done once for each record, not once for each pair. */
export type Comparable = Pick<Profile, 'names' | 'arabicNames' | 'places' | 'emails' | 'websites' | 'phones' | 'organizationId'>;
export function comparable(p: Profile): Comparable {
  const keys = (names: string[]) => [...new Set(names.map(nameKey))].filter((key) => key !== '');
  return {
    names: keys(p.names),
    arabicNames: keys(p.arabicNames),
    places: p.places,
    emails: p.emails.map((email) => email.toLowerCase()),
    websites: p.websites.map(hostOf),
    phones: p.phones.map(phoneKey),
    organizationId: p.organizationId,
  };
}

type Found = { score: number; because: Likeness[] };
function judge(a: Comparable, b: Comparable, close: () => boolean): Found {
  const same = share(a.names, b.names);
  const found: [Likeness, boolean][] = [
    ['same_name', same],
    ['close_name', !same && close()],
    ['same_arabic_name', share(a.arabicNames, b.arabicNames)],
    ['same_email', share(a.emails, b.emails)],
    ['same_website', share(a.websites, b.websites)],
    ['same_phone', share(a.phones, b.phones)],
    ['same_place', share(a.places, b.places)],
    ['same_organization', a.organizationId !== null && a.organizationId === b.organizationId],
  ];
  const because = found.flatMap(([code, holds]) => (holds ? [code] : []));
  const apart = a.places.length > 0 && b.places.length > 0 && !share(a.places, b.places);
  const sum = because.reduce((total, code) => total + weights[code], 0) - (apart ? elsewhere : 0);
  // Many services are called alike: of them a name alone says nothing.
  const nameOnly = a.organizationId !== null && because.length === 1;
  return { score: Math.max(0, Math.min(nameOnly ? likely - 1 : 100, sum)), because };
}

/** How likely two records are the same, from 0 to 100, and why. It does not matter which comes first. */
export function likeness(a: Profile, b: Profile): Found {
  const [one, other] = [comparable(a), comparable(b)];
  return judge(one, other, () => closeNames(one.names, other.names));
}
/** The same for a pair that may be likely; nothing where even close names, which take long to tell, would not make it so. */
export function likelyPair(a: Comparable, b: Comparable): Found | undefined {
  if (judge(a, b, () => true).score < likely) return undefined;
  const found = judge(a, b, () => closeNames(a.names, b.names));
  return found.score >= likely ? found : undefined;
}
