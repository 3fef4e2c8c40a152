import { localeOf, type Translate, translator } from '../../platform/i18n/index.ts';
import workAr from '../../workspace/messages/ar.json' with { type: 'json' };
import workFr from '../../workspace/messages/fr.json' with { type: 'json' };
import type { MonthReport } from './contract.ts';
import { layOut, type ReadMonth } from './layout.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

export type ReportLanguage = 'fr' | 'ar';
/** The words of the report and, for closed lists, those every screen uses. */
const speak: Record<ReportLanguage, Translate> = { fr: translator([workFr, fr], 'fr'), ar: translator([workAr, ar], 'ar') };

export interface ReportWords extends ReadMonth {
  t: Translate;
  month: string;
}
export function wordsOf(report: MonthReport, language: ReportLanguage): ReportWords {
  const t = speak[language];
  const month = new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return { t, month: month.format(new Date(`${report.month}-01T00:00:00Z`)), ...layOut(report, t, language) };
}
