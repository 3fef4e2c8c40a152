import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ProgressBar, Text, useTold } from '../../../coordination/screens/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card, Fact, Notice } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import { useSession } from '../../../workspace/session.tsx';
import { madeBy } from '../../../workspace/outbox/order.ts';
import type { Plan, PlanView, Project } from '../../contract.ts';
import { isOpen } from '../../rules.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';
import { RemoveButton } from '../parts/remove-button.tsx';
import { ThingForm } from '../parts/thing-form.tsx';
import { Costs } from './costs.tsx';
import { Indicators } from './indicators.tsx';

/** One project: what for, by whom, where, with whose money, measured by what. */
export function ProjectScreen() {
  const told = useTold();
  const { projectId } = useParams();
  const nameOf = ({ plan }: PlanView) => {
    const project = plan.projects.find((p) => p.id === projectId);
    return project && told(project.title);
  };
  return (
    <PlanFrame section="projects" nameOf={nameOf} wide>
      {(plan) => <Found {...plan} />}
    </PlanFrame>
  );
}

function Found({ view, acts }: InPlan) {
  const t = useT();
  const { projectId = '' } = useParams();
  const { outbox } = useSession();
  const project = view.plan.projects.find((p) => p.id === projectId);
  if (project) return <OneProject key={project.id} project={project} view={view} acts={acts} />;
  const isComing = outbox.some((entry) => entry.state === 'waiting' && madeBy(entry).includes(projectId));
  return <Notice tone={isComing ? 'info' : 'warn'}>{t(isComing ? 'plans.project.coming' : 'plans.project.gone')}</Notice>;
}

function OneProject({ project, view, acts }: InPlan & { project: Project }) {
  const t = useT();
  const told = useTold();
  const [isEditing, setEditing] = useState(false);
  const { plan } = view;
  const mayWrite = view.mayWrite && isOpen(plan.stage);
  if (isEditing) {
    return (
      <ThingForm
        plan={plan}
        thing="project"
        title={t('plans.edit.project')}
        current={project}
        acts={acts}
        said={t('plans.saved')}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <>
      <Card>
        <p>
          <Badge tone={project.status === 'done' ? 'good' : project.status === 'dropped' ? 'bad' : 'info'}>
            {t(`plans.word.status.${project.status}`)}
          </Badge>
        </p>
        {project.objective && <Text told={project.objective} />}
        <Facts plan={plan} project={project} />
        {project.credit && <Credit project={project} />}
        <ProgressBar progress={project.progress.share} none={t('plans.progress.none')} />
        {project.progress.from && <p className="-mt-2 text-sm text-quiet">{t(`plans.progress.from.${project.progress.from}`)}</p>}
        {mayWrite && (
          <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button onPress={() => setEditing(true)}>{t('thread.change')}</Button>
            <RemoveButton planId={plan.id} thing="project" thingId={project.id} name={told(project.title)} acts={acts} />
          </div>
        )}
      </Card>
      <Costs project={project} plan={plan} mayWrite={mayWrite} />
      <Indicators project={project} plan={plan} mayWrite={mayWrite} acts={acts} />
    </>
  );
}

function Facts({ plan, project }: { plan: Plan; project: Project }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const comma = t('workspace.list_comma');
  const partners = [...project.partnerOrganizations.map((o) => told(o.name)), ...(project.partners ? [told(project.partners)] : [])];
  const needs = plan.needs.filter((n) => project.needIds.includes(n.id)).map((n) => told(n.title));
  const holder = project.holderOrganization?.name ?? project.holder;
  const period = [project.startsOn, project.endsOn].filter((day): day is string => day !== null).map(dates.day);
  const facts: [string, string | null][] = [
    ['plans.holder', holder ? told(holder) : t('plans.no_holder')],
    ['plans.field.partners', partners.join(comma)],
    ['plans.field.place', project.place],
    ['plans.period', period.join(' – ')],
    ['plans.field.need_ids', needs.join(comma)],
    ['plans.field.audiences', wordsOf(t, 'plans.word.audience', project.audiences)],
    ['plans.field.themes', wordsOf(t, 'thread.theme', project.themes)],
    ['plans.field.migration_marker', project.migrationMarker === null ? null : t(`plans.word.marker.${project.migrationMarker}`)],
    ['plans.field.gender_marker', project.genderMarker === null ? null : t(`plans.word.marker.${project.genderMarker}`)],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {facts
        .filter(([, words]) => Boolean(words))
        .map(([label, words]) => (
          <Fact key={label} label={t(label)}>
            <bdi>{words}</bdi>
          </Fact>
        ))}
      {project.actionId && (
        <Fact label={t('plans.field.action_id')}>
          <Link className="font-semibold text-primary underline" to={`/thread/actions/${project.actionId}`}>
            {t('plans.open_action')}
          </Link>
        </Fact>
      )}
    </dl>
  );
}

/** Whose idea it is. */
function Credit({ project: { credit } }: { project: Project }) {
  const t = useT();
  const told = useTold();
  if (!credit) return null;
  const who = [credit.holder, credit.commune].flatMap((each) => (each ? [told(each)] : []));
  return (
    <p className="rounded-xl bg-paper px-3 py-2 text-sm">
      {t('plans.credit', { name: told(credit.title) })}
      {who.length > 0 && ` (${who.join(t('workspace.list_comma'))})`}
      {credit.sourceUrl && (
        <>
          {' · '}
          <a className="underline" href={credit.sourceUrl} rel="noreferrer">
            {t('plans.source')}
          </a>
        </>
      )}
    </p>
  );
}
