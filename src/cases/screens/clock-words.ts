import type { Translate } from '../../platform/i18n/index.ts';
import { daysLeft } from '../clocks.ts';
import { type CaseStatus, isClosed } from '../lists.ts';

export interface ClockWords {
  words: string;
  tone: 'bad' | 'warn' | 'plain';
}
const day = 86_400_000;
/** From here on a delay is coloured before it is past. */
const soon = 3;

/** How much time is left, in words: nothing for a closed case or one without a delay. */
export function clockWords(t: Translate, dueAt: string | null, status: CaseStatus, now: Date): ClockWords | undefined {
  if (isClosed(status)) return undefined;
  if (!dueAt) return status === 'waiting_person' ? { words: t('clock.paused'), tone: 'plain' } : undefined;
  const end = new Date(dueAt);
  if (end < now) return { words: t('clock.late', { count: Math.ceil((now.getTime() - end.getTime()) / day) }), tone: 'bad' };
  const left = daysLeft({ kind: 'answer', dueAt: end, pausedAt: null, stoppedAt: null }, now) ?? 0;
  return { words: left <= 1 ? t('clock.last_day') : t('clock.left', { count: left }), tone: left <= soon ? 'warn' : 'plain' };
}
