import type { CustomField, FieldValue } from './contract.ts';

type Asked = Pick<CustomField, 'kind' | 'options' | 'retiredAt'>;

/** Why a value is no answer to a field, or nothing. */
export function refusalOf(field: Asked, value: FieldValue): string | undefined {
  if (field.retiredAt !== null) return 'field_retired';
  const fits: Record<Asked['kind'], () => boolean> = {
    text: () => typeof value === 'string',
    choice: () => typeof value === 'string' && field.options.some((o) => o.key === value),
    number: () => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e12,
    date: () => typeof value === 'string' && isDay(value),
    yes_no: () => typeof value === 'boolean',
  };
  return fits[field.kind]() ? undefined : 'not_an_answer';
}
/** A day of the calendar from 1900 to 2200, `YYYY-MM-DD`. */
function isDay(value: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Whether a field is asked about something with these needs. */
export const isAskedFor = (field: Pick<CustomField, 'needs' | 'retiredAt'>, needs: readonly string[]): boolean =>
  field.retiredAt === null && (field.needs.length === 0 || field.needs.some((n) => needs.includes(n)));
