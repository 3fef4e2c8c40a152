import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../../platform/config.ts';
import { tables } from './tables.ts';
import { translationMembers } from './translation-table.ts';

const translatable = ['organization', 'service', 'location', 'taxonomy', 'taxonomy_term'] as const;
type Translatable = (typeof translatable)[number];
export const isTranslatable = (name: string): name is Translatable => translatable.some((l) => l === name);
const linkable = [...translatable, 'program', 'contact', 'service_at_location'] as const;
type Linkable = (typeof linkable)[number];
export const isLinkable = (name: string): name is Linkable => linkable.some((l) => l === name);

/** Where a value comes from: a column's name (`alias.column` through a join), or more exactly: */
const expression = z.union([
  z.string(),
  z.strictObject({
    column: z.string().optional(),
    /** Several columns in one value; the empty ones are left out. */
    columns: z.array(z.string()).optional(),
    join: z.string().default(' '),
    /** The first of these columns that is not empty. */
    first: z.array(z.string()).optional(),
    constant: z.string().optional(),
    /** The piece of the cell that `each` cuts. */
    item: z.literal(true).optional(),
    /** Words of the file → words of HSDS; a word not listed stays and is then checked. */
    values: z.record(z.string(), z.string()).optional(),
    /** When the cell is empty. */
    default: z.string().optional(),
    as: z.enum(['time', 'date-dmy', 'date-mdy', 'url', 'lower']).optional(),
    /** The value is an id of the file; it becomes the UUID of that record. */
    id: z.enum(linkable).optional(),
  }),
]);
export type Expression = z.infer<typeof expression>;

const tableNames = tables.map((t) => t.name);
const rule = z
  .strictObject({
    table: z.string().refine((name) => tableNames.some((n) => n === name), `must be one of ${tableNames.join(', ')}`),
    from: z.string().refine((path) => !/^([a-z]+:|[/\\])|\.\./i.test(path), 'must be a file inside the folder'),
    /** Alias → the row of another file whose `to` is this row's `column`. */
    joins: z
      .record(
        z.string(),
        z.strictObject({
          file: z.string(),
          column: z.string(),
          to: z.string().default('id'),
          /** There need not be such a row. */
          optional: z.boolean().default(false),
          /** Several rows are one text, with this between. */
          separator: z.string().optional(),
        }),
      )
      .default({}),
    /** What together names the record. */
    id: z.array(expression).min(1).default(['id']),
    /** One row for each piece of a cell. */
    each: z.strictObject({ column: z.string(), separator: z.string().min(1) }).optional(),
    /** Only rows where this column is filled in. */
    when: z.string().optional(),
    /** Rows with the same id are one record; the first counts. */
    distinct: z.boolean().default(false),
    /** The rule gives the translation of a record, not the record. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .optional(),
    columns: z.record(z.string(), expression),
  })
  .refine((r) => r.language === undefined || isTranslatable(r.table), `a translation is of ${translatable.join(', ')}`);
export type Rule = z.infer<typeof rule>;

const mappingSchema = z.strictObject({
  source: z.string().min(1),
  name: z.string().min(1),
  /** Files and columns that are not there are taken as empty. */
  lenient: z.boolean().default(false),
  rules: z.array(rule).min(1),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Checks a mapping. Throws `StartupError` naming the member that does not fit. */
export function parseMapping(content: unknown, file: string): Mapping {
  const parsed = mappingSchema.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartupError(
      `${file}: ${issue?.path.join('.') || 'the mapping'} does not fit: ${issue?.message}. See data/mappings/README.md.`,
    );
  }
  for (const { table, columns, language } of parsed.data.rules) {
    const known = language
      ? translationMembers
      : Object.keys(tables.find((t) => t.name === table)?.columns ?? {}).filter((name) => name !== 'id');
    const unknown = Object.keys(columns).find((name) => !known.includes(name));
    if (unknown) throw new StartupError(`${file}: ${table} has no column ${unknown}. It has ${known.join(', ')}.`);
  }
  return parsed.data;
}

export function readMapping(path: string): Mapping {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new StartupError(`The mapping ${path} is missing or is not JSON. Give --mapping a file such as data/mappings/ohana.json.`);
  }
  return parseMapping(content, basename(path));
}
