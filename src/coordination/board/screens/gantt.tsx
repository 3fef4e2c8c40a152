import { Link } from 'react-router';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { localeOf } from '../../../platform/i18n/index.ts';
import { Signals } from '../../screens/parts/badges.tsx';
import { usePercent } from '../../screens/parts/progress-bar.tsx';
import { useTold, Words } from '../../screens/parts/told.tsx';
import type { Calendar } from '../contract.ts';

type Action = Calendar['actions'][number];
const dayMs = 86_400_000;
const days = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayMs;

/** Where a day lies within a period, 0…1; what lies outside is held at its ends. */
export function placeOf(day: string, from: string, to: string): number {
  return Math.min(1, Math.max(0, (days(day) - days(from)) / (days(to) - days(from) + 1)));
}
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The twelve months of a period, by their first days. */
export function monthsOf(from: string): string[] {
  const [year = 0, month = 1] = from.split('-').map(Number);
  return Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 10));
}

/** Each action as a bar over twelve months, with what falls due upon it; its days stand in words beside its name. */
export function Gantt({ calendar, actions }: { calendar: Calendar; actions: readonly Action[] }) {
  const { t, language } = useLanguage();
  const { from, to, today } = calendar;
  const months = monthsOf(from);
  const name = new Intl.DateTimeFormat(localeOf(language), { month: 'short', timeZone: 'UTC' });
  return (
    <div className="relative overflow-x-auto rounded-card border border-line bg-card">
      <table className="w-full min-w-3xl table-fixed border-collapse">
        <caption className="sr-only">{t('board.calendar.title')}</caption>
        <colgroup>
          <col className="w-72" />
          <col />
        </colgroup>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="px-4 py-2 text-start text-sm text-quiet">
              {t('board.calendar.action')}
            </th>
            <th scope="col" className="py-2 text-sm font-normal text-quiet">
              <span className="sr-only">{t('board.calendar.months')}</span>
              <span aria-hidden="true" className="grid grid-cols-12">
                {months.map((month) => (
                  <span key={month} className="border-s border-line text-center whitespace-nowrap">
                    {name.format(new Date(`${month}T00:00:00Z`))}
                  </span>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action.id} className="break-inside-avoid border-b border-line last:border-b-0">
              <th scope="row" className="px-4 py-2 text-start align-top font-normal">
                <Link to={`/thread/actions/${action.id}`} className="font-semibold text-primary underline-offset-4 hover:underline">
                  <Words told={action.title} />
                </Link>
                <When action={action} />
              </th>
              <td className="relative p-0">
                <span aria-hidden="true" className="absolute inset-0 grid grid-cols-12">
                  {months.map((month) => (
                    <span key={month} className="border-s border-line" />
                  ))}
                </span>
                {today >= from && today <= to && (
                  <span
                    aria-hidden="true"
                    className="absolute inset-y-0 border-s-2 border-dashed border-warn"
                    style={{ insetInlineStart: percent(placeOf(today, from, to)) }}
                  />
                )}
                <Bar action={action} from={from} to={to} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function When({ action }: { action: Action }) {
  const t = useT();
  const dates = useDates();
  const { startsOn, endsOn } = action;
  const words =
    startsOn && endsOn
      ? t('board.calendar.between', { from: dates.day(startsOn), until: dates.day(endsOn) })
      : startsOn
        ? t('board.calendar.since', { date: dates.day(startsOn) })
        : endsOn
          ? t('thread.ends', { date: dates.day(endsOn) })
          : '';
  return (
    <span className="flex flex-col items-start gap-1 text-sm text-quiet">
      {action.owner && <bdi>{action.owner.name}</bdi>}
      <span>{words}</span>
      {action.signals.length > 0 && (
        <span className="flex flex-wrap gap-1">
          <Signals signals={action.signals} />
        </span>
      )}
    </span>
  );
}

const looks = (action: Action): string =>
  action.signals.some((signal) => signal !== 'stalled')
    ? 'border-bad bg-bad-soft'
    : action.status === 'done'
      ? 'border-good bg-good-soft'
      : action.status === 'proposed'
        ? 'border-dashed border-edge bg-card'
        : 'border-primary bg-primary-soft';

function Bar({ action, from, to }: { action: Action; from: string; to: string }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const share = usePercent();
  const start = action.startsOn ? placeOf(action.startsOn, from, to) : 0;
  const end = action.endsOn ? placeOf(action.endsOn, from, to) : 1;
  const progress = action.declaredProgress ?? action.progress;
  return (
    <>
      <span
        aria-hidden="true"
        className={`absolute top-3 h-7 overflow-hidden rounded-lg border-2 [print-color-adjust:exact] ${looks(action)}`}
        style={{ insetInlineStart: percent(start), inlineSize: percent(Math.max(end - start, 0.012)) }}
      >
        {progress !== null && <span className="block h-full bg-primary/30" style={{ inlineSize: percent(progress) }} />}
      </span>
      {progress !== null && <span className="sr-only">{t('thread.progress', { name: share(progress) })}</span>}
      <ul>
        {action.due.map((step) => (
          <li
            key={step.id}
            title={`${told(step.title)} · ${dates.day(step.dueOn)}`}
            className={`absolute top-[1.2rem] size-3.5 rotate-45 border-2 border-ink ${step.ending === 'done' ? 'bg-ink' : 'bg-card'} ${step.isMilestone ? '' : 'rounded-full'}`}
            style={{ insetInlineStart: `calc(${percent(placeOf(step.dueOn, from, to))} - 0.4rem)` }}
          >
            <span className="sr-only">{`${told(step.title)}, ${t('thread.due', { date: dates.day(step.dueOn) })}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
