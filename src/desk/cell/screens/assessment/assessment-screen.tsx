import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Card, Notice } from '../../../../ui/card.tsx';
import { Tick } from '../../../../ui/tick.tsx';
import { useDates, useLanguage, useT } from '../../../../workspace/language.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import type { AssessmentRecord, Framework } from '../../contract.ts';
import { nextThings, overall } from '../../rules.ts';
import { CellPage } from '../cell-page.tsx';
import { type Acts, Done, useActs } from '../../../../workspace/acts.tsx';
import { AssessForm } from './assess-form.tsx';
import { DomainScores, Trend } from './trend.tsx';

interface Answer {
  framework: Framework;
  records: AssessmentRecord[];
  shares: boolean;
}

/** How the cell stands against the reference framework, over time, and what to do next. */
export function AssessmentScreen() {
  const t = useT();
  const query = useRead<Answer>('/api/desk/cell/assessment');
  const acts = useActs();
  const [isAnswering, setAnswering] = useState(false);
  return (
    <CellPage
      title={t('cell.assessment')}
      intro={t('cell.assessment.intro')}
      actions={!isAnswering && query.data?.records.length ? <Button onPress={() => window.print()}>{t('totals.print')}</Button> : undefined}
    >
      <Done acts={acts} />
      <Reading query={query}>
        {(answer) =>
          isAnswering || answer.records.length === 0 ? (
            <AssessForm framework={answer.framework} last={answer.records[0]} acts={acts} onDone={() => setAnswering(false)} />
          ) : (
            <Result {...answer} acts={acts} onAgain={() => setAnswering(true)} />
          )
        }
      </Reading>
    </CellPage>
  );
}

function Result({ framework, records, shares, acts, onAgain }: Answer & { acts: Acts; onAgain: () => void }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const words = (of: { fr: string; ar: string }): string => (language === 'ar' ? of.ar : of.fr);
  const [last] = records;
  if (!last) return null;
  const isCurrent = last.version === framework.version;
  return (
    <>
      <Card>
        <h2>{t('cell.assessment.on', { date: dates.day(last.madeOn) })}</h2>
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-4xl font-bold text-primary tabular-nums">{dates.number(overall(last.scores))}</span>
          <span className="text-quiet">{t('cell.assessment.of_hundred')}</span>
        </p>
        <DomainScores scores={last.scores} />
        <p className="no-print">
          <Button look="main" onPress={onAgain}>
            {t('cell.assess.again')}
          </Button>
        </p>
      </Card>
      {isCurrent && (
        <Card>
          <h2>{t('cell.assessment.next')}</h2>
          <ol className="flex list-decimal flex-col gap-3 ps-6">
            {nextThings(framework, last.answers).map(({ criterion, next }) => (
              <li key={criterion.key}>
                <span className="font-semibold">{words(criterion.title)}</span>
                <br />
                {words(criterion.levels[next] ?? criterion.title)}
              </li>
            ))}
          </ol>
        </Card>
      )}
      {records.length > 1 && <Trend records={records} />}
      <Card className="no-print">
        <h2>{t('cell.assessment.share')}</h2>
        <p className="text-quiet">{t('cell.assessment.share.text')}</p>
        <Tick
          label={t('cell.assessment.share.tick')}
          isChosen={shares}
          onChange={(next) =>
            void acts.act(
              {
                kind: 'desk.share_scores',
                payload: { shares: next },
              },
              t(next ? 'cell.assessment.shared' : 'cell.assessment.not_shared'),
            )
          }
        />
      </Card>
      {isCurrent && (
        <Card>
          <h2>{t('cell.assessment.answers')}</h2>
          <ul className="flex flex-col divide-y divide-line">
            {framework.criteria.map((c) => {
              const given = last.answers[c.key];
              return (
                <li key={c.key} className="flex flex-col py-3">
                  <span className="font-semibold">{words(c.title)}</span>
                  <span>
                    {given?.level ?? 0}/3 · {words(c.levels[given?.level ?? 0] ?? c.title)}
                  </span>
                  {given?.note && (
                    <span dir="auto" className="text-quiet">
                      {given.note}
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      <Notice>{words(framework.source)}</Notice>
    </>
  );
}
