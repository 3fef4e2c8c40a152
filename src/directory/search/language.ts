import { fold } from './folding.ts';

export const indexedLanguages = ['fr', 'ar', 'en', 'es'] as const;
export type IndexedLanguage = (typeof indexedLanguages)[number];

const words = (list: string): Set<string> => new Set(list.split(' ').map((word) => fold(word)));

const stopWords: Record<IndexedLanguage, Set<string>> = {
  fr: words(
    'le la les un une des de du d l au aux et ou où en à a par pour sur dans avec sans chez ce cet cette ces mon ma mes son sa ses nos vos leur leurs ' +
      'je tu il elle on nous vous ils elles que qui quoi dont est sont être suis ai ont avoir se s n ne pas plus y c j m t qu ' +
      'comment besoin cherche chercher voudrais veux faire peut trouver mettre obtenir avoir prendre aller demander savoir dois doit faut veut va bien cela ca svp merci bonjour quelle quel toucher recevoir',
  ),
  en: words(
    'the a an of to in on at for and or with without is are be i you he she it we they my your his her our their this that these those from by how what where need want find look looking can do get me am i’m have has please hello should must',
  ),
  es: words(
    'el la los las un una unos unas de del al en y o u con sin por para que quien es son ser estar mi su sus tu nos se lo le les como donde necesito busco quiero puedo',
  ),
  ar: words(
    'في من على إلى الى عن مع أو و هو هي هذا هذه ذلك التي الذي أن إن ان ما لا كيف أين اين ديال د ل ب بغيت واش شي كيفاش عند كل أريد ابحث أبحث',
  ),
};
const everyStopWord = new Set(Object.values(stopWords).flatMap((set) => [...set]));

export const isStopWord = (folded: string): boolean => everyStopWord.has(folded);

/** What one group of characters between spaces is made of. */
interface Token {
  /** Folded; « l'école » is two. */
  words: string[];
  telling: string[];
  arabicLetters: number;
  latinLetters: number;
  languages: IndexedLanguage[];
}
const latinLanguages = ['fr', 'en', 'es'] as const;
function analyse(raw: string): Token {
  const words = fold(raw)
    .split(' ')
    .filter((word) => word !== '');
  return {
    words,
    telling: words.filter((word) => !isStopWord(word)),
    arabicLetters: raw.match(/\p{Script=Arabic}/gu)?.length ?? 0,
    latinLetters: raw.match(/\p{Script=Latin}/gu)?.length ?? 0,
    languages: words.flatMap((word) => latinLanguages.filter((language) => stopWords[language].has(word))),
  };
}

/** Reads texts; texts repeat their words, so what is known of a word is kept. One reader an indexing: it never forgets. */
export class TextReader {
  readonly #tokens = new Map<string, Token>();

  #read(text: string): Token[] {
    return text.split(/\s+/u).map((raw) => {
      let token = this.#tokens.get(raw);
      if (!token) {
        token = analyse(raw);
        this.#tokens.set(raw, token);
      }
      return token;
    });
  }

  /** Words that say something; all of them when none does. */
  contentWords(text: string): string[] {
    const tokens = this.#read(text);
    const words: string[] = [];
    for (const token of tokens) for (const word of token.telling) words.push(word);
    return words.length > 0 ? words : tokens.flatMap((token) => token.words);
  }

  /** The language a text seems written in: by its script, then by its small words; undefined when nothing tells. */
  detectLanguage(text: string): IndexedLanguage | undefined {
    let arabic = 0;
    let latin = 0;
    const counts = { fr: 0, en: 0, es: 0, ar: 0 };
    for (const token of this.#read(text)) {
      arabic += token.arabicLetters;
      latin += token.latinLetters;
      for (const language of token.languages) counts[language]++;
    }
    if (arabic > latin) return 'ar';
    const best = latinLanguages.reduce((a, b) => (counts[b] > counts[a] ? b : a));
    return counts[best] > 0 ? best : undefined;
  }
}

/** Words of one question that say something; all of them when none does. */
export const contentWords = (text: string): string[] => new TextReader().contentWords(text);
export const detectLanguage = (text: string): IndexedLanguage | undefined => new TextReader().detectLanguage(text);
