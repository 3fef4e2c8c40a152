import { planWords } from '../words/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

/** What the public pages say around what a commune wrote, and what the closed lists of a plan are called there. */
export const planMessages = {
  fr: { ...planWords.fr, ...fr },
  ar: { ...planWords.ar, ...ar },
  en: { ...planWords.en, ...en },
  es: { ...planWords.es, ...es },
};
