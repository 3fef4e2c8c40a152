import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { NameRecord } from '../record.ts';

/** Where the published pairs and records lie: beside the project, or where NAMES_DATA says. They are never part of it. */
export const namesFolder = process.env.NAMES_DATA ?? join(import.meta.dirname, '../../../../../shared/data/names');
export const haveNames = (): boolean => existsSync(join(namesFolder, 'pairs.csv'));

export interface LabelledPair {
  left: string;
  right: string;
  same: boolean;
  kind: string;
}

const rows = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(namesFolder, file)), { columns: true, relax_quotes: true });

export const readPairs = (): LabelledPair[] =>
  rows('pairs.csv').map(({ left = '', right = '', label, kind = '' }) => ({ left, right, same: label === 'same', kind }));

/** A number from 0 to 1 that a text always gets again. */
export function shareOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2246822519);
  hash ^= hash >>> 13;
  return (hash >>> 0) / 4294967296;
}

/** Pairs fall into folds by what they are about: names linked by a "same" pair stay together. */
export function foldsOf(pairs: readonly LabelledPair[], folds: number): { left: number; right: number }[] {
  const parent = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const { left, right, same } of pairs) {
    if (same && root(left) !== root(right)) parent.set(root(left), root(right));
  }
  const fold = (name: string): number => Math.floor(shareOf(root(name)) * folds);
  return pairs.map(({ left, right }) => ({ left: fold(left), right: fold(right) }));
}

export interface LabelledRecord {
  cluster: string;
  record: NameRecord;
}

const unknown: NameRecord = { given: '', family: '', dob: '', address: '', place: '', region: '', postcode: '', docId: '', sex: '' };

/** Synthetic records of Australia, without the number of a document that all of them carry. */
export const readFebrl = (): LabelledRecord[] =>
  rows('febrl3.csv').map((r) => ({
    cluster: `febrl ${r.cluster}`,
    record: {
      ...unknown,
      given: r.given_name ?? '',
      family: r.surname ?? '',
      dob: r.date_of_birth ?? '',
      address: [r.street_number, r.address_1, r.address_2].filter(Boolean).join(' '),
      place: r.suburb ?? '',
      region: r.state ?? '',
      postcode: r.postcode ?? '',
    },
  }));

export const readHistorical = (): LabelledRecord[] =>
  rows('historical50k.csv').map((r) => ({
    cluster: `historical ${r.cluster}`,
    record: {
      ...unknown,
      given: r.first_name ?? '',
      family: r.surname ?? '',
      full: r.full_name ?? '',
      dob: r.dob ?? '',
      place: r.birth_place ?? '',
      postcode: r.postcode_fake ?? '',
      sex: r.gender ?? '',
      occupation: r.occupation ?? '',
    },
  }));
