import type { ReactNode } from 'react';
import type { Translate } from '../../platform/i18n/index.ts';
import type { SearchItem, SearchResult } from '../search/search.ts';
import type { Cell, Term } from '../store.ts';
import type { OpeningOverview } from '../opening/overview.ts';
import { OpeningLine } from './hours.tsx';
import { languageName, listOf, Local } from './local-text.tsx';

export interface Asked {
  q: string;
  audience?: string | undefined;
  category?: string | undefined;
  commune?: string | undefined;
  page: number;
}
export interface SearchPageProps {
  t: Translate;
  language: string;
  asked: Asked;
  result: SearchResult;
  /** Of the services shown. */
  openings: ReadonlyMap<string, OpeningOverview>;
  perPage: number;
  needs: Term[];
  audiences: Term[];
  /** Provinces with their communes, in the page's language. */
  places: { province: string; communes: { code: string; name: string }[] }[];
  cells: Cell[];
  searchedLanguages: string[];
}

/** Address of a search, shortest form. */
export function searchAddress(language: string, asked: Partial<Asked>): string {
  const query = new URLSearchParams();
  for (const name of ['q', 'audience', 'category', 'commune'] as const) if (asked[name]) query.set(name, asked[name]);
  if (asked.page && asked.page > 1) query.set('page', String(asked.page));
  const text = query.toString();
  return `/${language}/services${text ? `?${text}` : ''}`;
}

const termName = (term: Term, language: string): string => term.names[language] ?? term.names.fr ?? term.code;

interface FilterProps {
  name: 'category' | 'audience' | 'commune';
  label: string;
  /** The words for not choosing. */
  every: string;
  asked: Asked;
  children: ReactNode;
}
const Filter = ({ name, label, every, asked, children }: FilterProps) => (
  <div>
    <label htmlFor={name}>{label}</label>
    <select id={name} name={name} defaultValue={asked[name] ?? ''}>
      <option value="">{every}</option>
      {children}
    </select>
  </div>
);

const Terms = ({ terms, language }: { terms: Term[]; language: string }) =>
  terms.map((term) => (
    <option key={term.code} value={term.code}>
      {termName(term, language)}
    </option>
  ));

function Filters({ t, language, asked, needs, audiences, places }: SearchPageProps) {
  return (
    <search className="panel">
      <form action={`/${language}/services`} method="get">
        <label htmlFor="q">{t('directory.search.label')}</label>
        <div className="ask">
          <input id="q" name="q" type="search" maxLength={200} defaultValue={asked.q} autoComplete="off" enterKeyHint="search" />
          <button type="submit">{t('directory.search.button')}</button>
        </div>
        <details open={asked.category || asked.audience || asked.commune ? true : undefined}>
          <summary>{t('directory.search.narrow')}</summary>
          <div className="filters">
            <Filter name="category" label={t('directory.search.category')} every={t('directory.search.anyCategory')} asked={asked}>
              <Terms terms={needs} language={language} />
            </Filter>
            <Filter name="audience" label={t('directory.search.audience')} every={t('directory.search.anyAudience')} asked={asked}>
              <Terms terms={audiences.filter((term) => term.code !== 'everyone')} language={language} />
            </Filter>
            <Filter name="commune" label={t('directory.search.commune')} every={t('directory.search.anyCommune')} asked={asked}>
              {places.map((place) => (
                <optgroup key={place.province} label={place.province}>
                  {place.communes.map((commune) => (
                    <option key={commune.code} value={commune.code}>
                      {commune.name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Filter>
          </div>
        </details>
      </form>
    </search>
  );
}

const shorten = (text: string): string =>
  text.length <= 220 ? text : `${text.slice(0, text.lastIndexOf(' ', 210)).replace(/[\s,،;:–-]+$/, '')}…`;

interface ResultCardProps {
  t: Translate;
  language: string;
  item: SearchItem;
  opening: OpeningOverview | undefined;
}
export function ResultCard({ t, language, item, opening }: ResultCardProps) {
  return (
    <li className="card">
      <h3>
        <a href={`/${language}/services/${item.id}`}>
          <Local text={{ text: item.name, language: item.nameLanguage }} page={language} />
        </a>
      </h3>
      {item.description ? (
        <p>
          <Local text={{ text: shorten(item.description), language: item.descriptionLanguage }} page={language} />
        </p>
      ) : null}
      <div className="meta">
        <span>
          <Local text={{ text: item.organizationName, language: item.organizationLanguage }} page={language} />
        </span>
        {item.place ? <span>{item.place}</span> : null}
        {opening ? <OpeningLine t={t} language={language} opening={opening} /> : null}
        {item.toBeConfirmed ? (
          <span className="mark">{t('directory.mark.toBeConfirmed')}</span>
        ) : item.checkedYear ? (
          <span>{t('directory.mark.checked', { year: String(item.checkedYear) })}</span>
        ) : null}
      </div>
    </li>
  );
}

export function CellLinks({ language, cells }: { language: string; cells: Cell[] }) {
  return (
    <ul className="plain grid">
      {cells.map((cell) => (
        <li key={cell.serviceId}>
          <a className="tile" href={`/${language}/services/${cell.serviceId}`}>
            {cell.commune}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ t, language, asked, cells, searchedLanguages }: SearchPageProps) {
  return (
    <>
      <p>
        {t('directory.search.searchedIn', {
          languages: listOf(
            searchedLanguages.map((code) => languageName(code, language)),
            language,
          ),
        })}
      </p>
      <h2>{t('directory.search.widen')}</h2>
      <ul className="plain">
        {asked.q && (asked.category || asked.audience || asked.commune) ? (
          <li>
            <a className="act" href={searchAddress(language, { q: asked.q })}>
              {t('directory.search.withoutFilters', { q: asked.q })}
            </a>
          </li>
        ) : null}
        {asked.commune ? (
          <li>
            <a className="act" href={searchAddress(language, { ...asked, page: 1, commune: undefined })}>
              {t('directory.search.withoutCommune')}
            </a>
          </li>
        ) : null}
        <li>
          <a className="act" href={searchAddress(language, {})}>
            {t('directory.search.all')}
          </a>
        </li>
      </ul>
      <h2>{t('directory.search.askCell')}</h2>
      <CellLinks language={language} cells={cells} />
    </>
  );
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
  const { t, language, result } = props;
  return (
    <>
      <h1>{t('directory.search.title')}</h1>
      <Filters {...props} />
      <h2>{result.total === 0 ? t('directory.search.nothing') : t('directory.search.count', { n: result.total })}</h2>
      {result.corrected && result.total > 0 ? <p className="note">{t('directory.search.corrected', { words: result.corrected })}</p> : null}
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
        </>
      )}
    </>
  );
}
