import type { Translate } from '../../platform/i18n/index.ts';
import type { Paper } from '../store.ts';
import { isWebAddress, Local } from './local-text.tsx';

/** What to bring, as boxes to tick: on the screen without any script, or with a pen on paper. */
export function Papers({ t, language, papers }: { t: Translate; language: string; papers: Paper[] }) {
  if (papers.length === 0) return <p>{t('directory.service.bringUnknown')}</p>;
  const procedures = Map.groupBy(papers, (paper) => paper.procedure?.text);
  return (
    <>
      <p className="meta no-print">{t('directory.service.papersHint')}</p>
      {[...procedures].map(([name, list]) => (
        <div key={name ?? ''}>
          {list[0]?.procedure ? (
            <h3>
              <Local text={list[0].procedure} page={language} />
            </h3>
          ) : null}
          <ul className="plain papers">
            {list.map(({ document, uri }) => (
              <li key={document.text}>
                <label>
                  <input type="checkbox" />
                  <span>
                    <Local text={document} page={language} />
                  </span>
                </label>
                {isWebAddress(uri) ? (
                  <a href={uri} rel="noreferrer">
                    {t('directory.service.paperMore')}
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
