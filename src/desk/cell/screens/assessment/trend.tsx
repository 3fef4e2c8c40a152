import { Card } from '../../../../ui/card.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import type { AssessmentRecord, Scores } from '../../contract.ts';
import { assessmentDomains } from '../../lists.ts';
import { overall } from '../../rules.ts';

/** One bar a domain; the figure beside it says the same. */
export function DomainScores({ scores }: { scores: Scores }) {
  const t = useT();
  const dates = useDates();
  return (
    <ul className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {assessmentDomains.map((domain) => {
        const score = scores[domain] ?? 0;
        return (
          <li key={domain} className="flex flex-col gap-1">
            <span className="flex justify-between gap-3">
              <span>{t(`cell.domain.${domain}`)}</span>
              <span className="font-semibold tabular-nums">{dates.number(score)}</span>
            </span>
            <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" className="h-2 w-full text-primary rtl:-scale-x-100">
              <rect width="100" height="4" className="fill-sand" />
              <rect width={score} height="4" fill="currentColor" />
            </svg>
          </li>
        );
      })}
    </ul>
  );
}

const [width, height] = [300, 90];

/** The score over time, as a line and as the table it is drawn from. */
export function Trend({ records }: { records: readonly AssessmentRecord[] }) {
  const t = useT();
  const dates = useDates();
  const inTime = [...records].reverse();
  const points = inTime.map(({ scores }, i) => {
    const x = inTime.length === 1 ? 0 : (i * width) / (inTime.length - 1);
    return [x, height - (overall(scores) * height) / 100] as const;
  });
  return (
    <Card>
      <h2>{t('cell.assessment.trend')}</h2>
      <svg aria-hidden="true" viewBox={`-6 -6 ${width + 12} ${height + 12}`} className="w-full max-w-xl text-primary rtl:-scale-x-100">
        {[0, 0.5, 1].map((share) => (
          <line key={share} x1="0" x2={width} y1={height * share} y2={height * share} className="stroke-line" />
        ))}
        <polyline points={points.map((p) => p.join()).join(' ')} fill="none" stroke="currentColor" strokeWidth="2" />
        {points.map(([x, y], i) => (
          <circle key={inTime[i]?.id} cx={x} cy={y} r="4" fill="currentColor" />
        ))}
      </svg>
      <table className="w-full border-collapse max-md:block">
        <caption className="sr-only">{t('cell.assessment.trend')}</caption>
        <ScoreHead first={t('cell.assessment.day')} />
        <tbody className="max-md:block">
          {records.map((r) => (
            <ScoreRow key={r.id} head={dates.day(r.madeOn)} scores={r.scores} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** What a row of scores tells: the first column by its name, the whole, each domain. */
export function ScoreHead({ first }: { first: string }) {
  const t = useT();
  return (
    <thead className="max-md:sr-only">
      <tr>
        <th scope="col" className="py-2 pe-3 text-start align-bottom">
          {first}
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
  );
}

/** On a telephone each figure stands beside its name, under the head of the row. */
export function ScoreRow({ head, scores }: { head: string; scores: Scores }) {
  const t = useT();
  const dates = useDates();
  const figures = [
    ['overall', t('cell.assessment.overall'), overall(scores)] as const,
    ...assessmentDomains.map((d) => [d, t(`cell.domain.${d}`), scores[d]] as const),
  ];
  return (
    <tr className="border-t border-line max-md:block max-md:py-3">
      <th scope="row" className="py-2 pe-3 text-start max-md:block">
        <bdi>{head}</bdi>
      </th>
      {figures.map(([key, name, figure]) => (
        <td
          key={key}
          className="px-2 py-2 tabular-nums max-md:flex max-md:justify-between max-md:gap-3 max-md:px-0 max-md:py-1 md:text-end"
        >
          <span className="text-sm text-quiet md:hidden">{name}</span>
          <span className={key === 'overall' ? 'font-bold' : ''}>{figure === undefined ? '–' : dates.number(figure)}</span>
        </td>
      ))}
    </tr>
  );
}
