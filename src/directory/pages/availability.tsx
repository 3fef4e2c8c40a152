import type { Translate } from '../../platform/i18n/index.ts';
import { type Availability, availabilityText } from './availability-text.ts';

/** Whether there is room, as the organisation said last. */
export function AvailabilityLine({ t, language, availability }: { t: Translate; language: string; availability: Availability }) {
  const full = availability.state === 'places' && availability.places !== 0;
  return <p className={full ? 'note' : 'note warn'}>{availabilityText(t, language, availability)}</p>;
}
