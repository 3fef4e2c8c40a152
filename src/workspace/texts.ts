import { type Messages, type Translate, translator } from '../platform/i18n/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

/** The workspace speaks the two languages of its cells; the directory's content may be in others. */
export type WorkLanguage = 'fr' | 'ar';
const catalogues: Record<WorkLanguage, Messages> = { fr, ar };

export const hasText = (language: WorkLanguage, key: string): boolean => key in catalogues[language];
export const textsOf = (language: WorkLanguage): Translate => translator([catalogues[language]], language);
