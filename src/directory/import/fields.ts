import { z } from 'zod';

/** How one column is read, stored and checked. The zod issue's message is a `RowErrorCode`. */
export interface Column {
  type: 'uuid' | 'text' | 'date' | 'timestamptz' | 'smallint' | 'integer' | 'numeric' | 'double precision' | 'boolean' | 'text[]' | 'jsonb';
  field: z.ZodType<unknown, string>;
  /** The header must be there. */
  required: boolean;
  /** The row it refers to, in the file or already in the directory under another source. */
  link?: Entity;
  /** The row it hangs on, which must be in the same import. */
  parent?: boolean;
  /** The database makes it out of the other columns: told, and never written. */
  derived?: boolean;
  /** What JSON Schema would call its format. */
  format?: 'uri' | 'email';
}
export type Entity =
  | 'organization'
  | 'service'
  | 'location'
  | 'taxonomy'
  | 'taxonomy_term'
  | 'program'
  | 'service_at_location'
  | 'contact'
  | 'phone'
  | 'unit';

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

// U+0000 cannot be stored; the other control characters are never meant (tab and line feed are).
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const text = (maximum: number) =>
  z
    .string()
    .transform((cell) => cell.trim().normalize('NFC'))
    .refine((cell) => !control.test(cell), 'text_unreadable')
    .refine((cell) => cell.length <= maximum, 'text_too_long');

type Check = (value: string) => boolean;
const cell = <T>(
  required: boolean,
  maximum: number,
  code: string,
  check: Check,
  parse: (value: string) => T,
): z.ZodType<T | null, string> =>
  text(maximum)
    .refine((value) => value !== '' || !required, 'required')
    .refine((value) => value === '' || check(value), code)
    .transform((value) => (value === '' ? null : parse(value)));

const same = (value: string): string => value;
const isDay: Check = (value) => {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).map(Number);
  if (!year || !month || !day) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const isNumber =
  (minimum: number, maximum: number, whole: boolean): Check =>
  (value) => {
    if (!/^-?\d{1,12}(\.\d{1,20})?$/.test(value)) return false;
    const number = Number(value);
    return number >= minimum && number <= maximum && (!whole || Number.isInteger(number));
  };
const isUrl: Check = (value) => /^https?:\/\/[^\s/]+/i.test(value) && URL.canParse(value);
const isUri: Check = (value) => /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value) && !/^(javascript|data|vbscript):/i.test(value);
const isEmail: Check = (value) => z.email().safeParse(value).success;
const isWordings: Check = (value) => {
  try {
    return z.record(z.string(), z.string()).safeParse(JSON.parse(value)).success;
  } catch {
    return false;
  }
};
const isTrue = (value: string): boolean => /^(true|1|yes)$/i.test(value);
const isBoolean: Check = (value) => /^(true|false|1|0|yes|no)$/i.test(value);

const column = (type: Column['type'], required: boolean, field: Column['field']): Column => ({ type, field, required });
const uuid = (required: boolean) =>
  cell(
    required,
    100,
    'not_uuid',
    (v) => uuidPattern.test(v),
    (v) => v.toLowerCase(),
  );

export const id = (): Column => column('uuid', true, uuid(true));
export const link = (to: Entity, required = false): Column => ({ ...column('uuid', required, uuid(required)), link: to });
/** Link to the row this one is a part of. */
export const parent = (to: Entity, required = false): Column => ({ ...link(to, required), parent: true });
export const requiredText = (maximum = 5000): Column =>
  column(
    'text',
    true,
    cell(true, maximum, 'required', () => true, same),
  );
export const optionalText = (maximum = 20_000): Column =>
  column(
    'text',
    false,
    cell(false, maximum, 'required', () => true, same),
  );
/** HSDS requires the column; an empty cell is stored as empty text. */
export const plainText = (maximum = 20_000): Column =>
  column(
    'text',
    true,
    cell(false, maximum, 'required', () => true, same).transform((v) => v ?? ''),
  );
