import { describe, expect, it } from 'vitest';
import type { Mapping } from '../contract.ts';
import { columnsOf, wordsFor } from './columns-of.ts';
import { findHeader } from './find-header.ts';
import { guessColumns } from './guess-columns.ts';
import { guessWord } from './guess-words.ts';
import { readCountry } from './read-country.ts';
import { readDate } from './read-date.ts';
import { readRow, stateOf } from './read-row.ts';

const now = new Date('2026-11-28T10:00:00Z');

describe('a date is read as registers write it', () => {
  it.each([
    ['02/03/1958', '1958-03-02'],
    ['2-3-58', '1958-03-02'],
    ['٠٢/٠٣/١٩٥٨', '1958-03-02'],
    ['2 مارس 1958', '1958-03-02'],
    ['12 غشت 2024', '2024-08-12'],
    ['1er août 2024', '2024-08-01'],
    ['2024-08-01T00:00:00.000Z', '2024-08-01'],
    ['45505', '2024-08-01'],
    ['1958', '1958'],
    ['03/1958', '1958-03'],
    ['05/06/24', '2024-06-05'],
  ])('%s is %s', (typed, date) => expect(readDate(typed, now)).toBe(date));
  it.each(['31/02/2024', '03/25/2024', 'hier', '12', '99999'])('%s is none, and is not guessed at', (typed) =>
    expect(readDate(typed, now)).toBeUndefined(),
  );
});

describe('a country is read as registers write it', () => {
  it.each([
    ['France', 'FR'],
    ['FRANCE ', 'FR'],
    ['Hollande', 'NL'],
    ['Pays-Bas', 'NL'],
    ['هولندا', 'NL'],
    ['بلجيكا', 'BE'],
    ['ألمانيا', 'DE'],
    ['España', 'ES'],
    ['Espagne', 'ES'],
    ['إسبانيا', 'ES'],
    ['Italie', 'IT'],
    ['المغرب', 'MA'],
    ['États-Unis', 'US'],
    ['es', 'ES'],
  ])('%s is %s', (typed, code) => expect(readCountry(typed)).toBe(code));
  it.each(['', 'Figuig', 'Europe', 'fran', '212'])('%s is none, and is not guessed at', (typed) =>
    expect(readCountry(typed)).toBeUndefined(),
  );
});

describe('columns are guessed from what they are called and what they hold', () => {
  const french = ['N°', 'Nom', 'Prénom', 'CIN', 'Date de naissance', 'GSM', 'Objet', 'Observations'];
  const rows = [
    ['1', 'Testa', 'Inventée', 'X1', '1958', '0612345678', 'foncier', 'rappelée'],
    ['2', 'Essaï', 'Fictif', 'X2', '02/03/1970', '0612345679', 'retraite', ''],
  ].map((cells) => ({ cells }));
  it('in French, leaving out the numbers of papers and saying so', () => {
    const { fields, hasIdentityNumbers } = guessColumns(columnsOf(french, rows), now);
    expect(fields).toEqual(['ignore', 'family', 'given', 'ignore', 'birth_date', 'phone', 'need', 'note']);
    expect(hasIdentityNumbers).toBe(true);
  });
  it('in Arabic', () => {
    const arabic = columnsOf(
      ['الاسم الكامل', 'تاريخ الازدياد', 'رقم الهاتف', 'تاريخ الزيارة', 'الموضوع', 'الحالة'],
      [{ cells: ['تستا المختلقة', '١٩٥٨', '٠٦١٢٣٤٥٦٧٨', '٠١/٠٨/٢٠٢٤', 'عقار', 'مغلق'] }],
    );
    expect(guessColumns(arabic, now).fields).toEqual(['name_ar', 'birth_date', 'phone', 'visited_on', 'need', 'status']);
  });
  it('without a header that says anything, by their contents', () => {
    const nameless = columnsOf(
      ['A', 'B', 'C', 'D'],
      [
        { cells: ['06 12 34 56 78', '02/03/1958', 'foncier', '01/08/2026'] },
        { cells: ['06 12 34 56 79', '12/10/1961', 'retraite', '02/08/2026'] },
      ],
    );
    expect(guessColumns(nameless, now).fields).toEqual(['phone', 'birth_date', 'need', 'visited_on']);
  });
  it('and «nom» alone is the whole name', () => {
    expect(guessColumns(columnsOf(['Nom', 'Tél'], [{ cells: ['Testa Inventée', '0612345678'] }]), now).fields).toEqual(['name', 'phone']);
  });
});

it.each([
  ['need', 'Foncier', 'land_property'],
  ['need', 'العقار', 'land_property'],
  ['need', 'Demande de retraite CNSS', 'pensions'],
  ['sex', 'F', 'woman'],
  ['sex', 'ذكر', 'man'],
  ['status', 'Clôturé', 'solved'],
  ['status', 'En cours', 'in_progress'],
  ['need', 'Divers', undefined],
] as const)('of a column of %s, «%s» means %s', (field, word, meaning) => expect(guessWord(field, word)).toBe(meaning));

