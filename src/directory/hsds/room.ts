import ar from '../care/messages/ar.json' with { type: 'json' };
import en from '../care/messages/en.json' with { type: 'json' };
import es from '../care/messages/es.json' with { type: 'json' };
import fr from '../care/messages/fr.json' with { type: 'json' };
import { isLanguage, translator } from '../../platform/i18n/index.ts';
import { availabilityText } from '../pages/availability-text.ts';
import type { HsdsRecord } from './clean.ts';

const words = {
  fr: translator([fr], 'fr'),
  ar: translator([ar], 'ar'),
  en: translator([en], 'en'),
  es: translator([es], 'es'),
};

/** HSDS counts what is available; that there is a waiting list, and until when, it can only be told in words. */
export function describeRoom(language: string | null, capacities: readonly HsdsRecord[]): void {
  if (language === null || !isLanguage(language)) return;
  for (const capacity of capacities) {
    const { state, available, until } = capacity;
    if (state !== 'places' && state !== 'some_places' && state !== 'waiting_list' && state !== 'closed') continue;
    capacity.description = availabilityText(words[language], language, {
      state: state === 'some_places' ? 'places' : state,
      places: state === 'places' && typeof available === 'number' ? available : null,
      until: typeof until === 'string' ? until : null,
    });
  }
}
