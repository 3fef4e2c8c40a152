import type { Language } from '../../platform/i18n/index.ts';
import { type Translate, translator } from '../../platform/i18n/index.ts';
import arWork from '../../workspace/messages/ar.json' with { type: 'json' };
import frWork from '../../workspace/messages/fr.json' with { type: 'json' };
import arCases from '../screens/messages/ar.json' with { type: 'json' };
import frCases from '../screens/messages/fr.json' with { type: 'json' };
import ar from './screens/messages/ar.json' with { type: 'json' };
import fr from './screens/messages/fr.json' with { type: 'json' };

const speaking = { fr: translator([fr, frCases, frWork], 'fr'), ar: translator([ar, arCases, arWork], 'ar') };
const keys = new Set(Object.keys({ ...fr, ...frCases, ...frWork }));

/** The words of files that go out: the same as on the screens. */
export const wordsIn = (language: Language): Translate => speaking[language === 'ar' ? 'ar' : 'fr'];
export const hasWords = (key: string): boolean => keys.has(key);
