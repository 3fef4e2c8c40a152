import { Day, Progress, Words } from '../../coordination/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Project } from '../contract.ts';
import type { PublicPlan } from '../public.ts';
import { IndicatorTable, MoneyTable } from './tables.tsx';

interface Props {
  t: Translate;
  language: string;
  published: PublicPlan;
  project: Project;
}

/** One project of a published plan: what for, who with whom, whose money, what is measured. */
export function ProjectPage({ t, language, published: { plan, actions }, project }: Props) {
  const { holderOrganization, holder, partnerOrganizations, partners, place, startsOn, endsOn, audiences, credit, progress } = project;
  const carrier = holderOrganization?.name ?? holder;
  const action = actions.find((one) => one.id === project.actionId);
  const needs = plan.needs.filter((need) => project.needIds.includes(need.id));
  const judged = plan.evaluations
    .toReversed()
    .flatMap(({ id, year, judged }) =>
      judged.flatMap((j) => (j.projectId === project.id && j.words ? [{ id, year, words: j.words }] : [])),
    );
  const marker = (key: 'migration' | 'gender', value: number | null) =>
    value === null || value === 0 ? null : <p>{t(`plans.public.${key}`, { marker: t(`plans.word.marker.${value}`) })}</p>;
  return (
    <article>
      <h1>
        <Words words={project.title} page={language} />
      </h1>
      <p className="meta">
        <a href={`/${language}/plans/${plan.id}`}>
          <Words words={plan.title} page={language} /> – <Words words={plan.commune.name} page={language} />
        </a>
        <span className={project.status === 'done' ? 'state open' : 'state'}>{t(`plans.word.status.${project.status}`)}</span>
      </p>
      {progress.share === null || project.status === 'planned' ? null : (
        <Progress t={t} language={language} progress={progress.share} words="plans.public.progress" />
      )}
      {project.objective ? (
        <p className="lead said">
          <Words words={project.objective} page={language} />
        </p>
      ) : null}
      {marker('migration', project.migrationMarker)}
      {marker('gender', project.genderMarker)}
      <div className="facts">
        {carrier ? (
          <section>
            <h2>{t('plans.public.holder')}</h2>
            <p>
              <Words words={carrier} page={language} />
            </p>
          </section>
        ) : null}
        {partnerOrganizations.length > 0 || partners ? (
          <section>
            <h2>{t('plans.public.partners')}</h2>
            {partnerOrganizations.map((o) => (
              <p key={o.id}>
                <Words words={o.name} page={language} />
              </p>
            ))}
            {partners ? (
              <p className="said">
                <Words words={partners} page={language} />
              </p>
            ) : null}
          </section>
        ) : null}
        {place ? (
          <section>
            <h2>{t('plans.public.place')}</h2>
            <p>
              <bdi>{place}</bdi>
            </p>
          </section>
        ) : null}
        {startsOn || endsOn ? (
          <section>
            <h2>{t('plans.public.when')}</h2>
            {startsOn ? (
              <p>
                {t('plans.public.from')} <Day day={startsOn} page={language} />
              </p>
            ) : null}
            {endsOn ? (
              <p>
                {t('plans.public.until')} <Day day={endsOn} page={language} />
              </p>
            ) : null}
          </section>
        ) : null}
        {audiences.length > 0 ? (
          <section>
            <h2>{t('plans.public.forWhom')}</h2>
            <p>{audiences.map((audience) => t(`plans.word.audience.${audience}`)).join(' – ')}</p>
          </section>
        ) : null}
        {needs.length > 0 ? (
          <section>
            <h2>{t('plans.public.answers')}</h2>
            {needs.map((need) => (
              <p key={need.id}>
                <Words words={need.title} page={language} />
              </p>
            ))}
          </section>
        ) : null}
        {action ? (
          <section>
            <h2>{t('plans.public.action')}</h2>
            <p>
              <a href={`/${language}/coordination/${action.id}`}>
                <Words words={action.title} page={language} />
              </a>
            </p>
          </section>
        ) : null}
        {credit ? (
          <section>
            <h2>{t('plans.public.credit')}</h2>
            <p>
              {[credit.holder, credit.commune].map((name) =>
                name ? <Words key={name.fr ?? name.ar} words={name} page={language} /> : null,
              )}
            </p>
          </section>
        ) : null}
      </div>
      <MoneyTable t={t} language={language} title={t('plans.public.costs')} costs={project.costs} years={plan.years} />
      <IndicatorTable t={t} language={language} indicators={project.indicators} />
      {judged.map(({ id, year, words }) => (
        <section key={id}>
          <h2>{t('plans.public.year', { year: String(year) })}</h2>
          <p className="said">
            <Words words={words} page={language} />
          </p>
        </section>
      ))}
      <p className="acts no-print">
        <a className="go" href={`/${language}/plans/${plan.id}`}>
          {t('plans.public.backToPlan')}
        </a>
      </p>
    </article>
  );
}
