import { toTold, type Typed } from '../../../coordination/screens/index.ts';

import { type FieldKind, fieldsOf, type Thing } from '../../lists.ts';
import { readTyped } from '../../../platform/typed-number.ts';

/** What stands in a field while it is typed: words in two languages, a list, or a text. */
export type TypedValue = Typed | string[] | string;
export type TypedRow = Record<string, TypedValue>;

/** The fields of a thing that are typed in a form: where it stands in its order is not. */
export const typedFields = (thing: Thing): [string, FieldKind][] =>
  Object.entries(fieldsOf[thing] as Record<string, FieldKind>).filter(([name]) => name !== 'position');

const namedOtherwise: Record<string, (thing: Record<string, unknown>) => unknown> = {
  holder_id: (thing) => (thing['holderOrganization'] as { id: string } | null)?.id ?? null,
  partner_ids: (thing) => (thing['partnerOrganizations'] as { id: string }[]).map((o) => o.id),
};
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What stands in a field of a thing as a plan tells it. */
export const standing = (thing: object, name: string): unknown =>
  (namedOtherwise[name] ?? ((t: Record<string, unknown>) => t[camel(name)]))(thing as Record<string, unknown>) ?? null;

/** As it is typed. */
export function toTyped(kind: FieldKind['kind'], value: unknown): TypedValue {
  if (kind === 'told') {
    const { fr = '', ar = '' } = (value ?? {}) as Partial<Typed>;
    return { fr, ar };
  }
  if (kind === 'list' || kind === 'ids') return (value as string[] | null) ?? [];
  return value === null || value === undefined ? '' : String(value);
}

/** What was typed, as a command says it; `wrong` where it is no number. */
export function fromTyped(kind: FieldKind['kind'], typed: TypedValue): unknown {
  if (kind === 'told') return toTold(typed as Typed) ?? null;
  if (kind === 'list' || kind === 'ids') return typed;
  const text = (typed as string).trim();
  if (kind === 'number') return readTyped(text) ?? null;
  return text === '' ? null : text;
}
export const isWrong = (kind: FieldKind, typed: TypedValue): boolean => {
  if (kind.kind !== 'number') return false;
  const value = readTyped(typed as string);
  if (value === undefined) return false;
  return (
    value === 'wrong' || value < (kind.least ?? -1e12) || value > (kind.most ?? 1e12) || (kind.isWhole === true && !Number.isInteger(value))
  );
};
export const isMissing = (kind: FieldKind, typed: TypedValue): boolean =>
  'isNeeded' in kind && kind.isNeeded === true && fromTyped(kind.kind, typed) === null;
