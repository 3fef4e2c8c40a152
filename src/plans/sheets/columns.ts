import type { SheetCell } from '../../directory/index.ts';
import { translator, type Translate } from '../../platform/i18n/index.ts';
import type { Told } from '../contract.ts';
import { spokenTexts } from '../lists.ts';
import type { PaperLanguage } from '../papers/speak.ts';
import { planWords } from '../words/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

/** The headings of a plan's workbooks: what is written there, and what is recognised in those that come. */
export const sheetSpeech: Record<PaperLanguage, Translate> = {
  fr: translator([fr, planWords.fr], 'fr'),
  ar: translator([ar, planWords.ar], 'ar'),
};

/** A column of a sheet: what stands over it, how wide it is in letters, what a thing has in it. */
export interface SheetColumn<T> {
  heading: string;
  width: number;
  cell: (thing: T, n: number) => SheetCell;
}

/** One column for each language in which somebody wrote, the reader's always. */
export function toldColumns<T>(
  t: Translate,
  language: PaperLanguage,
  heading: string,
  width: number,
  all: readonly T[],
  words: (thing: T) => Told | null,
): SheetColumn<T>[] {
  return spokenTexts
    .filter((spoken) => spoken === language || all.some((thing) => words(thing)?.[spoken]))
    .map((spoken) => ({ heading: t(`plans.sheet.in.${spoken}`, { heading }), width, cell: (thing) => words(thing)?.[spoken] ?? '' }));
}

export async function* rowsOf(rows: readonly (readonly SheetCell[])[]): AsyncGenerator<readonly SheetCell[]> {
  yield* rows;
}
