import { mergeTexts } from '../coordination/index.ts';
import type { FieldKind } from './lists.ts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value : []);

/** What two made of a list: what either added is in it, what either took out is not. */
function mergeLists(base: string[], theirs: string[], mine: string[]): string[] {
  const out = base.filter((v) => !theirs.includes(v) || !mine.includes(v));
  return [...new Set([...theirs, ...mine])].filter((v) => !out.includes(v));
}

/**
 * Brings together what two made of one field without knowing of each other. `isMet`: both changed it and cannot both stand; somebody has to
 * choose, and until then what was there first stands.
 */
export function mergeField(kind: FieldKind['kind'], base: unknown, theirs: unknown, mine: unknown): { value: unknown } | { isMet: true } {
  if (kind === 'told' || kind === 'text') {
    const merged = mergeTexts(String(base ?? ''), String(theirs ?? ''), String(mine ?? ''));
    return merged === undefined ? { isMet: true } : { value: merged };
  }
  if (kind === 'list' || kind === 'ids') return { value: mergeLists(listOf(base), listOf(theirs), listOf(mine)) };
  const [was, is] = [base ?? null, theirs ?? null];
  // Of what was emptied meanwhile there is nothing to choose from.
  if (isSame(was, is) || is === null || isSame(is, mine)) return { value: mine };
  return isSame(was, mine) ? { value: is } : { isMet: true };
}
