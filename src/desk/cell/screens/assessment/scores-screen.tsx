import { Card } from '../../../../ui/card.tsx';
import { Empty } from '../../../../ui/state.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { Page } from '../../../../workspace/page.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import type { SharedScores } from '../../contract.ts';
import { assessmentDomains } from '../../lists.ts';
import { ScoreRow } from './trend.tsx';

/** For coordinators: where the cells that share it stand, by domain; no answer, no note, no name of a person. */
export function ScoresScreen() {
  const t = useT();
  const dates = useDates();
  const query = useRead<{ scores: SharedScores[] }>('/api/desk/cell/scores');
  return (
    <Page title={t('cell.scores')} intro={t('cell.scores.intro')} wide>
      <Reading query={query}>
        {({ scores }) =>
          scores.length === 0 ? (
            <Empty title={t('cell.scores.none')}>{t('cell.scores.none.text')}</Empty>
          ) : (
            <Card>
              <table className="w-full border-collapse max-md:block">
                <caption className="sr-only">{t('cell.scores')}</caption>
                <thead className="max-md:sr-only">
                  <tr>
                    <th scope="col" className="py-2 pe-3 text-start align-bottom">
                      {t('cell.scores.cell')}
                    </th>
                    <th scope="col" className="px-2 py-2 text-end align-bottom text-sm wrap-normal">
                      {t('cell.assessment.overall')}
                    </th>
                    {assessmentDomains.map((d) => (
                      <th key={d} scope="col" className="px-2 py-2 text-end align-bottom text-sm wrap-normal">
                        {t(`cell.domain.${d}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody className="max-md:block">
                  {scores.map((s) => (
                    <ScoreRow
                      key={`${s.organizationId} ${s.madeOn}`}
                      head={t('cell.scores.on', { name: s.name, date: dates.day(s.madeOn) })}
                      scores={s.scores}
                    />
                  ))}
                </tbody>
              </table>
            </Card>
          )
        }
      </Reading>
    </Page>
  );
}
