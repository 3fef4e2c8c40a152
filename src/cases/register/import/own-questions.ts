import { type CustomField, type FieldValue, refusalOfAnswer } from '../../../desk/index.ts';
import { westernDigits } from '../../../platform/western-digits.ts';
import type { ReadRow } from '../contract.ts';
import { type ColumnField, isOwnField, ownField } from '../lists.ts';
import { plain } from '../plain.ts';
import { knownHeader } from './known-headers.ts';
import { readDate } from './read-date.ts';

/** Those a register may answer: still asked, and nothing that is kept from most readers, for a register is reviewed in the open. */
export const askedIn = (fields: readonly CustomField[]): CustomField[] =>
  fields.filter(({ retiredAt, sensitivity }) => retiredAt === null && sensitivity !== 'sensitive');

/** Columns whose header is a question of the cell hold its answers; a question that is asked no more is left out. */
export function withQuestions(
  headers: readonly string[],
  fields: readonly ColumnField[],
  questions: readonly CustomField[],
): ColumnField[] {
  const taken = new Set<ColumnField>(fields);
  return fields.map((field, i) => {
    const header = headers[i] ?? '';
    if (isOwnField(field)) return questions.some(({ id }) => ownField(id) === field) ? field : 'ignore';
    if (header === '' || knownHeader(header)) return field;
    const asked = questions.find(({ id, labels }) => !taken.has(ownField(id)) && says(labels, header));
    if (!asked) return field;
    taken.add(ownField(asked.id));
    return ownField(asked.id);
  });
}

const says = (labels: { fr: string; ar: string }, typed: string): boolean =>
  Object.values(labels).some((label) => plain(label) === plain(typed));

const yes = ['oui', 'o', 'x', 'yes', 'si', 'vrai', '1', 'نعم'].map(plain);
const no = ['non', 'n', 'no', 'faux', '0', 'لا'].map(plain);

function read({ kind, options }: CustomField, typed: string, now: Date): FieldValue | undefined {
  switch (kind) {
    case 'choice':
      return options.find(({ labels }) => says(labels, typed))?.key;
    case 'yes_no':
      return yes.includes(plain(typed)) ? true : no.includes(plain(typed)) ? false : undefined;
    case 'date':
      return readDate(typed, now);
    case 'number':
      return Number(westernDigits(typed).replace(/\s/g, '').replace(/[,٫]/, '.'));
    case 'text':
      return typed.length <= 2000 ? typed : undefined;
  }
}

/** What a cell of a register answers to a question of the cell; undefined when that cannot be told. */
export function readAnswer(question: CustomField, typed: string, now: Date): FieldValue | undefined {
  const value = read(question, typed, now);
  return value === undefined || refusalOfAnswer(question, value) ? undefined : value;
}

/** What a row answers about one thing, but for what was answered before. */
export function answersAbout(
  subject: CustomField['subject'],
  { answers = {} }: Pick<Partial<ReadRow>, 'answers'>,
  questions: readonly CustomField[],
  answered: ReadonlySet<string>,
): Record<string, FieldValue> {
  return Object.fromEntries(
    questions.flatMap(({ id, subject: of }) => {
      const value = answers[id];
      return of === subject && value !== undefined && !answered.has(id) ? [[id, value]] : [];
    }),
  );
}