describe('the row of the headers', () => {
  const at = (...rows: string[][]) => findHeader(rows.map((cells, i) => ({ line: i + 1, cells })));
  it('is found under titles', () => {
    expect(at(['Registre de la cellule', '', ''], ['Nom', 'Téléphone', 'Objet'], ['Testa', '0612345678', 'foncier'])).toEqual({ at: 1 });
  });
  it('twice is told, not guessed', () => {
    expect(at(['Identité', '', 'Demande', ''], ['Nom', 'Prénom', 'Objet', 'Statut'], ['Testa', 'A', 'foncier', 'clos'])).toEqual({ at: 1 });
    expect(at(['Nom', 'Téléphone', 'Objet'], ['الاسم الكامل', 'الهاتف', 'الموضوع'], ['Testa', '0612345678', 'foncier'])).toBe(
      'two_headers',
    );
  });
  it('that is missing is told', () => {
    expect(at(['1', '0612345678', '01/01/2024'], ['2', '0612345679', '01/02/2024'])).toBe('no_headers');
  });
});

describe('a row', () => {
  const headers = ['Nom', 'الاسم', 'Naissance', 'Tél', 'Date', 'Objet', 'Suite', 'Note'];
  const columns = columnsOf(headers, [
    { cells: ['Testa', 'تستا', '1958', '0612345678', '01/08/2024', 'foncier, retraite', 'informé', ''] },
  ]);
  const fields = ['name', 'name_ar', 'birth_date', 'phone', 'visited_on', 'need', 'outcome', 'note'] as const;
  const mapping: Mapping = {
    columns: [...fields],
    words: wordsFor(columns, fields),
    common: { audience: 'mre', language: 'ary', channel: 'in_person', outcome: 'informed', need: null },
  };
  const read = (cells: string[], over: Partial<Mapping['common']> = {}) =>
    readRow(cells, { ...mapping, common: { ...mapping.common, ...over } }, columns, now);

  it('is put into our words, both names beside each other', () => {
    const { read: row, problems } = read([
      'Testa',
      'تستا',
      '1958',
      '06 12 34 56 78',
      '01/08/2024',
      'foncier, retraite',
      'informé',
      'Rappelée',
    ]);
    expect(problems).toEqual([]);
    expect(row).toEqual({
      name: 'Testa',
      otherNames: ['تستا'],
      birthDate: '1958',
      sex: null,
      phone: '+212612345678',
      email: null,
      country: null,
      language: null,
      languages: [],
      answers: {},
      audience: null,
      visitedOn: '2024-08-01',
      needs: ['land_property', 'pensions'],
      outcome: 'informed',
      status: null,
      note: 'Rappelée',
    });
  });
  it.each([
    [['', '', '', '', '01/08/2024', 'foncier', '', ''], 'nobody_named', null, 'error'],
    [['Testa', '', '', '', '01/08/2027', 'foncier', '', ''], 'visited_on_ahead', 4, 'error'],
    [['Testa', '', '', '', '01/08/1899', 'foncier', '', ''], 'visited_on_before_1900', 4, 'error'],
    [['Testa', '', '', '', '2024', 'foncier', '', ''], 'visited_on_no_day', 4, 'error'],
    [['Testa', '', '', '', '01/08/2024', 'autre chose', '', ''], 'need_unknown', 5, 'error'],
    [['Testa', '', '', '', '01/08/2024', '', '', ''], 'need_missing', 5, 'error'],
    [['Testa', '', '', '123', '01/08/2024', 'foncier', '', ''], 'phone_impossible', 3, 'look'],
    [['Testa', '', '2031', '', '01/08/2024', 'foncier', '', ''], 'birth_date_ahead', 2, 'look'],
    [['', '', '', '0612345678', '01/08/2024', 'foncier', '', ''], 'name_missing', null, 'look'],
  ] as const)('%j has the problem %s in its column', (cells, code, column, state) => {
    const { problems } = read([...cells]);
    expect(problems).toMatchObject([{ code, column }]);
    expect(stateOf(problems, 0)).toBe(state);
  });
  it('tells where somebody lives and how to write to them, and leaves out what is neither', () => {
    const more = columnsOf(['Nom', 'Pays de résidence', 'Courriel'], [{ cells: ['Testa', 'Belgique', 'testa@example.org'] }]);
    expect(guessColumns(more, now).fields).toEqual(['name', 'country', 'email']);
    const way: Mapping = { ...mapping, columns: ['name', 'country', 'email'] };
    expect(readRow(['Testa', 'بلجيكا', 'testa@example.org'], way, more, now)).toMatchObject({
      read: { country: 'BE', email: 'testa@example.org' },
      problems: [],
    });
    const { read: row, problems } = readRow(['Testa', 'là-bas', 'sans'], way, more, now);
    expect(row).toMatchObject({ country: null, email: null });
    expect(problems).toEqual([
      { code: 'email_impossible', column: 2, value: 'sans' },
      { code: 'country_unknown', column: 1, value: 'là-bas' },
    ]);
    expect(stateOf(problems, 0)).toBe('look');
  });
  it('of a register that tells needs in sentences keeps the sentence, where one need is given for all', () => {
    const { read: row, problems } = read(['Testa', '', '', '', '01/08/2024', 'problème avec le voisin', '', 'urgent'], {
      need: 'orientation',
    });
    expect(problems).toEqual([]);
    expect(row).toMatchObject({ needs: ['orientation'], note: 'Objet : problème avec le voisin\nurgent' });
  });
});
