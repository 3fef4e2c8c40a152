import type { Translate } from '../../platform/i18n/index.ts';
import { explained } from '../open-data/columns.ts';

/** What everybody may take away of the plans, and what each column of a plan's data says. */
export const PlanDataPage = ({ t, language }: { t: Translate; language: string }) => (
  <>
    <h1>{t('plans.public.data')}</h1>
    <p className="lead">{t('plans.public.dataLead')}</p>
    <p className="acts">
      <a className="go" href={`/${language}/plans/data.csv`}>
        {t('plans.public.table')}
      </a>
      <a className="go" href={`/${language}/plans/data.json`}>
        {t('plans.public.json')}
      </a>
      <a className="go" href={`/${language}/plans/feed.atom`}>
        {t('plans.public.feed')}
      </a>
    </p>
    <h2>{t('plans.public.columns')}</h2>
    <dl className="columns">
      {explained.map((column) => (
        <div key={column}>
          <dt>
            <code>{column}</code>
          </dt>
          <dd>{t(`plans.public.column.${column}`)}</dd>
        </div>
      ))}
    </dl>
    <p className="acts no-print">
      <a className="go" href={`/${language}/plans`}>
        {t('plans.public.back')}
      </a>
    </p>
  </>
);
