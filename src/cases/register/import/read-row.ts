import { z } from 'zod';
import type { CustomField } from '../../../desk/index.ts';
import { readPhone } from '../../../people/index.ts';
import type { Column, Mapping, ReadRow, RowProblem } from '../contract.ts';
import { type ColumnField, ownField, type ProblemCode, type RegisterField, type RowState, stops, type WordField } from '../lists.ts';
import { guessWord, partsOf } from './guess-words.ts';
import { plain } from '../plain.ts';
import { readCountry } from './read-country.ts';
import { readAnswer } from './own-questions.ts';
import { readDate } from './read-date.ts';

const longestName = 120;
const longestNote = 2000;
const betweenLanguages = /\s+(?:et|and|y)\s+|\s+و\s*|\s*[-–]\s*/iu;

interface Made {
  read: ReadRow;
  problems: RowProblem[];
}

/** What a row says, in our words, and what in it does not fit. */
export function readRow(
  cells: readonly string[],
  { columns: fields, words, common }: Mapping,
  columns: readonly Column[],
  now: Date,
  questions: readonly CustomField[] = [],
): Made {
  const problems: RowProblem[] = [];
  const at = (field: RegisterField): number => fields.indexOf(field);
  const cell = (field: RegisterField): string => (at(field) < 0 ? '' : tidy(cells[at(field)] ?? ''));
  const fault = (code: ProblemCode, field?: RegisterField): void => {
    problems.push({ code, column: field && at(field) >= 0 ? at(field) : null, value: field ? cell(field).slice(0, 100) : '' });
  };
  const today = now.toISOString().slice(0, 10);
  function date(field: 'birth_date' | 'visited_on'): string | null {
    if (cell(field) === '') return null;
    const found = readDate(cell(field), now);
    if (!found) fault(`${field}_unreadable`, field);
    else if (found.slice(0, 4) < '1900') fault(`${field}_before_1900`, field);
    else if (found > today.slice(0, found.length)) fault(`${field}_ahead`, field);
    else return found;
    return null;
  }
  const said = (field: WordField, part: string): string | undefined => (words[field] as Record<string, string> | undefined)?.[plain(part)];
  function word(field: 'outcome' | 'status' | 'sex' | 'audience'): string | null {
    if (cell(field) === '') return null;
    const found = partsOf(cell(field)).flatMap((part) => said(field, part) ?? [])[0];
    if (!found) fault(`${field}_unknown`, field);
    return found ?? null;
  }

  /** Several languages stand in a cell also with « et » between them, which no other column is parted by. */
  function languages(): string[] {
    const spoken = partsOf(cell('language')).flatMap((part) => {
      const one = said('language', part);
      return one ? [one] : part.split(betweenLanguages).map((each) => said('language', each) ?? guessWord('language', each));
    });
    if (spoken.includes(undefined)) fault('language_unknown', 'language');
    return [...new Set(spoken.filter((one) => one !== undefined))];
  }

  const names = namesIn(cell);
  const phone = cell('phone') === '' ? null : (readPhone(cell('phone')) ?? null);
  if (cell('phone') !== '' && !phone) fault('phone_impossible', 'phone');
  const email = cell('email') === '' || !z.email().max(254).safeParse(cell('email')).success ? null : cell('email');
  if (cell('email') !== '' && !email) fault('email_impossible', 'email');
  const country = readCountry(cell('country')) ?? null;
  if (cell('country') !== '' && !country) fault('country_unknown', 'country');
  if (names.length === 0) fault(phone ? 'name_missing' : 'nobody_named');
  if (names.some((name) => name.length > longestName)) fault('name_too_long');
  const visitedOn = date('visited_on');
  if (visitedOn && visitedOn.length < 10) fault('visited_on_no_day', 'visited_on');
  const status = word('status');
  const parts = partsOf(cell('need'));
  const unknown = parts.filter((part) => !said('need', part));
  // Many registers tell the need in sentences: where one need is given for all, the sentence is kept as a note.
  const isTold = unknown.length > 0 && common.need !== null;
  if (unknown.length > 0 && !isTold) problems.push({ code: 'need_unknown', column: at('need'), value: unknown.join(', ').slice(0, 100) });
  const needs = [...new Set(parts.flatMap((part) => said('need', part) ?? []))].slice(0, 6);
  if (needs.length === 0 && common.need) needs.push(common.need);
  const opensSomething = at('visited_on') >= 0 || (status !== null && status !== 'none');
  if (needs.length === 0 && unknown.length === 0 && opensSomething) fault('need_missing', 'need');
  const note = [...(isTold ? [`${columns[at('need')]?.header ?? ''} : ${cell('need')}`] : []), noteOf(cells, fields, columns)]
    .filter((text) => text !== '')
    .join('\n');
  if (note.length > longestNote) fault('note_too_long', 'note');

  const spoken = languages();
  const answers: ReadRow['answers'] = {};
  for (const question of questions) {
    const column = fields.indexOf(ownField(question.id));
    const typed = column < 0 ? '' : tidy(cells[column] ?? '');
    if (typed === '') continue;
    const answer = readAnswer(question, typed, now);
    if (answer === undefined) problems.push({ code: 'answer_unreadable', column, value: typed.slice(0, 100) });
    else answers[question.id] = answer;
  }
  const read: ReadRow = {
    name: names[0] ?? phone,
    otherNames: names.slice(1),
    birthDate: date('birth_date'),
    sex: word('sex'),
    phone,
    email,
    country,
    language: spoken[0] ?? null,
    languages: spoken.slice(1),
    audience: word('audience'),
    visitedOn,
    needs,
    outcome: word('outcome'),
    status: status === 'none' ? null : status,
    note: note === '' ? null : note,
    answers,
  };
  return { read, problems };
}

/** Ready, to be looked at, or not to come in: by what does not fit and by whom it may be. */
export const stateOf = (problems: readonly RowProblem[], alike: number): RowState =>
  problems.some(({ code }) => stops(code)) ? 'error' : problems.length > 0 || alike > 0 ? 'look' : 'ready';

/** One line without signs that no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const tidy = (text: string): string => text.replace(/[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();

/** The names of a row, the one to call the person by first. */
function namesIn(cell: (field: RegisterField) => string): string[] {
  const whole = (suffix: '' | '_ar'): string =>
    cell(`name${suffix}`) || [cell(`given${suffix}`), cell(`family${suffix}`)].filter((part) => part !== '').join(' ');
  return [...new Set([whole(''), whole('_ar')])].filter((name) => name !== '');
}

/** Every column that is kept as a note, under its header where there are several. */
function noteOf(cells: readonly string[], fields: readonly ColumnField[], columns: readonly Column[]): string {
  const notes = fields.flatMap((field, i) => (field === 'note' && tidy(cells[i] ?? '') !== '' ? [i] : []));
  const isOne = fields.filter((field) => field === 'note').length === 1;
  return notes.map((i) => (isOne ? tidy(cells[i] ?? '') : `${columns[i]?.header ?? ''} : ${tidy(cells[i] ?? '')}`)).join('\n');
}
