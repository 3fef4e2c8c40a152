import { expect, it } from 'vitest';
import { keys, recordKeys, type NameRecord } from './index.ts';

const person = (known: Partial<NameRecord>): NameRecord => ({
  given: '',
  family: '',
  dob: '',
  address: '',
  place: '',
  region: '',
  postcode: '',
  docId: '',
  sex: '',
  ...known,
});
const shared = (a: string[], b: string[]): string[] => a.filter((key) => b.includes(key));

it('a given name that many bear is no key, alone or with another such name', () => {
  expect(shared(keys('Mohamed El Ouardi'), keys('Mohamed Bentaleb'))).toEqual([]);
  expect(shared(keys('Fatima Zahra Bentaleb'), keys('فاطمة الزهراء التوزاني'))).toEqual([]);
  const [a, b] = ['Bentaleb', 'Touzani'].map((family, i) =>
    recordKeys(person({ given: 'Mohamed', family, dob: `1969-0${i + 3}-1${i + 1}`, place: '02.411.01.23', sex: 'man' })),
  );
  expect(shared(a ?? [], b ?? [])).toEqual([]);
});

it('a slip in one word, the order of words and a name more or less leave a key in common', () => {
  for (const [a, b] of [
    ['Karima Bouchentouf', 'Karima Bouchetouf'],
    ['Bouchentouf Karima', 'Karima Bouchentouf'],
    ['Karima Amina Bouchentouf', 'كريمة بوشنتوف'],
    ['Benomar', 'بنعمر'],
    ['M. Alwardi', 'Mohamed Elouardi'],
    ['M. Alwardi', 'محمد الوردي'],
    ['Ouardi M.', 'Mohammed El Ouardi'],
  ] as const) {
    expect(shared(keys(a), keys(b))).not.toEqual([]);
  }
});

it('one wrong field does not hide a record', () => {
  const whole = { given: 'Karima', family: 'Bouchentouf', dob: '1990-05-17', address: '14 rue Ibn Rochd', place: 'Oujda' };
  const known = recordKeys(person(whole));
  for (const wrong of [
    { given: 'Farida' },
    { family: 'Touzani' },
    { dob: '1990-05-18' },
    { dob: '' },
    { dob: '17/05/1990' },
    { dob: '1990-17-05' },
    { given: 'Bouchentouf', family: 'Karima' },
    { given: '', family: '', full: 'K. Bouchentouf' },
  ]) {
    expect(shared(known, recordKeys(person({ ...whole, ...wrong })))).not.toEqual([]);
  }
  expect(
    shared(known, recordKeys(person({ given: 'Karim', family: 'Touzani', address: '14, rue Ibn Rochd', place: 'Nador' }))),
  ).not.toEqual([]);
});