export const url = (): Column => ({ ...column('text', false, cell(false, 2000, 'not_url', isUrl, same)), format: 'uri' });
export const requiredUrl = (): Column => ({ ...column('text', true, cell(true, 2000, 'not_url', isUrl, same)), format: 'uri' });
/** Names a thing, and need not be an address one can open. */
export const uri = (): Column => ({ ...column('text', false, cell(false, 2000, 'not_uri', isUri, same)), format: 'uri' });
export const email = (): Column => ({ ...column('text', false, cell(false, 320, 'not_email', isEmail, same)), format: 'email' });
const moments = /^(\d{4}-\d{2}-\d{2})([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** A point in time; without an offset it is read as UTC. */
export const moment = (): Column =>
  column(
    'timestamptz',
    true,
    cell(
      true,
      60,
      'not_date',
      (value) => isDay(moments.exec(value)?.[1] ?? ''),
      (value) => (/(Z|[+-]\d{2}:?\d{2})$/.test(value.slice(10)) ? value : `${value}${value.length === 10 ? 'T00:00' : ''}Z`),
    ),
  );
export const day = (): Column =>
  column(
    'date',
    true,
    cell(
      true,
      40,
      'not_date',
      (value) => isDay(value.slice(0, 10)),
      (v) => v.slice(0, 10),
    ),
  );
export const whole = (): Column => column('integer', false, cell(false, 40, 'not_number', isNumber(0, 100_000, true), Number));
export const decimal = (required = false): Column =>
  column('numeric', required, cell(required, 40, 'not_number', isNumber(-1e12, 1e12, false), Number));
export const date = (): Column => column('date', false, cell(false, 40, 'not_date', isDay, same));
export const time = (): Column =>
  column(
    'text',
    false,
    cell(false, 40, 'not_time', (v) => /^([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:?\d{2})?$/.test(v), same),
  );
export const age = (): Column => column('smallint', false, cell(false, 40, 'not_age', isNumber(0, 150, true), Number));
export const year = (): Column => column('smallint', false, cell(false, 40, 'not_year', isNumber(1900, 2100, true), Number));
export const degrees = (limit: 90 | 180): Column =>
  column('double precision', false, cell(false, 40, 'not_number', isNumber(-limit, limit, false), Number));
export const yesOrNo = (absent: boolean): Column =>
  column(
    'boolean',
    false,
    cell(false, 40, 'not_boolean', isBoolean, isTrue).transform((v) => v ?? absent),
  );
export const language = (): Column =>
  column(
    'text',
    false,
    cell(false, 40, 'not_language', (v) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(v), same),
  );
export const country = (): Column =>
  column(
    'text',
    true,
    cell(true, 40, 'not_country', (v) => /^[A-Z]{2}$/.test(v), same),
  );
export const territory = (): Column =>
  column(
    'text',
    false,
    cell(false, 40, 'not_territory', (v) => /^([A-Z]{2}|\d{2,10})$/.test(v), same),
  );
export const oneOf = (values: readonly string[], required = false): Column =>
  column(
    'text',
    required,
    cell(required, 100, 'not_in_list', (v) => values.includes(v), same),
  );
export const matching = (pattern: RegExp, code: string): Column =>
  column(
    'text',
    false,
    cell(false, 1000, code, (v) => pattern.test(v), same),
  );
/** Short texts by what the original says, as a JSON object. */
export const wordings = (): Column => column('jsonb', false, cell(false, 100_000, 'not_wordings', isWordings, JSON.parse));
/** Several values between `|`. */
export const list = (): Column =>
  column(
    'text[]',
    false,
    cell(
      false,
      20_000,
      'required',
      () => true,
      (v) =>
        v
          .split('|')
          .map((s) => s.trim())
          .filter((s) => s !== ''),
    ).transform((v) => v ?? []),
  );
