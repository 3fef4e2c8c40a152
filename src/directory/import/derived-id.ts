import { createHash } from 'node:crypto';
import { uuidPattern } from './fields.ts';

// The name space of ids made from a source's own ids; changing it would make every record a new one.
const nameSpace = Buffer.from('6f1f3b5e0d3b5a539c3f2b7f5d0a6a51', 'hex');

/** The UUID (version 5) that stands for a record of a source: the same at each import. An id that is a UUID already stays. */
export function derivedId(source: string, table: string, parts: readonly string[]): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && uuidPattern.test(only)) return only.toLowerCase();
  const bytes = createHash('sha1')
    .update(nameSpace)
    .update(JSON.stringify([source, table, ...parts]))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
