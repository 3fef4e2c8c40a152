import { CellLinks, type Cell, type Term } from '../directory/index.ts';
import { localeOf, type Translate } from '../platform/i18n/index.ts';

interface Props {
  t: Translate;
  language: string;
}

export const Hero = ({ t, language }: Props) => (
  <div className="hero">
    <div className="wrap">
      <h1>{t('site.home.title')}</h1>
      <p className="lead">{t('site.home.lead')}</p>
      <search>
        <form action={`/${language}/services`} method="get">
          <label htmlFor="q">{t('directory.search.label')}</label>
          <div className="ask">
            <input id="q" name="q" type="search" maxLength={200} autoComplete="off" enterKeyHint="search" aria-describedby="hint" />
            <button type="submit">{t('directory.search.button')}</button>
          </div>
          <p className="hint" id="hint">
            {t('directory.search.hint')}
          </p>
        </form>
      </search>
    </div>
  </div>
);

/** In an emergency the number is one press away. */
const Dialled = ({ text }: { text: string }) =>
  text.split(/(\d+)/).map((part) =>
    /^\d+$/.test(part) ? (
      <a key={part} className="call" href={`tel:${part}`}>
        {part}
      </a>
    ) : (
      part
    ),
  );

export function HomePage({
  t,
  language,
  needs,
  counts,
  cells,
  emergency,
}: Props & { needs: Term[]; counts: ReadonlyMap<string, number>; cells: Cell[]; emergency: string }) {
  return (
    <>
      {emergency && (
        <p className="note">
          <Dialled text={emergency} />
        </p>
      )}
      <h2>{t('site.home.categories')}</h2>
      <ul className="plain grid">
        {needs
          .filter((need) => counts.has(need.code))
          .map((need) => (
            <li key={need.code}>
              <a className="tile" href={`/${language}/services?category=${need.code}`}>
                <span>{need.names[language] ?? need.names.fr ?? need.code}</span>
                <span>{counts.get(need.code)}</span>
              </a>
            </li>
          ))}
      </ul>
      {cells.length > 0 ? (
        <>
          <h2>{t('site.cells.title')}</h2>
          <p>{t('site.cells.lead')}</p>
          <CellLinks language={language} cells={cells} />
        </>
      ) : null}
      <p className="note">{t('site.home.who')}</p>
      <p className="acts">
        <a className="go" href={`/${language}/coordination`}>
          {t('coordination.public.title')}
        </a>
        <a className="go" href={`/${language}/plans`}>
          {t('plans.public.title')}
        </a>
      </p>
    </>
  );
}

export function AboutPage({ t, language, changedAt }: Props & { changedAt: Date }) {
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(changedAt);
  return (
    <>
      <h1>{t('site.about.title')}</h1>
      <p>{t('site.about.updated', { date: day })}</p>
      <h2>{t('site.about.confirmTitle')}</h2>
      <p>{t('site.about.confirm')}</p>
      <h2>{t('site.about.creditsTitle')}</h2>
      <ul>
        {['hcp', 'geonames', 'osm', 'directory'].map((credit) => (
          <li key={credit}>{t(`site.about.${credit}`)}</li>
        ))}
      </ul>
      <h2>{t('site.about.workshopTitle')}</h2>
      <p>{t('site.about.workshop')}</p>
      <p>
        <a className="go" href={`/${language}/coordination`}>
          {t('coordination.public.title')}
        </a>
      </p>
    </>
  );
}

interface ErrorPageProps extends Props {
  title: string;
  text: string;
  cells: Cell[];
  /** Where to go on; the search when absent. */
  href?: string;
}
export function ErrorPage({ t, language, title, text, cells, href }: ErrorPageProps) {
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <p>
        <a className="go" href={href ?? `/${language}/services`}>
          {t('directory.search.title')}
        </a>
      </p>
      {cells.length > 0 ? (
        <>
          <h2>{t('site.cells.title')}</h2>
          <CellLinks language={language} cells={cells} />
        </>
      ) : null}
    </>
  );
}
