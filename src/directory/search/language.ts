import { fold } from './folding.ts';

export const indexedLanguages = ['fr', 'ar', 'en', 'es'] as const;
export type IndexedLanguage = (typeof indexedLanguages)[number];

const words = (list: string): Set<string> => new Set(list.split(' ').map((word) => fold(word)));

const stopWords: Record<IndexedLanguage, Set<string>> = {
  fr: words(
    'le la les un une des de du d l au aux et ou où en à a par pour sur dans avec sans chez ce cet cette ces mon ma mes son sa ses nos vos leur leurs ' +
      'je tu il elle on nous vous ils elles que qui quoi dont est sont être suis ai ont avoir se s n ne pas plus y c j m t qu ' +
      'comment besoin cherche chercher voudrais veux faire peut trouver',
  ),
  en: words(
    'the a an of to in on at for and or with without is are be i you he she it we they my your his her our their this that these those from by how what where need want find look looking can do get me',
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

/** Words that say something; all of them when none does. */
export function contentWords(text: string): string[] {
  const all = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  const telling = all.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : all;
}

/** The language a text seems written in: by its script, then by its small words; undefined when nothing tells. */
export function detectLanguage(text: string): IndexedLanguage | undefined {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > latin) return 'ar';
  const counts = { fr: 0, en: 0, es: 0 };
  for (const word of fold(text).split(' ')) {
    for (const language of ['fr', 'en', 'es'] as const) if (stopWords[language].has(word)) counts[language]++;
  }
  const best = (['fr', 'en', 'es'] as const).reduce((a, b) => (counts[b] > counts[a] ? b : a));
  return counts[best] > 0 ? best : undefined;
}
