import { Local, type SearchItem, type SearchResult, searchAddress, type Asked } from '../../directory/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Outlines } from '../../territory/index.ts';
import type { Pin, View } from './pins.ts';
import { pinName, RegionMap } from './region-map.tsx';

interface MapPageProps {
  t: Translate;
  language: string;
  asked: Asked;
  result: SearchResult;
  perPage: number;
  outlines: Outlines;
  /** Absent when nothing found has a public place. */
  placed: { view: View; pins: Pin[] } | undefined;
}

const anchor = ({ number }: Pin): string => `place-${number}`;

const ServiceLinks = ({ language, items }: { language: string; items: readonly SearchItem[] }) => (
  <ul className="plain">
    {items.map((item) => (
      <li key={item.id}>
        <a className="act" href={`/${language}/services/${item.id}`}>
          <Local text={{ text: item.name, language: item.nameLanguage }} page={language} />
        </a>
      </li>
    ))}
  </ul>
);

/** The same search as its list, by place: a map, and beside it the same places in words. */
export function MapPage({ t, language, asked, result, perPage, outlines, placed }: MapPageProps) {
  const pages = Math.ceil(result.total / perPage);
  const located = new Set(placed?.pins.flatMap((pin) => pin.services));
  const elsewhere = result.items.filter((item) => !located.has(item.id));
  return (
    <>
      <h1>{t('site.map.title')}</h1>
      <p className="acts">
        <a className="go" href={searchAddress(language, { ...asked, page: 1 })}>
          {t('site.map.asList')}
        </a>
      </p>
      <h2>{result.total === 0 ? t('directory.search.nothing') : t('directory.search.count', { n: result.total })}</h2>
      {placed ? (
        <>
          {placed.pins.some((pin) => pin.ofCommune) ? <p className="note">{t('site.map.ofCommune')}</p> : null}
          <div className="mapped">
            <div className="chart">
              <RegionMap
                t={t}
                language={language}
                outlines={outlines}
                view={placed.view}
                pins={placed.pins}
                hrefOf={(pin) => `#${anchor(pin)}`}
              />
              {/* Shown by the script that makes them work. */}
              <p className="acts tools no-print" hidden>
                {(['nearer', 'farther', 'whole'] as const).map((act) => (
                  <button key={act} type="button">
                    {t(`site.map.${act}`)}
                  </button>
                ))}
              </p>
            </div>
            <ol className="plain">
              {placed.pins.map((pin) => (
                <li key={pin.number} id={anchor(pin)}>
                  <h3>
                    <span className="number">{pin.number}</span> {pinName(pin, t, language)}
                  </h3>
                  <ServiceLinks language={language} items={result.items.filter((item) => pin.services.includes(item.id))} />
                </li>
              ))}
            </ol>
          </div>
        </>
      ) : null}
      {elsewhere.length > 0 ? (
        <>
          <h2>{t('site.map.elsewhere')}</h2>
          <p>{t('site.map.elsewhereWhy')}</p>
          <ServiceLinks language={language} items={elsewhere} />
        </>
      ) : null}
      {pages > 1 ? (
        <nav className="pages" aria-label={t('directory.search.pages')}>
          {asked.page > 1 ? (
            <a className="go" rel="prev" href={searchAddress(language, { ...asked, page: asked.page - 1 }, 'services/map')}>
              {t('directory.search.previous')}
            </a>
          ) : (
            <span />
          )}
          <span>{t('directory.search.page', { page: asked.page, pages })}</span>
          {asked.page < pages ? (
            <a className="go" rel="next" href={searchAddress(language, { ...asked, page: asked.page + 1 }, 'services/map')}>
              {t('directory.search.next')}
            </a>
          ) : (
            <span />
          )}
        </nav>
      ) : null}
    </>
  );
}
