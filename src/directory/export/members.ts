type Json = Record<string, unknown>;

/** What a nested HSDS record holds, asked for by name: the text, or nothing. */
export const textOf = (record: Json, name: string): string | undefined => {
  const value = record[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
export const numberOf = (record: Json, name: string): number | undefined => {
  const value = record[name];
  return typeof value === 'number' ? value : undefined;
};
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const recordsOf = (record: Json, name: string): Json[] => {
  const value = record[name];
  return Array.isArray(value) ? value.filter(isRecord) : [];
};
export const recordOf = (record: Json, name: string): Json | undefined => {
  const value = record[name];
  return isRecord(value) ? value : undefined;
};
/** The value under that name, if there is one; so that what is unknown is left out. */
export const given = (name: string, value: unknown): Json =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };
