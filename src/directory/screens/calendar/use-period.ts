import { useState } from 'react';
import { useMissing } from '../../../ui/focus.ts';
import { useT } from '../../../workspace/language.tsx';
import { type Period, periodProblem } from '../../opening/period.ts';

export type Sureness = 'confirmed' | 'expected';

const dayLength = 86_400_000;
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
/** That many days later; an unfinished date stays as it is. */
const later = (from: string, days: number): string =>
  isDay(from) ? new Date(Date.parse(from) + days * dayLength).toISOString().slice(0, 10) : from;

export interface PeriodDraft {
  firstDay: string;
  lastDay: string;
  sureness: Sureness | '';
}
export interface PeriodForm extends PeriodDraft {
  change: (changed: Partial<PeriodDraft>) => void;
  /** Moving the first day takes the last one along. */
  moveFirst: (firstDay: string) => void;
  hasDays: boolean;
  /** What stands in the way, said only to someone who tried to go on. */
  error: string | undefined;
  surenessError: string | undefined;
  mayGoOn: () => boolean;
}

/** The days someone enters for a period, held against the same rule as on the server. */
export function usePeriod(first: PeriodDraft, period: Pick<Period, 'key' | 'year' | 'kind'>, others: readonly Period[]): PeriodForm {
  const t = useT();
  const [draft, setDraft] = useState(first);
  const { firstDay, lastDay, sureness } = draft;
  const hasDays = isDay(firstDay) && isDay(lastDay);
  const problem = hasDays ? periodProblem({ ...period, firstDay, lastDay }, others) : undefined;
  const missing = useMissing(!hasDays || problem !== undefined || sureness === '');
  const change = (changed: Partial<PeriodDraft>): void => setDraft((now) => ({ ...now, ...changed }));
  return {
    ...draft,
    hasDays,
    change,
    moveFirst: (day) => {
      const days = (Date.parse(lastDay) - Date.parse(firstDay)) / dayLength;
      change({ firstDay: day, ...(days >= 0 ? { lastDay: later(day, days) } : lastDay === '' ? { lastDay: day } : {}) });
    },
    error: !missing.isShown ? undefined : !hasDays ? t('care.calendar.days.missing') : problem && t(`refusal.${problem}`),
    surenessError: missing.isShown && sureness === '' ? t('care.calendar.sureness.missing') : undefined,
    mayGoOn: missing.mayGoOn,
  };
}
