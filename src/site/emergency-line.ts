import type { Translate } from '../platform/i18n/index.ts';
import type { EmergencyNumber } from '../territory/index.ts';

/** Whom to call when life is in danger, in one line; empty where the region's data names nobody. */
export function emergencyLine(t: Translate, numbers: readonly EmergencyNumber[], language: string): string {
  const calls = numbers.map(({ names, number }) => `${names[language] ?? names.fr} ${number}`);
  return calls.length > 0 ? t('site.home.emergency', { calls: calls.join(' · ') }) : '';
}
