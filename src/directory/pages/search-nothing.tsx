import { type Asked, type FilterName, filterNames, isNarrowed, searchAddress } from '../asked.ts';
import { CellLinks } from './cell-links.tsx';
import { languageName, listOf } from './local-text.tsx';
import type { SearchPageProps } from './search-page.tsx';

/** Nothing was found: where it was looked, the nearest wider searches, and a person to ask. */
export function Nothing({ t, language, asked, cells, searchedLanguages }: SearchPageProps) {
  const without = (name: FilterName): Partial<Asked> => ({ ...asked, [name]: undefined, page: 1 });
  const set = filterNames.filter((name) => asked[name] !== undefined);
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
        {set.length > 1 || (set.length === 1 && asked.q === '')
          ? set.map((name) => (
              <li key={name}>
                <a className="act" href={searchAddress(language, without(name))}>
                  {t(`directory.search.without.${name}`)}
                </a>
              </li>
            ))
          : null}
        {asked.q && isNarrowed(asked) ? (
          <li>
            <a className="act" href={searchAddress(language, { q: asked.q })}>
              {t('directory.search.withoutFilters', { q: asked.q })}
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
