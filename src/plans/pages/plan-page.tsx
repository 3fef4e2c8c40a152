import { Day, Progress, Words } from '../../coordination/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Evaluation, Plan, Project, Remark } from '../contract.ts';
import type { PublicPlan } from '../public.ts';
import { sum } from '../roll-up.ts';
import { dayIn, numberIn } from './figures.ts';
import { Pager, shownOn } from './pager.tsx';
import { MoneyTable } from './tables.tsx';

interface Props {
  t: Translate;
  language: string;
}
/** So many of each stand on the page; the data hold the rest. */
const most = { needs: 10, remarks: 5, evaluations: 6 };

const Rest = ({ t, n }: { t: Translate; n: number }) => (n > 0 ? <p className="meta">{t('plans.public.rest', { n })}</p> : null);

function ProjectCard({ t, language, planId, project }: Props & { planId: string; project: Project }) {
  const holder = project.holderOrganization?.name ?? project.holder;
  return (
    <li className="card">
      <h3>
        <a href={`/${language}/plans/${planId}/projects/${project.id}`}>
          <Words words={project.title} page={language} />
        </a>
      </h3>
      <p className="meta">
        <span className={project.status === 'done' ? 'state open' : 'state'}>{t(`plans.word.status.${project.status}`)}</span>
        {holder ? (
          <span>
            {t('plans.public.holder')} <Words words={holder} page={language} />
          </span>
        ) : null}
        {project.cost > 0 ? <span>{t('plans.public.money', { amount: numberIn(language, project.cost) })}</span> : null}
      </p>
      {project.progress.share !== null && project.status === 'under_way' ? (
        <Progress t={t} language={language} progress={project.progress.share} words="plans.public.progress" />
      ) : null}
    </li>
  );
}

