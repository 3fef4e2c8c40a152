import { diff3Merge } from 'node-diff3';

/** Words and what stands between them: nearer than lines, since people write paragraphs without a line break. */
const piecesOf = (text: string): string[] => text.split(/(\s+)/u).filter((piece) => piece !== '');

/**
 * Brings together what two people made of one text without knowing of each other.
 * Undefined where both changed the same words: then someone has to choose, and neither text may be lost.
 */
export function mergeTexts(base: string, theirs: string, mine: string): string | undefined {
  if (theirs === mine || mine === base) return theirs;
  if (theirs === base) return mine;
  const regions = diff3Merge(piecesOf(theirs), piecesOf(base), piecesOf(mine), { excludeFalseConflicts: true });
  const merged: string[] = [];
  for (const region of regions) {
    if (!region.ok) return undefined;
    merged.push(...region.ok);
  }
  return merged.join('');
}
