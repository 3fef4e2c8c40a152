import { Link, useSearchParams } from 'react-router';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { CellCase } from '../contract.ts';
import { caseLists } from '../lists.ts';
import { CaseLine } from './case-line.tsx';
import { CellPage } from './cell-page.tsx';
import { useColleagues } from './colleagues.ts';
import { Done, useActs } from '../../../workspace/acts.tsx';

/** The cases behind a figure, given to someone from here. */
export function CasesScreen() {
  const t = useT();
  const [params] = useSearchParams();
  const list = caseLists.find((l) => l === params.get('list')) ?? 'all';
  const agent = params.get('agent');
  const query = useRead<{ cases: CellCase[] }>(`/api/desk/cell/cases?list=${list}${agent ? `&agent=${agent}` : ''}`);
  const colleagues = useColleagues();
  const acts = useActs();
  const of = colleagues.find((c) => c.userId === agent);
  return (
    <CellPage title={t(`cell.list.${list}`)} intro={of ? t('cell.list.of', { name: of.name }) : t('cell.list.intro')}>
      <nav aria-label={t('cell.lists')} className="no-print">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {caseLists.map((l) => (
            <li key={l}>
              <Link
                to={`/cell/cases?list=${l}${agent ? `&agent=${agent}` : ''}`}
                aria-current={l === list ? 'page' : undefined}
                className={`inline-flex min-h-11 items-center underline-offset-4 ${l === list ? 'font-bold text-ink' : 'text-primary underline'}`}
              >
                {t(`cell.list.${l}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Done acts={acts} />
      <Reading query={query}>
        {({ cases }) =>
          cases.length === 0 ? (
            <Empty title={t('cell.list.none')}>{t('cell.list.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-3">
              {cases.map((row) => (
                <li key={row.id}>
                  <CaseLine row={row} colleagues={colleagues} acts={acts} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </CellPage>
  );
}
