import type { CareEntity } from './lists.ts';

/** Fields of a record one by one: a text of one language stands as `translations.ar.description`. */
export type FlatFields = Record<string, unknown>;

/** The column that holds each plain field. */
export const plainColumns: Record<CareEntity, Readonly<Record<string, string>>> = {
  service: {
    name: 'name',
    alternateName: 'alternate_name',
    organizationId: 'organization_id',
    description: 'description',
    eligibility: 'eligibility_description',
    minimumAge: 'minimum_age',
    maximumAge: 'maximum_age',
    alert: 'alert',
    applicationProcess: 'application_process',
    fees: 'fees_description',
    url: 'url',
    email: 'email',
    status: 'status',
  },
  organization: {
    name: 'name',
    alternateName: 'alternate_name',
    description: 'description',
    email: 'email',
    website: 'website',
    communeCode: 'commune_code',
  },
};
/** The column of `directory.translation` that holds each text. */
export const textColumns: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  eligibility: 'eligibility_description',
  alert: 'alert',
  applicationProcess: 'application_process',
  fees: 'fees_description',
  wordings: 'wordings',
};

/** Parts a field of a text of one language; `undefined` for any other field. */
export function textField(field: string): { language: string; member: string; column: string } | undefined {
  const [kind, language, member] = field.split('.');
  const column = textColumns[member ?? ''];
  return kind === 'translations' && language && member && column ? { language, member, column } : undefined;
}

/** One field per text; a member that is absent is not named. */
export function flatten(fields: Readonly<Record<string, unknown>>): FlatFields {
  const flat: FlatFields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (name !== 'translations') flat[name] = value;
    else
      for (const [language, texts] of Object.entries(value as Record<string, Record<string, unknown>>))
        for (const [member, text] of Object.entries(texts ?? {})) if (text !== undefined) flat[`translations.${language}.${member}`] = text;
  }
  return flat;
}

/** What is compared: no order of keys, of a list no order of its items, and empty text is none. */
function comparable(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(comparable(item))).sort();
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]): [string, unknown] => [name, comparable(member)]);
    return Object.fromEntries(members.filter(([, member]) => member !== null && member !== false).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return value;
}
/** Whether two values of a field say the same. */
export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));

/** The fields of `wished` that say something else than the record, and what the record says of them. */
export function differing(record: FlatFields, wished: FlatFields): { before: FlatFields; after: FlatFields } {
  const names = Object.keys(wished).filter((name) => !sameValue(record[name], wished[name]));
  const pick = (from: FlatFields) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { before: pick(record), after: pick(wished) };
}

/** What a focal point may only propose: names, needs, audiences, and whose service it is. */
const needsApproval = (field: string): boolean =>
  ['name', 'organizationId', 'needs', 'audiences'].includes(field) || textField(field)?.member === 'name';

/** Parts a focal point's changes into those that hold at once and those an editor decides. */
export function partByApproval(fields: FlatFields): { free: FlatFields; approved: FlatFields } {
  const all = Object.entries(fields);
  return {
    free: Object.fromEntries(all.filter(([name]) => !needsApproval(name))),
    approved: Object.fromEntries(all.filter(([name]) => needsApproval(name))),
  };
}