function Heard({ t, language, sessions }: Props & Pick<Plan, 'sessions'>) {
  if (sessions.length === 0) return null;
  const women = sessions.reduce((sum, s) => sum + s.women, 0);
  const people = women + sessions.reduce((sum, s) => sum + s.men, 0);
  return (
    <>
      <h2>{t('plans.public.heard')}</h2>
      <p>{t('plans.public.heardSum', { n: sessions.length, people: numberIn(language, people), women: numberIn(language, women) })}</p>
      <ul className="plain log">
        {sessions.slice(-most.needs).map((s) => (
          <li key={s.id}>
            <p className="meta">
              <Day day={s.heldOn} page={language} />
              <span>{t(`plans.word.session.${s.kind}`)}</span>
              {s.place ? <bdi>{s.place}</bdi> : null}
              <span>{t('plans.public.people', { women: numberIn(language, s.women), men: numberIn(language, s.men) })}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Needs({ t, language, needs }: Props & Pick<Plan, 'needs'>) {
  if (needs.length === 0) return null;
  return (
    <>
      <h2>{t('plans.public.needs')}</h2>
      <ol>
        {needs.slice(0, most.needs).map((need) => (
          <li key={need.id} value={need.rank ?? undefined}>
            <Words words={need.title} page={language} />
            {need.women + need.men > 0 ? <> – {t('plans.public.votes', { n: need.women + need.men })}</> : null}
          </li>
        ))}
      </ol>
      <Rest t={t} n={needs.length - most.needs} />
    </>
  );
}

function Remarks({ t, language, remarks }: Props & { remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <>
      <h2>{t('plans.public.remarks')}</h2>
      <ul className="plain log">
        {remarks.slice(0, most.remarks).map((remark) => (
          <li key={remark.id}>
            <p className="meta">
              <span>{t(`plans.word.body.${remark.body}`)}</span>
              <Day day={remark.saidOn} page={language} />
              {remark.taken ? <span>{t(`plans.word.taken.${remark.taken}`)}</span> : null}
            </p>
            <p className="said">
              <Words words={remark.words} page={language} />
            </p>
            <p className="said">
              {remark.answer ? (
                <>
                  <strong>{t('plans.public.answer')}</strong> <Words words={remark.answer} page={language} />
                </>
              ) : (
                t('plans.public.noAnswer')
              )}
            </p>
          </li>
        ))}
      </ul>
      <Rest t={t} n={remarks.length - most.remarks} />
    </>
  );
}

function Evaluations({ t, language, evaluations }: Props & { evaluations: readonly Evaluation[] }) {
  if (evaluations.length === 0) return null;
  return (
    <>
      <h2>{t('plans.public.evaluations')}</h2>
      {evaluations
        .toReversed()
        .slice(0, most.evaluations)
        .map(({ id, year, adoptedOn, summary, learned, judged }) => {
          const spent = sum(judged.map((j) => j.spent ?? 0));
          return (
            <section key={id}>
              <h3>{t('plans.public.year', { year: String(year) })}</h3>
              {adoptedOn ? <p className="meta">{t('plans.public.adopted', { day: dayIn(language, adoptedOn) })}</p> : null}
              {summary ? (
                <p className="said">
                  <Words words={summary} page={language} />
                </p>
              ) : null}
              {spent > 0 ? (
                <p>{t('plans.public.spent', { amount: t('plans.public.money', { amount: numberIn(language, spent) }) })}</p>
              ) : null}
              {learned ? (
                <p className="said">
                  <strong>{t('plans.public.learned')}</strong> <Words words={learned} page={language} />
                </p>
              ) : null}
            </section>
          );
        })}
    </>
  );
}

/** What a commune published of its plan: the whole on the first page, its projects page by page. */
export function PlanPage({ t, language, published, page }: Props & { published: PublicPlan; page: number }) {
  const { plan, number, publishedAt, isDemonstration } = published;
  const path = `/${language}/plans/${plan.id}`;
  const isFirst = page === 1;
  const costs = plan.projects.filter((p) => p.status !== 'dropped').flatMap((p) => p.costs);
  return (
    <article>
      <h1>
        <Words words={plan.title} page={language} />
      </h1>
      <p className="meta">
        <a href={`/${language}/plans/communes/${plan.commune.code}`}>
          <Words words={plan.commune.name} page={language} />
        </a>
        <span>{t('plans.public.years', { from: String(plan.years[0]), to: String(plan.years.at(-1)) })}</span>
        <span>{t('plans.public.stage', { stage: t(`plans.word.stage.${plan.stage}`) })}</span>
        {isDemonstration ? <span className="mark">{t('plans.public.demonstration')}</span> : null}
      </p>
      {isFirst ? (
        <>
          {plan.totals.progress === null ? null : (
            <Progress t={t} language={language} progress={plan.totals.progress} words="plans.public.progress" />
          )}
          {plan.vision ? (
            <p className="lead said">
              <Words words={plan.vision} page={language} />
            </p>
          ) : null}
          {plan.regionalLink ? (
            <p className="said">
              <strong>{t('plans.public.regionalLink')}</strong> – <Words words={plan.regionalLink} page={language} />
            </p>
          ) : null}
          <Needs t={t} language={language} needs={plan.needs} />
        </>
      ) : null}
      <h2>{t('plans.public.projects')}</h2>
      {plan.projects.length === 0 ? <p>{t('plans.public.noProject')}</p> : null}
      <ul className="plain cards">
        {shownOn(plan.projects, page).map((project) => (
          <ProjectCard key={project.id} t={t} language={language} planId={plan.id} project={project} />
        ))}
      </ul>
      <Pager t={t} path={path} page={page} total={plan.projects.length} />
      {isFirst ? (
        <>
          <MoneyTable t={t} language={language} title={t('plans.public.money.title')} costs={costs} years={plan.years} />
          <Heard t={t} language={language} sessions={plan.sessions} />
          <Remarks t={t} language={language} remarks={plan.remarks} />
          <Evaluations t={t} language={language} evaluations={plan.evaluations} />
        </>
      ) : null}
      <p className="meta">{t('plans.public.published', { number, day: dayIn(language, publishedAt) })}</p>
      <p className="acts no-print">
        <a className="go" href={`/${language}/plans`}>
          {t('plans.public.back')}
        </a>
        <a className="go" href={`${path}/data.csv`}>
          {t('plans.public.table')}
        </a>
        <a className="go" href={`${path}/data.json`}>
          {t('plans.public.json')}
        </a>
        {plan.projects.length > 0 ? (
          <a className="go" href={`${path}/results.xml`}>
            {t('plans.public.results')}
          </a>
        ) : null}
      </p>
    </article>
  );
}
