import { useTold } from '../../../coordination/screens/index.ts';
import { Badge, Card } from '../../../ui/card.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { useMoney } from '../../screens/parts/money.ts';
import { bringsAnything, type ComparedProject } from '../contract.ts';

const most = 8;

/** The projects of the file, each with what it would change; people leave out what must not come in. */
export function Picks({
  projects,
  leftOut,
  onChange,
}: {
  projects: readonly ComparedProject[];
  leftOut: ReadonlySet<number>;
  onChange: (leftOut: Set<number>) => void;
}) {
  const t = useT();
  const told = useTold();
  const money = useMoney();
  return (
    <Card>
      <h2>{t('plans.import.projects')}</h2>
      <p className="text-quiet">{t('plans.import.projects.text')}</p>
      <ul className="flex flex-col divide-y divide-line">
        {projects.map((project, at) => {
          const brings = bringsAnything(project);
          const title = told(project.draft.title);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a project of a file is its place in it.
            <li key={at} className="flex flex-col gap-1 py-3">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {brings ? (
                  <Tick
                    label={title}
                    isChosen={!leftOut.has(at)}
                    onChange={(isIn) => onChange(new Set(isIn ? [...leftOut].filter((one) => one !== at) : [...leftOut, at]))}
                  />
                ) : (
                  <bdi>{title}</bdi>
                )}
                <span className="sm:ms-auto">
                  <Badge tone={project.id === null ? 'good' : brings ? 'info' : 'plain'}>
                    {t(`plans.import.project.${project.id === null ? 'new' : brings ? 'known' : 'same'}`)}
                  </Badge>
                </span>
              </div>
              <p className="text-sm text-quiet">
                {t('plans.import.project.facts', { cost: money(project.cost), indicators: project.indicators.length })}
              </p>
              {project.id !== null && <Changes project={project} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** What would change of a project that is there, before and after. */
function Changes({ project: { costs, indicators } }: { project: ComparedProject }) {
  const t = useT();
  const told = useTold();
  const money = useMoney();
  const dates = useDates();
  const changes = [
    ...costs.map(({ source, year, base, amount }) =>
      t('plans.import.change.cost', {
        source: t(`plans.word.money.${source}`),
        year: String(year),
        before: base === null ? t('plans.import.change.none') : money(base),
        after: money(amount),
      }),
    ),
    ...indicators.flatMap(({ draft, values }) =>
      values.map(({ year, base, value }) =>
        t('plans.import.change.value', {
          indicator: told(draft.name),
          year: String(year),
          before: base === null ? t('plans.import.change.none') : dates.number(base),
          after: dates.number(value),
        }),
      ),
    ),
  ];
  return (
    <ul className="text-sm">
      {changes.slice(0, most).map((change) => (
        <li key={change}>{change}</li>
      ))}
      {changes.length > most && <li>{t('plans.import.unread.rest', { n: changes.length - most })}</li>}
    </ul>
  );
}
