import type { Translate } from '../../platform/i18n/index.ts';
import { explained } from '../open-data/columns.ts';

/** What everybody may take away, and what each column of it says. */
export const DataPage = ({ t, language }: { t: Translate; language: string }) => (
  <>
    <h1>{t('coordination.public.data')}</h1>
    <p className="lead">{t('coordination.public.dataLead')}</p>
    <p className="acts">
      <a className="go" href={`/${language}/coordination/data.csv`}>
        {t('coordination.public.table')}
      </a>
      <a className="go" href={`/${language}/coordination/data.json`}>
        {t('coordination.public.json')}
      </a>
      <a className="go" href={`/${language}/coordination/feed.atom`}>
        {t('coordination.public.feed')}
      </a>
    </p>
    <h2>{t('coordination.public.columns')}</h2>
    <dl className="columns">
      {explained.map((column) => (
        <div key={column}>
          <dt>
            <code>{column}</code>
          </dt>
          <dd>{t(`coordination.public.column.${column}`)}</dd>
        </div>
      ))}
    </dl>
    <p className="acts no-print">
      <a className="go" href={`/${language}/coordination`}>
        {t('coordination.public.back')}
      </a>
    </p>
  </>
);
