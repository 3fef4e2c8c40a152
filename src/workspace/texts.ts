import { type Messages, type Translate, translator } from '../platform/i18n/index.ts';

/** The workspace speaks the two languages of its cells; the directory's content may be in others. */
export type WorkLanguage = 'fr' | 'ar';

/** The words of one language, fetched when it is spoken: a device seldom needs both. */
export interface Texts {
  language: WorkLanguage;
  messages: readonly Messages[];
  t: Translate;
  has: (key: string) => boolean;
}
export type Catalogues = Record<WorkLanguage, () => Promise<{ default: Messages }>>;
const catalogues: Catalogues = {
  fr: () => import('./messages/fr.json', { with: { type: 'json' } }),
  ar: () => import('./messages/ar.json', { with: { type: 'json' } }),
};

export async function fetchTexts(language: WorkLanguage): Promise<Texts> {
  const { default: messages } = await catalogues[language]();
  return textsOf(language, [messages]);
}

/** The same language with the words of a room beside those of every screen. */
export async function addTexts({ language, messages }: Texts, room: Catalogues): Promise<Texts> {
  const { default: more } = await room[language]();
  return textsOf(language, [...messages, more]);
}

const textsOf = (language: WorkLanguage, messages: readonly Messages[]): Texts => ({
  language,
  messages,
  t: translator(messages, language),
  has: (key) => messages.some((m) => key in m),
});
