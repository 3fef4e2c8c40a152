import { useState } from 'react';
import { Link } from 'react-router';
import { Notice } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { themes } from '../../lists.ts';
import { type Matrix, type MatrixCell, type MatrixRows, matrixRows } from '../contract.ts';
import { BoardPage } from './board-page.tsx';
import { OneOf } from './one-of.tsx';
import { addressOf } from './use-narrowed.ts';

/** Who works on what, or in which province: what is empty is as telling as what is full. */
export function MatrixScreen() {
  const t = useT();
  const [of, setOf] = useState<MatrixRows>('organization');
  const query = useRead<Matrix>(`/api/coordination/board/matrix?of=${of}`);
  return (
    <BoardPage title={t('board.matrix.title')} intro={t('board.matrix.intro')}>
      <OneOf legend={t('board.matrix.of')} values={matrixRows} value={of} word={(each) => t(`board.matrix.of.${each}`)} onChange={setOf} />
      <Reading query={query}>
        {(matrix) => (
          <>
            <Gaps gaps={matrix.gaps} />
            {matrix.rows.length === 0 ? <Empty title={t('board.none')}>{t('board.none.text')}</Empty> : <Squares matrix={matrix} />}
          </>
        )}
      </Reading>
    </BoardPage>
  );
}

function Gaps({ gaps }: { gaps: Matrix['gaps'] }) {
  const t = useT();
  if (gaps.length === 0) return null;
  return (
    <Notice tone="warn">
      <h2>{t('board.gaps')}</h2>
      <ul className="grid gap-x-6 gap-y-1 lg:grid-cols-2">
        {gaps.map(({ theme, untouched, adopted }) => (
          <li key={theme}>
            <Link to={`/thread?theme=${theme}`} className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
              {t(`thread.theme.${theme}`)}
            </Link>{' '}
            {t('board.gap', { count: untouched, total: adopted })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Squares({ matrix }: { matrix: Matrix }) {
  const t = useT();
  const dates = useDates();
  const { of, rows, rowCount } = matrix;
  return (
    <>
      <div className="relative overflow-x-auto rounded-card border border-line bg-card">
        <table className="w-full min-w-5xl border-collapse">
          <caption className="sr-only">{t('board.matrix.title')}</caption>
          <thead>
            <tr className="border-b border-line align-bottom">
              <th scope="col" className="sticky start-0 z-10 min-w-40 bg-card px-4 py-3 text-start text-sm text-quiet sm:min-w-56">
                {t(`board.matrix.of.${of}`)}
              </th>
              {themes.map((theme) => (
                <th key={theme} scope="col" className="min-w-24 px-2 py-3 text-sm leading-snug font-semibold [overflow-wrap:normal]">
                  {t(`thread.theme.${theme}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="break-inside-avoid border-b border-line last:border-b-0">
                <th scope="row" className="sticky start-0 z-10 bg-card px-4 py-2 text-start font-semibold">
                  <bdi>{row.name}</bdi>
                </th>
                {themes.map((theme) => (
                  <td key={theme} className="p-1 text-center">
                    <Square cell={row.cells[theme]} to={of === 'organization' ? { id: row.id, theme } : undefined} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-sm text-quiet">{t(`board.matrix.legend.${of}`)}</p>
      {rowCount > rows.length && (
        <p className="text-quiet">{t('board.more_lines', { count: rowCount - rows.length, name: dates.number(rows.length) })}</p>
      )}
    </>
  );
}

function Square({ cell, to }: { cell: MatrixCell | undefined; to: { id: string; theme: string } | undefined }) {
  const t = useT();
  const dates = useDates();
  if (!cell) {
    return (
      <span className="text-edge">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t('board.matrix.nothing')}</span>
      </span>
    );
  }
  const { carries, takesPart } = cell;
  const look = 'flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-lg px-2 font-semibold tabular-nums';
  const words = (
    <>
      <span aria-hidden="true">
        {carries > 0 && dates.number(carries)}
        {takesPart > 0 && <span className="font-normal">{` +${dates.number(takesPart)}`}</span>}
      </span>
      <span className="sr-only">{t(to ? 'board.matrix.cell' : 'board.matrix.runs', { count: carries, total: takesPart })}</span>
    </>
  );
  const tone = carries > 0 ? 'bg-primary-soft text-primary-deep' : 'border border-dashed border-edge';
  return to && carries > 0 ? (
    <Link
      to={addressOf('/thread/board/list', {}, { owner: to.id, theme: to.theme })}
      className={`${look} ${tone} hover:bg-primary hover:text-white`}
    >
      {words}
    </Link>
  ) : (
    <span className={`${look} ${tone}`}>{words}</span>
  );
}
