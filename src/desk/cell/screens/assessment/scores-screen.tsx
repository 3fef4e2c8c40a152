import { Card } from '../../../../ui/card.tsx';
import { Empty } from '../../../../ui/state.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { Page } from '../../../../workspace/page.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import type { SharedScores } from '../../contract.ts';
import { ScoreHead, ScoreRow } from './trend.tsx';

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
                <ScoreHead first={t('cell.scores.cell')} />
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
