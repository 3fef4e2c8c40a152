import { parseReference } from '../../../platform/reference.ts';

export type Typed = { reference: string } | { name: string } | undefined;

/** A reference as it stands, or at the end of an address that a code may hold. */
export function referenceIn(text: string): string | undefined {
  const last =
    text
      .trim()
      .split(/[/?#=]/)
      .at(-1) ?? '';
  return parseReference(text) ?? parseReference(last);
}

/**
 * What the one field was given. A scanner types like a keyboard that it takes for an English one, so on a French or an
 * Arabic layout its letters come out as others: the keys themselves, `keys`, then still spell the reference.
 */
export function readTyped(text: string, keys: string): Typed {
  const reference = referenceIn(text) ?? parseReference(keys);
  if (reference) return { reference };
  const name = text.trim();
  // Counted in signs, as the server does: an emoji is one.
  return [...name].length >= 2 ? { name } : undefined;
}

/** The letter or digit an English keyboard would give for a key, by its place. */
export const keyOf = (code: string): string => /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).find(Boolean) ?? '';
