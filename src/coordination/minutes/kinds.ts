import { organizationKinds } from './lists.ts';

/** Kinds of organisation that other directories brought along are counted with the others. */
export function byKnownKind(counts: Record<string, number>): Record<string, number> {
  const known: Record<string, number> = {};
  for (const [kind, count] of Object.entries(counts)) {
    const key = organizationKinds.find((each) => each === kind) ?? 'other';
    known[key] = (known[key] ?? 0) + count;
  }
  return known;
}
