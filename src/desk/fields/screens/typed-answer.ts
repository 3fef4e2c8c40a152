import { westernDigits } from '../../../platform/western-digits.ts';
import type { CustomField, FieldValue } from '../contract.ts';
import { refusalOf } from '../rules.ts';

type Kind = Pick<CustomField, 'kind'>;

/** As it stands in its field; an answer not given is empty. */
export const typedOf = (value: FieldValue | undefined): string => (value === undefined ? '' : String(value));

/** Digits of either script, with a comma or a point before the decimals. */
const numberOf = (typed: string): number =>
  Number(
    westernDigits(typed)
      .replace(/[\s\u202f]/g, '')
      .replace(/[,٫]/, '.'),
  );
/** What is sent; `null` takes the answer away. */
export function answerOf({ kind }: Kind, typed: string): FieldValue | null {
  const plain = typed.trim();
  if (plain === '') return null;
  if (kind === 'number') return numberOf(plain);
  if (kind === 'yes_no') return plain === 'true';
  return plain;
}

/** Translation key of why what was typed is no answer: the server takes all answers together or none, so each is looked at before. */
export function problemIn(field: Pick<CustomField, 'kind' | 'options' | 'retiredAt'>, typed: string): string | undefined {
  const answer = answerOf(field, typed);
  const refusal = answer === null ? undefined : refusalOf(field, answer);
  return refusal && (refusal === 'field_retired' ? 'answers.retired' : `answers.${field.kind}.wrong`);
}
