import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, keys, type NameRecord, reasons, recordKeys, recordThreshold, score, scoreRecords, soundsOf, threshold } from './index.ts';

const unknown: NameRecord = { given: '', family: '', dob: '', address: '', place: '', region: '', postcode: '', docId: '', sex: '' };
const person = (known: Partial<NameRecord>): NameRecord => ({ ...unknown, ...known });
const isOneName = (a: string, b: string): boolean => score(a, b) >= threshold;
const isOnePerson = (a: Partial<NameRecord>, b: Partial<NameRecord>): boolean => scoreRecords(person(a), person(b)) >= recordThreshold;
const shareAKey = (a: string[], b: string[]): boolean => a.some((key) => b.includes(key));

describe('names across scripts', () => {
  it.each([
    ['محمد الوردي', 'Mohammed El Ouardi'],
    ['محمد الوردي', 'Mohamed Elouardi'],
    ['محمد الوردي', 'Muhammad Alwardi'],
    ['Mohammed El Ouardi', 'OUARDI Mohamed'],
    ['عبد القادر بن الطيب', 'Abdelkader Bentaieb'],
    ['Мохамед Варди', 'Mohamed Wardi'],
    ['عبد الصمد الناجي', 'Abdessamad Ennaji'],
    ['فاطمة الزهراء التازي', 'Fatima Zahra Tazi'],
    ['حسن آيت باحماد', 'Hassan Ait Bahmad'],
    ['Mamadou Diallo', 'Mohammed Jallow'],
    ['Abdoulaye Touré', 'Abdullahi Turay'],
    ['نور الدين الصافي', 'Nordine Safi'],
    ['نورالدين الصافي', 'Nour-Eddine Essafi'],
    ['ⵎⵓⵃⵎⵎⴷ ⵓⵔⴷⵉ', 'Mohamed Ouardi'],
  ])('%s and %s are one name', (a, b) => {
    expect(isOneName(a, b)).toBe(true);
    expect(shareAKey(keys(a), keys(b))).toBe(true);
  });

  it.each([
    ['محمد الوردي', 'Mohamed El Ouali'],
    ['Mohamed El Ouardi', 'Mohamed El Ouali'],
    ['عبد القادر بن الطيب', 'Abdelkader Benomar'],
    ['Fatima Tazi', 'Khadija Tazi'],
    ['Fatima Tazi', 'Fatiha Tazi'],
    ['Rachid Tazi', 'Rachida Tazi'],
    ['Mamadou Diallo', 'Amadou Diallo'],
    ['سعيد', 'Khalid'],
  ])('%s and %s are two names', (a, b) => {
    expect(isOneName(a, b)).toBe(false);
  });

  it('a name being typed sounds like the beginning of the whole', () => {
    const [whole, begun] = [soundsOf('محمد الوردي'), soundsOf('Mohamed El Ouar')];
    expect(whole).toHaveLength(2);
    expect(begun[0]).toBe(whole[0]);
    expect(whole[1]?.startsWith(begun[1] ?? '-')).toBe(true);
    expect(soundsOf('Benomar')).toEqual(soundsOf('بن عمر'));
  });
});

describe('records of people', () => {
  const born1969 = { dob: '1969' };
  it('an initial with the year of birth finds the whole name, another family does not', () => {
    const initial = { full: 'M. Alwardi', ...born1969 };
    for (const full of ['محمد الوردي', 'Mohammed El Ouardi', 'Mohamed Elouardi']) {
      const whole = { full, dob: '1969-04-03' };
      expect(isOnePerson(initial, whole)).toBe(true);
      expect(shareAKey(recordKeys(person(initial)), recordKeys(person(whole)))).toBe(true);
      expect(explain(person(initial), person(whole))).toContain('initial_only');
    }
    expect(isOnePerson(initial, { full: 'Mohamed El Ouali', dob: '1969-04-03' })).toBe(false);
  });

  it('the same birth date brings spellings together, and says so', () => {
    const [a, b] = [
      { given: 'محمد', family: 'الوردي', dob: '1969-04-03' },
      { given: 'Mohamed', family: 'El Ouardi', dob: '03/04/1969' },
    ];
    expect(isOnePerson(a, b)).toBe(true);
    expect(explain(person(a), person(b))).toEqual(['name_other_script', 'same_birth_date']);
  });

  it('namesakes born on other days are two people, and so are strangers born on one day', () => {
    const known = { full: 'Mohamed El Ouardi', dob: '1969-04-03', place: '02.411.01.23' };
    expect(isOnePerson(known, { ...known, dob: '1985-11-20' })).toBe(false);
    expect(isOnePerson(known, { ...known, full: 'Rachid Bentaleb' })).toBe(false);
    expect(isOnePerson(known, { ...known, full: 'محمد الوردي', dob: '1969-01-01' })).toBe(true);
  });

  it('two communes are two places though their codes look alike', () => {
    const said = explain(person({ full: 'Aya Bentaleb', place: '02.411.01.23' }), person({ full: 'Aya Bentaleb', place: '02.411.01.11' }));
    expect(said).toEqual(['same_name', 'different_place']);
  });

  it('of a date that is typed otherwise the reason says how', () => {
    const born = (dob: string) =>
      explain(person({ full: 'Aya Bentaleb', dob: '1990-03-05' }), person({ full: 'Aya Bentaleb', dob })).at(-1);
    expect(born('19900305')).toBe('same_birth_date');
    expect(born('1990-05-03')).toBe('day_month_swapped');
    expect(born('1990')).toBe('birth_year_only');
    expect(born('1990-01-01')).toBe('birth_year_only');
    expect(born('1990-03-06')).toBe('birth_date_one_digit');
    expect(born('1971-12-24')).toBe('different_birth_date');
    expect(born('?')).toBe('same_name');
  });

  it('the names in each other’s place are the same names', () => {
    expect(
      isOnePerson({ given: 'Ouardi', family: 'Mohamed', dob: '19690403' }, { given: 'Mohamed', family: 'Ouardi', dob: '1969-04-03' }),
    ).toBe(true);
  });
});

describe('whatever is typed', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '',
      ' ',
      '😀',
      '👩‍👩‍👧',
      'محمد',
      'Abd el',
      'El',
      '.',
      'M.',
      'ⵎ',
      'x'.repeat(10_000),
      'الله '.repeat(2000),
      'a b '.repeat(3000),
    ),
  );
  const record = fc.record({
    given: text,
    family: text,
    full: text,
    dob: text,
    address: text,
    place: text,
    region: text,
    postcode: text,
    docId: text,
    sex: text,
    occupation: text,
  });

  it('gets an answer from 0 to 1 that is the same both ways', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const said = score(a, b);
        expect(said).toBeGreaterThanOrEqual(0);
        expect(said).toBeLessThanOrEqual(1);
        expect(score(b, a)).toBe(said);
        expect(Array.isArray(keys(a))).toBe(true);
      }),
    );
  });

  it('is itself', () => {
    fc.assert(
      fc.property(
        text.filter((t) => t.trim() !== ''),
        (a) => score(a, a) === 1,
      ),
    );
  });

  it('in a record gets an answer from 0 to 1 that is the same both ways, with reasons from the list', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const said = scoreRecords(a, b);
        expect(said).toBeGreaterThanOrEqual(0);
        expect(said).toBeLessThanOrEqual(1);
        expect(scoreRecords(b, a)).toBe(said);
        for (const reason of explain(a, b)) expect(reasons).toContain(reason);
        expect(recordKeys(a).length).toBeLessThan(500);
      }),
    );
  });
});
