import { Card, Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useMoney } from '../../screens/parts/money.ts';
import { Sheet } from '../../screens/parts/table.tsx';
import type { ImportPreview } from '../contract.ts';

const most = 100;
const placeOf = (sheet: string, line: string, heading: string | null): string => [sheet, line, heading].filter(Boolean).join(' · ');

/** Row by row and cell by cell, what was not understood and why. */
export function UnreadCard({ preview: { unread } }: { preview: ImportPreview }) {
  const t = useT();
  if (unread.length === 0) return <Notice tone="good">{t('plans.import.unread.all')}</Notice>;
  return (
    <Card>
      <h2>{t('plans.import.unread')}</h2>
      <p className="text-quiet">{t('plans.import.unread.text', { n: unread.length })}</p>
      <Sheet
        label={t('plans.import.unread')}
        head={
          <tr>
            {(['where', 'text', 'why'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`plans.import.${key}`)}
              </th>
            ))}
          </tr>
        }
      >
        {unread.slice(0, most).map(({ sheet, line, heading, text, problem }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one cell may be told twice, and nothing here moves.
          <tr key={i} className="align-top">
            <th scope="row">
              <bdi>{placeOf(sheet, t('plans.import.line', { line }), heading)}</bdi>
            </th>
            <td className="min-w-32 wrap-anywhere">
              <bdi>{text}</bdi>
            </td>
            <td className="min-w-48">{t(`plans.import.problem.${problem}`)}</td>
          </tr>
        ))}
      </Sheet>
      {unread.length > most && <p className="text-quiet">{t('plans.import.unread.rest', { n: unread.length - most })}</p>}
    </Card>
  );
}

/** Whether the file's own rows of sums say what its rows sum up to. */
export function TotalsCard({ preview: { totals } }: { preview: ImportPreview }) {
  const t = useT();
  const money = useMoney();
  if (totals.length === 0) return null;
  const differ = totals.filter((total) => !total.agrees);
  return (
    <Card>
      <h2>{t('plans.import.totals')}</h2>
      {differ.length < totals.length && <p>{t('plans.import.totals.agree', { n: totals.length - differ.length })}</p>}
      {differ.length > 0 && (
        <>
          <Notice tone="bad">{t('plans.import.totals.differ')}</Notice>
          <Sheet
            label={t('plans.import.totals')}
            head={
              <tr>
                <th scope="col">{t('plans.import.where')}</th>
                <th scope="col">{t('plans.import.totals.said')}</th>
                <th scope="col">{t('plans.import.totals.summed')}</th>
              </tr>
            }
          >
            {differ.map(({ sheet, line, heading, said, summed }) => (
              <tr key={`${sheet} ${line} ${heading}`}>
                <th scope="row">
                  <bdi>{placeOf(sheet, t('plans.import.line', { line }), heading)}</bdi>
                </th>
                <td className="tabular-nums">{money(said)}</td>
                <td className="tabular-nums">{money(summed)}</td>
              </tr>
            ))}
          </Sheet>
        </>
      )}
    </Card>
  );
}
