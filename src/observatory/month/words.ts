import { localeOf, type Translate, translator } from '../../platform/i18n/index.ts';
import workAr from '../../workspace/messages/ar.json' with { type: 'json' };
import workFr from '../../workspace/messages/fr.json' with { type: 'json' };
import type { Dimension, MonthReport, MonthRow } from './contract.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import { familyOf } from './families.ts';

export type ReportLanguage = 'fr' | 'ar';
/** The words of the report and, for closed lists, those every screen uses. */
const speak: Record<ReportLanguage, Translate> = { fr: translator([workFr, fr], 'fr'), ar: translator([workAr, ar], 'ar') };

export interface ReportWords {
  t: Translate;
  month: string;
  label(dimension: Dimension, row: MonthRow): string;
}
export function wordsOf({ month }: Pick<MonthReport, 'month'>, language: ReportLanguage): ReportWords {
  const t = speak[language];
  return {
    t,
    month: new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    ),
    label: (dimension, { value, name }) => name?.[language] ?? t(`${familyOf[dimension]}.${value}`),
  };
}
export const methodNotes = ['visits', 'comparison', 'delay', 'referral'] as const;
