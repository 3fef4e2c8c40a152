import type { ReactNode } from 'react';
import { Text, useTold, Words } from '../../../coordination/screens/index.ts';
import { Fact } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import type { Indicator, Plan, Project } from '../../contract.ts';
import { DeskFiguresLine } from '../parts/desk-figures-line.tsx';
import { isolate } from '../parts/isolate.ts';
import { useMoney } from '../parts/money.ts';

/** A plan as it was frozen, as it stood on a day, or as the public will read it: all there is of it, to be read. */
export function PlanReading({ plan }: { plan: Plan }) {
  const t = useT();
  const dates = useDates();
  const money = useMoney();
  return (
    <article className="flex flex-col gap-5 rounded-card border border-edge bg-card p-4 sm:p-6">
      <header className="flex flex-col gap-1">
        <h2>
          <Words told={plan.commune.name} /> · <Words told={plan.title} />
        </h2>
        <p className="text-quiet">
          {t('plans.now', { name: t(`plans.word.stage.${plan.stage}`) })} · <bdi dir="ltr">{`${plan.years[0]}–${plan.years.at(-1)}`}</bdi> ·{' '}
          {money(plan.totals.cost)}
        </p>
      </header>
      {plan.vision && <Text told={plan.vision} />}
      {plan.regionalLink && (
        <Part title={t('plans.field.regional_link')}>
          <Text told={plan.regionalLink} />
        </Part>
      )}
      {plan.sessions.length > 0 && (
        <Part title={t('plans.section.sessions')}>
          <ul className="flex list-disc flex-col gap-1 ps-5">
            {plan.sessions.map((s) => (
              <li key={s.id}>
                {[
                  t(`plans.word.session.${s.kind}`),
                  dates.day(s.heldOn),
                  s.place,
                  t('plans.attended', { women: s.women, men: s.men }),
                  s.organizations,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {s.words && <Text told={s.words} />}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {plan.needs.length > 0 && (
        <Part title={t('plans.section.needs')}>
          <ol className="flex flex-col gap-3">
            {plan.needs.map((need) => (
              <li key={need.id}>
                <p className="font-semibold">
                  {need.rank !== null && `${need.rank}. `}
                  <Words told={need.title} />
                </p>
                {need.text && <Text told={need.text} />}
                <p className="text-sm text-quiet">
                  {[
                    wordsOf(t, 'plans.word.audience', need.audiences),
                    need.place && isolate(need.place),
                    need.rank !== null && t('plans.hands', { women: need.women, men: need.men }),
                    need.migrationMarker !== null &&
                      `${t('plans.field.migration_marker')}${t('workspace.colon')}${t(`plans.word.marker.${need.migrationMarker}`)}`,
                    need.genderMarker !== null &&
                      `${t('plans.field.gender_marker')}${t('workspace.colon')}${t(`plans.word.marker.${need.genderMarker}`)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {need.deskFigures && <DeskFiguresLine figures={need.deskFigures} />}
              </li>
            ))}
          </ol>
        </Part>
      )}
      {plan.projects.length > 0 && (
        <Part title={t('plans.section.projects')}>
          <ol className="flex flex-col gap-4">
            {plan.projects.map((project) => (
              <li key={project.id}>
                <ProjectReading project={project} />
              </li>
            ))}
          </ol>
        </Part>
      )}
      {plan.remarks.length > 0 && (
        <Part title={t('plans.section.remarks')}>
          <ul className="flex flex-col gap-3">
            {plan.remarks.map((remark) => (
              <li key={remark.id}>
                <p className="font-semibold">
                  {[t(`plans.word.body.${remark.body}`), dates.day(remark.saidOn)].join(t('workspace.list_comma'))}
                  {remark.taken && ` · ${t(`plans.word.taken.${remark.taken}`)}`}
                </p>
                <Text told={remark.words} />
                {remark.answer && (
                  <div className="border-s-4 border-primary ps-3">
                    <Text told={remark.answer} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Years plan={plan} />
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function ProjectReading({ project }: { project: Project }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const money = useMoney();
  const comma = t('workspace.list_comma');
  const holder = project.holderOrganization?.name ?? project.holder;
  const partners = [...project.partnerOrganizations.map((o) => told(o.name)), ...(project.partners ? [told(project.partners)] : [])];
  const marker = (of: number | null) => (of === null ? null : t(`plans.word.marker.${of}`));
  const facts: [string, string | null][] = [
    ['plans.holder', holder && told(holder)],
    ['plans.field.partners', partners.join(comma)],
    ['plans.field.place', project.place],
    ['plans.period', [project.startsOn, project.endsOn].flatMap((day) => (day ? [dates.day(day)] : [])).join(' – ')],
    ['plans.field.audiences', wordsOf(t, 'plans.word.audience', project.audiences)],
    ['plans.field.themes', wordsOf(t, 'thread.theme', project.themes)],
    ['plans.field.migration_marker', marker(project.migrationMarker)],
    ['plans.field.gender_marker', marker(project.genderMarker)],
    ['plans.costs', project.costs.map((c) => `${c.year} ${t(`plans.word.money.${c.source}`)} ${money(c.amount)}`).join(comma)],
    [
      'plans.credited',
      project.credit &&
        [project.credit.title, project.credit.holder, project.credit.commune].flatMap((each) => (each ? [told(each)] : [])).join(comma),
    ],
  ];
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">
        <Words told={project.title} /> <span className="text-quiet">· {t(`plans.word.status.${project.status}`)}</span>
      </p>
      {project.objective && <Text told={project.objective} />}
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {facts
          .filter(([, words]) => Boolean(words))
          .map(([label, words]) => (
            <Fact key={label} label={t(label)}>
              <bdi>{words}</bdi>
            </Fact>
          ))}
        {project.indicators.map((indicator) => (
          <Fact key={indicator.id} label={told(indicator.name)}>
            <Measured indicator={indicator} />
          </Fact>
        ))}
      </dl>
    </div>
  );
}

/** From where to where, and what was counted year by year. */
function Measured({ indicator }: { indicator: Indicator }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const at = (value: number | null) => (value === null ? '–' : dates.number(value));
  const values = indicator.values.map((v) => `${v.year}${v.part ? ` ${t(`plans.word.part.${v.part}`)}` : ''} ${dates.number(v.value)}`);
  const { source, formula, unit } = indicator;
  return [
    t('plans.from_to', { from: at(indicator.baseline), until: at(indicator.target) }) + (unit ? ` ${told(unit)}` : ''),
    values.join(t('workspace.list_comma')),
    source && told(source),
    formula && told(formula),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Years({ plan }: { plan: Plan }) {
  const t = useT();
  const told = useTold();
  const money = useMoney();
  const titles = new Map(plan.projects.map((p) => [p.id, p.title]));
  if (plan.evaluations.length === 0) return null;
  return (
    <Part title={t('plans.section.years')}>
      {plan.evaluations.map((year) => (
        <div key={year.id} className="flex flex-col gap-1">
          <p className="font-semibold">{t('plans.year_of', { year: String(year.year) })}</p>
          {year.summary && <Text told={year.summary} />}
          {year.learned && <Text told={year.learned} />}
          <ul className="flex list-disc flex-col ps-5 text-sm">
            {year.judged.map((judged) => (
              <li key={judged.projectId}>
                {[
                  told(titles.get(judged.projectId) ?? {}),
                  judged.share !== null && `${Math.round(judged.share * 100)} %`,
                  judged.spent !== null && money(judged.spent),
                  judged.words && told(judged.words),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Part>
  );
}
