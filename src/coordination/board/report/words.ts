import { type Translate, translator } from '../../../platform/i18n/index.ts';
import threadAr from '../../screens/messages/ar.json' with { type: 'json' };
import threadFr from '../../screens/messages/fr.json' with { type: 'json' };
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

/** The words of the committee's report and, for closed lists, those of the thread. */
export const reportWords: Record<'fr' | 'ar', Translate> = { fr: translator([threadFr, fr], 'fr'), ar: translator([threadAr, ar], 'ar') };
