import { type Asked, type FilterName, searchAddress } from '../asked.ts';
import { CellLinks } from './cell-links.tsx';
import { languageName, listOf } from './local-text.tsx';
import { counted } from './search-filters.tsx';
import type { SearchPageProps } from './search-page.tsx';

/** A wider search that finds something. */
export interface WiderSearch {
  /** The filter that is lifted, or all of them. */
  lifted: FilterName | 'all';
  asked: Partial<Asked>;
  total: number;
}

/** Nothing was found: where it was looked, the nearest wider searches, and a person to ask. */
export function Nothing({ t, language, asked, wider, cells, searchedLanguages }: SearchPageProps) {
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
        {wider.map(({ lifted, asked: wish, total }) => (
          <li key={lifted}>
            <a className="act" href={searchAddress(language, wish)}>
              {counted(
                lifted === 'all' ? t('directory.search.withoutFilters', { q: asked.q }) : t(`directory.search.without.${lifted}`),
                total,
              )}
            </a>
          </li>
        ))}
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
