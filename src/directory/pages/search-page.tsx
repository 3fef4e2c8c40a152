import type { ReactNode } from 'react';
import type { Translate } from '../../platform/i18n/index.ts';
import { type Asked, searchAddress } from '../asked.ts';
import type { OpeningOverview } from '../opening/overview.ts';
import type { SearchResult } from '../search/search.ts';
import type { Cell, Term } from '../store.ts';
import { ResultCard } from './result-card.tsx';
import { Filters } from './search-filters.tsx';
import { Nothing, type WiderSearch } from './search-nothing.tsx';

export interface SearchPageProps {
  t: Translate;
  language: string;
  asked: Asked;
  result: SearchResult;
  /** When nothing was found: what would find something. */
  wider: readonly WiderSearch[];
  /** Of the services shown. */
  openings: ReadonlyMap<string, OpeningOverview>;
  perPage: number;
  needs: Term[];
  audiences: Term[];
  /** Provinces with their communes, in the page's language. */
  places: { province: string; communes: { code: string; name: string }[] }[];
  cells: Cell[];
  searchedLanguages: string[];
  /** What else can be done with what was found: see it on a map, print it. */
  actions?: ReactNode;
}

function Pages({ t, language, asked, result, perPage }: SearchPageProps) {
  const pages = Math.ceil(result.total / perPage);
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label={t('directory.search.pages')}>
      {asked.page > 1 ? (
        <a className="go" rel="prev" href={searchAddress(language, { ...asked, page: Math.min(asked.page - 1, pages) })}>
          {t('directory.search.previous')}
        </a>
      ) : (
        <span />
      )}
      <span>{t('directory.search.page', { page: asked.page, pages })}</span>
      {asked.page < pages ? (
        <a className="go" rel="next" href={searchAddress(language, { ...asked, page: asked.page + 1 })}>
          {t('directory.search.next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

/** The search: question, filters, what was found or where to look instead. */
export function SearchPage(props: SearchPageProps) {
  const { t, language, asked, result } = props;
  return (
    <>
      <h1>{t('directory.search.title')}</h1>
      <Filters {...props} />
      <h2>{result.total === 0 ? t('directory.search.nothing') : t('directory.search.count', { n: result.total })}</h2>
      {result.corrected && result.total > 0 ? <p className="note">{t('directory.search.corrected', { words: result.corrected })}</p> : null}
      {asked.near && result.total > 0 ? (
        asked.commune ? (
          <p>{t('directory.search.nearHow')}</p>
        ) : (
          <p className="note">{t('directory.search.nearWhere')}</p>
        )
      ) : null}
      {asked.open === 'now' && result.inState.unknown > 0 ? (
        <p>
          <a className="act" href={searchAddress(language, { ...asked, open: 'unknown', page: 1 })}>
            {t('directory.search.unknownHours', { n: result.inState.unknown })}
          </a>
        </p>
      ) : null}
      {result.total === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          <ul className="plain">
            {result.items.map((item) => (
              <ResultCard key={item.id} t={t} language={language} item={item} opening={props.openings.get(item.id)} />
            ))}
          </ul>
          <Pages {...props} />
          {props.actions}
        </>
      )}
    </>
  );
}
