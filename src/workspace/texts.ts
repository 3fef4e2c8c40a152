import { type Messages, type Translate, translator } from '../platform/i18n/index.ts';

/** The workspace speaks the two languages of its cells; the directory's content may be in others. */
export type WorkLanguage = 'fr' | 'ar';

/** The words of one language, fetched when it is spoken: a device seldom needs both. */
export interface Texts {
  language: WorkLanguage;
  t: Translate;
  has: (key: string) => boolean;
}
const catalogues: Record<WorkLanguage, () => Promise<{ default: Messages }>> = {
  fr: () => import('./messages/fr.json', { with: { type: 'json' } }),
  ar: () => import('./messages/ar.json', { with: { type: 'json' } }),
};

export async function fetchTexts(language: WorkLanguage): Promise<Texts> {
  const { default: messages } = await catalogues[language]();
  return { language, t: translator([messages], language), has: (key) => key in messages };
}
