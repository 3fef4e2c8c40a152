import { Words } from '../../coordination/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import { planYears } from '../lists.ts';
import type { PublicSummary } from '../public.ts';
import { numberIn } from './figures.ts';
import { Pager, shownOn } from './pager.tsx';

interface Props {
  t: Translate;
  language: string;
}

/** A plan among others: whose, of which years, how many projects it has. */
export function PlanCard({ t, language, summary }: Props & { summary: PublicSummary }) {
  const { id, commune, title, firstYear, stage, projects, done, forMigration, cost, isDemonstration } = summary;
  return (
    <li className="card">
      <h3>
        <a href={`/${language}/plans/${id}`}>
          <Words words={commune} page={language} />
        </a>
      </h3>
      <p>
        <Words words={title} page={language} />
      </p>
      <p className="meta">
        <span>{t('plans.public.years', { from: String(firstYear), to: String(firstYear + planYears - 1) })}</span>
        <span className={stage === 'running' ? 'state open' : 'state'}>{t(`plans.word.stage.${stage}`)}</span>
        {isDemonstration ? <span className="mark">{t('plans.public.demonstration')}</span> : null}
      </p>
      <p className="meta">
        <span>{t('plans.public.projectCount', { n: projects })}</span>
        {done > 0 ? <span>{t('plans.public.doneCount', { n: done })}</span> : null}
        {forMigration > 0 ? <span>{t('plans.public.migrationCount', { n: forMigration })}</span> : null}
        {cost > 0 ? <span>{t('plans.public.money', { amount: numberIn(language, cost) })}</span> : null}
      </p>
    </li>
  );
}

/** Which communes published their plan. */
export function PlansPage({ t, language, plans, page }: Props & { plans: readonly PublicSummary[]; page: number }) {
  return (
    <>
      <h1>{t('plans.public.title')}</h1>
      <p className="lead">{t('plans.public.lead')}</p>
      {plans.length === 0 ? <p className="note">{t('plans.public.nothing')}</p> : <h2>{t('plans.public.list')}</h2>}
      <ul className="plain cards">
        {shownOn(plans, page).map((summary) => (
          <PlanCard key={summary.id} t={t} language={language} summary={summary} />
        ))}
      </ul>
      <Pager t={t} path={`/${language}/plans`} page={page} total={plans.length} />
      <p className="acts no-print">
        <a className="go" href={`/${language}/coordination`}>
          {t('coordination.public.title')}
        </a>
        <a className="go" href={`/${language}/plans/data`}>
          {t('plans.public.data')}
        </a>
        <a className="go" href={`/${language}/plans/feed.atom`}>
          {t('plans.public.feed')}
        </a>
      </p>
    </>
  );
}
