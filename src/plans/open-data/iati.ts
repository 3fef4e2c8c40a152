import { escapeXml, xmlHead } from '../../directory/index.ts';
import type { Indicator, Plan, Project, Told } from '../contract.ts';
import { type ProjectStatus, spokenTexts } from '../lists.ts';
import { sum } from '../roll-up.ts';

// Code lists of IATI 2.03: ActivityStatus, OrganisationType (local government), OrganisationRole, ActivityDateType, ResultType, IndicatorMeasure.
const statusCode: Record<ProjectStatus, number> = { planned: 1, under_way: 2, done: 4, dropped: 5 };
const localGovernment = 11;
const [accountable, implementing] = [2, 4];
const plannedStart = 1;
const plannedEnd = 3;
const output = 1;
const [unit, percentage] = [1, 2];

const narratives = (words: Told): string =>
  spokenTexts
    .flatMap((language) => (words[language] ? [`<narrative xml:lang="${language}">${escapeXml(words[language])}</narrative>`] : []))
    .join('');
const element = (name: string, words: Told | null): string => (words ? `<${name}>${narratives(words)}</${name}>` : '');
const period = (year: number, said: string): string =>
  `<period><period-start iso-date="${year}-01-01"/><period-end iso-date="${year}-12-31"/>${said}</period>`;

function indicatorXml(indicator: Indicator): string {
  const { name, unit: of, baseline, baselineYear, target, targetYear, values, formula } = indicator;
  const isShare = Object.values(of ?? {}).some((text) => /%|pour ?cent|بالمئة|percent|por ciento/iu.test(text));
  const isRising = baseline === null || target === null || target >= baseline;
  const years = [...new Set([...values.map((v) => v.year), ...(target !== null && targetYear !== null ? [targetYear] : [])])].sort(
    (a, b) => a - b,
  );
  const periods = years.map((year) => {
    const aim = target !== null && targetYear === year ? `<target value="${target}"/>` : '';
    const reached = values
      .filter((v) => v.year === year)
      .map(({ part, value }) =>
        part === ''
          ? `<actual value="${value}"/>`
          : `<actual value="${value}"><dimension name="${part === 'women' || part === 'men' ? 'sex' : 'group'}" value="${part}"/></actual>`,
      );
    return period(year, aim + reached.join(''));
  });
  const began = baseline !== null && baselineYear !== null ? `<baseline year="${baselineYear}" value="${baseline}"/>` : '';
  return `<indicator measure="${isShare ? percentage : unit}" ascending="${isRising ? 1 : 0}">${element('title', name)}${element(
    'description',
    formula,
  )}${began}${periods.join('')}</indicator>`;
}

function budgets({ costs }: Project): string {
  const years = [...new Set(costs.map((c) => c.year))].sort((a, b) => a - b);
  return years
    .map((year) => {
      const amount = sum(costs.filter((c) => c.year === year).map((c) => c.amount));
      return `<budget type="1" status="1"><period-start iso-date="${year}-01-01"/><period-end iso-date="${year}-12-31"/><value currency="MAD" value-date="${year}-01-01">${amount}</value></budget>`;
    })
    .join('');
}

function activityXml(project: Project, plan: Plan, publishedAt: string): string {
  const { id, title, objective, status, startsOn, endsOn, indicators, holder, holderOrganization } = project;
  const carrier = holderOrganization?.name ?? holder;
  const body = Object.keys(plan.organization.name).length > 0 ? plan.organization.name : plan.commune.name;
  const bodyId = `istiqbal-${plan.organization.id}`;
  // In the order that the standard's schema asks for, with all it cannot do without: who answers for it, and when; a project that says no days has its plan's.
  return [
    `<iati-activity last-updated-datetime="${publishedAt}" default-currency="MAD" xml:lang="fr">`,
    `<iati-identifier>${bodyId}-${id}</iati-identifier>`,
    `<reporting-org ref="${bodyId}" type="${localGovernment}">${narratives(body)}</reporting-org>`,
    element('title', title),
    element('description', objective ?? title),
    `<participating-org ref="${bodyId}" type="${localGovernment}" role="${accountable}">${narratives(body)}</participating-org>`,
    carrier ? `<participating-org role="${implementing}">${narratives(carrier)}</participating-org>` : '',
    `<activity-status code="${statusCode[status]}"/>`,
    `<activity-date iso-date="${startsOn ?? `${plan.years[0]}-01-01`}" type="${plannedStart}"/>`,
    `<activity-date iso-date="${endsOn ?? `${plan.years.at(-1)}-12-31`}" type="${plannedEnd}"/>`,
    '<recipient-country code="MA"/>',
    `<location><name>${narratives(plan.commune.name)}</name></location>`,
    budgets(project),
    indicators.length > 0
      ? `<result type="${output}">${element('title', objective ?? title)}${indicators.map(indicatorXml).join('')}</result>`
      : '',
    '</iati-activity>',
  ].join('');
}

/**
 * A published plan's projects and what they brought, after the International Aid Transparency Initiative's activity standard 2.03; nothing where
 * there is no project, for the standard knows no empty file.
 */
export const resultsXml = (plan: Plan, publishedAt: string): string | undefined =>
  plan.projects.length === 0
    ? undefined
    : `${xmlHead}<iati-activities version="2.03" generated-datetime="${publishedAt}">\n${plan.projects
        .map((project) => activityXml(project, plan, publishedAt))
        .join('\n')}\n</iati-activities>\n`;
