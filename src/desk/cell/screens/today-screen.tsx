import { Link } from 'react-router';
import { Badge, Card, Reference } from '../../../ui/card.tsx';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { localeOf } from '../../../platform/i18n/index.ts';
import type { DueStep, Today } from '../contract.ts';
import { Erasures } from './erasures.tsx';
import { CellPage } from './cell-page.tsx';

const figures = ['late', 'emergency', 'unassigned', 'waiting'] as const;

/** One look in the morning: what presses, who came, what was promised for today. Each figure is the way to its list. */
export function TodayScreen() {
  const t = useT();
  const dates = useDates();
  const query = useRead<Today>('/api/desk/cell/today');
  return (
    <CellPage title={t('cell.today')} intro={dates.day(new Date().toISOString())}>
      <Reading query={query}>
        {(today) => (
          <>
            <ul className="grid grid-cols-2 gap-3 md:grid-cols-4">
              {figures.map((figure) => (
                <li key={figure}>
                  <Figure figure={figure} count={today[figure]} />
                </li>
              ))}
            </ul>
            <p className="-mt-2">
              <Link to="/cell/cases?list=all" className="inline-flex min-h-11 items-center text-primary underline underline-offset-4">
                {t('cell.today.open', { count: today.open })}
              </Link>
            </p>
            <Erasures erasures={today.erasures} />
            <div className="grid items-start gap-4 md:grid-cols-2">
              <Visits visits={today.visits} />
              <Steps steps={today.steps} />
            </div>
          </>
        )}
      </Reading>
    </CellPage>
  );
}

function Figure({ figure, count }: { figure: (typeof figures)[number]; count: number }) {
  const t = useT();
  const dates = useDates();
  const presses = count > 0 && (figure === 'late' || figure === 'emergency');
  return (
    <Link
      to={`/cell/cases?list=${figure}`}
      className={`flex h-full flex-col gap-1 rounded-card border bg-card p-4 hover:border-primary ${presses ? 'border-bad border-s-8' : 'border-line'}`}
    >
      <span className={`text-4xl font-bold tabular-nums ${presses ? 'text-bad' : count > 0 ? 'text-primary' : 'text-quiet'}`}>
        {dates.number(count)}
      </span>
      <span className="font-semibold">{t(`cell.figure.${figure}`)}</span>
      <span className="text-sm text-quiet">{t(`cell.figure.${figure}.what`)}</span>
    </Link>
  );
}

function Visits({ visits }: { visits: Today['visits'] }) {
  const t = useT();
  const dates = useDates();
  const { language } = useLanguage();
  const weekday = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long' }).format(new Date());
  return (
    <Card>
      <h2>{t('cell.visits')}</h2>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-4xl font-bold text-primary tabular-nums">{dates.number(visits.today)}</span>
        <span>{t('cell.visits.people', { count: visits.people })}</span>
      </p>
      {visits.usual === null || visits.usualByNow === null ? (
        <p className="text-quiet">{t('cell.visits.no_usual')}</p>
      ) : (
        <p className="text-quiet">
          {t('cell.visits.usual', { weekday, now: dates.number(visits.usualByNow), day: dates.number(visits.usual), weeks: visits.weeks })}
        </p>
      )}
      <p>
        <Link to="/desk/visits" className="inline-flex min-h-11 items-center text-primary underline underline-offset-4">
          {t('cell.visits.see')}
        </Link>
      </p>
    </Card>
  );
}

function Steps({ steps }: { steps: DueStep[] }) {
  const t = useT();
  const dates = useDates();
  return (
    <Card>
      <h2>{t('cell.steps', { count: steps.length })}</h2>
      {steps.length === 0 ? (
        <p className="text-quiet">{t('cell.steps.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {steps.map((step) => (
            <li key={step.id} className="flex flex-col gap-1 py-3 first:pt-0">
              <Link to={`/cases/${step.caseId}`} dir="auto" className="font-semibold text-primary underline-offset-4 hover:underline">
                {step.title}
              </Link>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
                <Reference>{step.reference}</Reference>
                {step.assignedName && <bdi>{step.assignedName}</bdi>}
                {step.isLate && <Badge tone="bad">{t('cell.steps.late', { date: dates.day(step.dueOn) })}</Badge>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
