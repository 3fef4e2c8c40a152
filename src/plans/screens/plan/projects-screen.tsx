import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ProgressBar, useTold, Words } from '../../../coordination/screens/index.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Project } from '../../contract.ts';
import { isOpen } from '../../rules.ts';
import { isolate } from '../parts/isolate.ts';
import { useMoney } from '../parts/money.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';
import { Sheet } from '../parts/table.tsx';
import { ThingForm } from '../parts/thing-form.tsx';

/** What the commune wants to do: its projects, and what they cost by year and by whose money. */
export function ProjectsScreen() {
  return <PlanFrame section="projects">{(plan) => <Projects {...plan} />}</PlanFrame>;
}

function Projects({ view, acts }: InPlan) {
  const t = useT();
  const navigate = useNavigate();
  const [isNew, setNew] = useState(false);
  const { plan } = view;
  const mayWrite = view.mayWrite && isOpen(plan.stage);
  return (
    <>
      {mayWrite && (
        <div className="no-print flex flex-wrap gap-3">
          <Button look={plan.projects.length === 0 ? 'main' : 'second'} onPress={() => setNew(true)}>
            {t('plans.add.project')}
          </Button>
          <Link className={buttonClass('second')} to="/plans/library">
            {t('plans.library')}
          </Link>
          <Link className={buttonClass('second')} to={`/plans/${plan.id}/import`}>
            {t('plans.import')}
          </Link>
        </div>
      )}
      {isNew && (
        <ThingForm
          plan={plan}
          thing="project"
          title={t('plans.add.project')}
          begin={{ status: 'planned' }}
          acts={acts}
          said={t('plans.saved')}
          onClose={(id) => {
            setNew(false);
            if (id) void navigate(`/plans/${plan.id}/projects/${id}`);
          }}
        />
      )}
      {plan.projects.length === 0 ? (
        <Empty title={t('plans.projects.none')}>{t('plans.projects.none.then')}</Empty>
      ) : (
        <>
          <ul className="flex flex-col gap-3">
            {plan.projects.map((project) => (
              <li key={project.id}>
                <ProjectLine planId={plan.id} project={project} />
              </li>
            ))}
          </ul>
          <Totals view={view} />
        </>
      )}
    </>
  );
}

function ProjectLine({ planId, project }: { planId: string; project: Project }) {
  const t = useT();
  const told = useTold();
  const money = useMoney();
  const holder = project.holderOrganization?.name ?? project.holder;
  return (
    <div
      className={`flex flex-col gap-2 rounded-card border border-line bg-card p-4 sm:px-6 ${project.status === 'dropped' ? 'text-quiet' : ''}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          to={`/plans/${planId}/projects/${project.id}`}
          className="inline-flex min-h-11 items-center font-bold text-primary underline-offset-4 hover:underline"
        >
          <Words told={project.title} />
        </Link>
        <span className="flex flex-wrap gap-2 sm:ms-auto">
          {project.migrationMarker === 2 && <Badge tone="info">{t('plans.marker.migration')}</Badge>}
          <Badge tone={project.status === 'done' ? 'good' : project.status === 'dropped' ? 'bad' : 'plain'}>
            {t(`plans.word.status.${project.status}`)}
          </Badge>
        </span>
      </div>
      <p className="text-sm text-quiet">{[holder ? isolate(told(holder)) : t('plans.no_holder'), money(project.cost)].join(' · ')}</p>
      <ProgressBar progress={project.progress.share} none={t('plans.progress.none')} />
    </div>
  );
}

/** All projects that were not dropped, by year and by whose money. */
function Totals({ view }: { view: InPlan['view'] }) {
  const t = useT();
  const money = useMoney();
  const { byYear, bySource, cost } = view.plan.totals;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('plans.totals')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Sums label={t('plans.by_year')} sums={byYear.map(({ year, amount }) => [String(year), money(amount)])} total={money(cost)} />
        <Sums
          label={t('plans.by_source')}
          sums={bySource.map(({ source, amount }) => [t(`plans.word.money.${source}`), money(amount)])}
          total={money(cost)}
        />
      </div>
    </section>
  );
}
function Sums({ label, sums, total }: { label: string; sums: [string, string][]; total: string }) {
  const t = useT();
  const row = ([name, amount]: [string, string]) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="text-end tabular-nums">{amount}</td>
    </tr>
  );
  return (
    <Sheet
      label={label}
      head={
        <tr>
          <th scope="col" colSpan={2}>
            {label}
          </th>
        </tr>
      }
      foot={row([t('plans.total'), total])}
    >
      {sums.map(row)}
    </Sheet>
  );
}
