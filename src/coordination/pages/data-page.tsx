import type { Translate } from '../../platform/i18n/index.ts';

interface DataPageProps {
  t: Translate;
  language: string;
  /** The address under which it stands; `<of>.public.*` are its words. */
  of: 'coordination' | 'plans';
  /** What each column says. */
  columns: Record<string, string>;
}

/** What everybody may take away, and what each column of it says. */
export const DataPage = ({ t, language, of, columns }: DataPageProps) => (
  <>
    <h1>{t(`${of}.public.data`)}</h1>
    <p className="lead">{t(`${of}.public.dataLead`)}</p>
    <p className="acts">
      <a className="go" href={`/${language}/${of}/data.csv`}>
        {t(`${of}.public.table`)}
      </a>
      <a className="go" href={`/${language}/${of}/data.json`}>
        {t(`${of}.public.json`)}
      </a>
      <a className="go" href={`/${language}/${of}/feed.atom`}>
        {t(`${of}.public.feed`)}
      </a>
    </p>
    <h2>{t(`${of}.public.columns`)}</h2>
    <dl className="columns">
      {Object.entries(columns).map(([column, words]) => (
        <div key={column}>
          <dt>
            <code>{column}</code>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <p className="acts no-print">
      <a className="go" href={`/${language}/${of}`}>
        {t(`${of}.public.back`)}
      </a>
    </p>
  </>
);
