import { coordinationMessages, wordsFor } from '../../coordination/index.ts';
import { localeOf, type Translate, translator } from '../../platform/i18n/index.ts';
import type { Told } from '../contract.ts';
import { planWords } from '../words/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

export type PaperLanguage = 'fr' | 'ar';
/** The words of a plan's papers and workbooks, and of its closed lists. */
export const paperSpeech: Record<PaperLanguage, Translate> = {
  fr: translator([fr, planWords.fr, coordinationMessages.fr], 'fr'),
  ar: translator([ar, planWords.ar, coordinationMessages.ar], 'ar'),
};

/** How a paper says what a plan holds. */
export interface Speaker {
  t: Translate;
  language: PaperLanguage;
  /** Words in the reader's language, else in the one there is. */
  say(words: Told | null | undefined): string;
  number(value: number): string;
  /** Dirhams without their name, for a table; hundredths only where there are any. */
  amount(dirhams: number): string;
  money(dirhams: number): string;
  day(day: string): string;
  share(share: number): string;
  /** The names of some of a closed list, one after the other. */
  list(of: 'audience' | 'by', keys: readonly string[]): string;
}

// A thousand and its like stand apart by a space in both languages, as in the papers of communes.
const numbers = new Intl.NumberFormat('fr', { maximumFractionDigits: 2 });
const amounts = new Intl.NumberFormat('fr', { minimumFractionDigits: 2, maximumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger' });

export function speakerOf(t: Translate, language: PaperLanguage): Speaker {
  const days = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  const shares = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 });
  const amount = (dirhams: number): string => amounts.format(dirhams);
  return {
    t,
    language,
    number: (value) => numbers.format(value),
    amount,
    say: (words) => (words ? wordsFor(words, language).text : ''),
    money: (dirhams) => t('plans.paper.money', { amount: amount(dirhams) }),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    share: (share) => shares.format(share),
    list: (of, keys) => keys.map((key) => t(`plans.word.${of}.${key}`)).join(language === 'ar' ? '، ' : ', '),
  };
}

/** Facts whose value is not empty. */
export const factsOf = (facts: readonly (readonly [name: string, value: string])[]): { name: string; value: string }[] =>
  facts.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }));
