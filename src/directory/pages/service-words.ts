import type { Translate } from '../../platform/i18n/index.ts';
import type { OpeningOverview } from '../opening/overview.ts';
import { ownDates } from '../opening/schedule.ts';
import type { LocalText, ServiceView, Term } from '../store.ts';
import { canBeCalled, hasPhone } from './contacts.tsx';
import { apart, isWebAddress, languageName, languageOf, listOf } from './local-text.tsx';
import { dayAndMonth, fullDate, openingLine, spansText, weekdayName, weekdaysText } from './opening-text.ts';
import { ages, areasOf, checkedText, closureText, namesOf, partsOf, price } from './service-text.ts';

export interface Line {
  text: string;
  /** The language it is read in. */
  language: string;
  /** A box to tick, a step to bring along. */
  tick?: boolean;
}
/** All that the page of a service says, in words alone, for paper. */
export interface ServiceWords {
  id: string;
  name: Line;
  organization: Line;
  description: Line | undefined;
  /** What to know before relying on it. */
  warnings: Line[];
  facts: { title: string; lines: Line[] }[];
}

export interface Told {
  t: Translate;
  language: string;
  service: ServiceView;
  opening: OpeningOverview | undefined;
  needs: Term[];
  audiences: Term[];
}

function hours({ t, language, service, opening }: Told): string[] {
  const reach = hasPhone(service) ? 'phone' : 'other';
  if (!opening || opening.places.length === 0) {
    return [opening ? openingLine(t, language, { kind: 'unknown' }, opening, reach) : t('directory.hours.unknownAsk')];
  }
  return opening.places.flatMap(({ place, state, week, onHolidays }) => {
    const spell = (days: typeof week.usual): string[] =>
      days.map(({ weekdays, spans }) =>
        t('directory.hours.daysHours', { days: weekdaysText(t, weekdays, language), hours: spansText(t, spans, language) }),
      );
    const said = [
      ...spell(week.usual),
      ...week.later.map(({ day, spans }) =>
        t('directory.hours.daysHours', {
          days: `${weekdayName(day, language)} ${dayAndMonth(day, language)}`,
          hours: spansText(t, spans, language),
        }),
      ),
      ...week.closures.map(({ from, to }) =>
        from === to
          ? t('directory.hours.closedOn', { date: fullDate(from, language) })
          : t('directory.hours.closedFromTo', { from: fullDate(from, language), to: fullDate(to, language) }),
      ),
      ...(onHolidays ? [t('directory.hours.onHolidays', { open: onHolidays })] : []),
      ...week.otherSeasons.flatMap(({ season, period, days }) => {
        if (season === null) return [];
        const name = t('directory.hours.season', { season });
        const dates =
          season === ownDates && period
            ? t('directory.hours.dates', { from: fullDate(period.from, language), to: fullDate(period.to, language) })
            : undefined;
        return [dates ? `${name}, ${dates}` : name, ...spell(days)];
      }),
      ...week.texts,
    ];
    const nothing = state.kind === 'by_appointment' || state.kind === 'unknown' ? [openingLine(t, language, state, opening, reach)] : [];
    return [...(place ? [`${t('directory.hours.ofPlace')} ${place.text}`] : []), ...(said.length > 0 ? said : nothing)];
  });
}

function where({ t, language, service }: Told): string[] {
  const comma = language === 'ar' ? '، ' : ', ';
  const areas = areasOf(service);
  const lines = [
    ...service.places.flatMap((place) =>
      place.confidential
        ? [t('directory.service.confidential')]
        : [[...(place.name ? [place.name.text] : []), ...partsOf(place)].filter((part, i, all) => all.indexOf(part) === i).join(comma)],
    ),
    ...(areas.length > 0 ? [t('directory.service.validIn', { list: listOf(areas, language) })] : []),
  ].filter((line) => line !== '');
  return lines.length > 0 ? [...new Set(lines)] : [t('directory.service.whereUnknown')];
}

function costs({ t, language, service }: Told): string[] {
  if (service.fees === null && service.costs.length === 0) return [t('directory.service.costUnknown')];
  return [
    ...(service.fees ? [service.fees.text] : []),
    ...service.costs.map((cost) => [price(cost, language), cost.option?.text, cost.description?.text].filter((part) => part).join(' ')),
  ];
}

function contacts({ t, language, service }: Told): string[] {
  const phones = service.phones.filter(canBeCalled);
  const emails = [...new Set([service.email, service.organizationEmail])].filter((email) => email !== null);
  const sites = [...new Set([service.url, service.organizationWebsite])].filter(isWebAddress);
  const spoken = service.languages.flatMap((l) => (l.code ? [languageName(l.code, language)] : l.name ? [l.name] : []));
  return [
    ...phones.map(({ number, extension, description }) =>
      [apart(number), extension ? t('directory.service.extension', { extension }) : '', description?.text ?? '']
        .filter((part) => part)
        .join(' '),
    ),
    ...[...emails, ...sites].map(apart),
    ...(phones.length + emails.length + sites.length === 0 ? [t('directory.service.contactUnknown')] : []),
    ...(spoken.length > 0 ? [t('directory.service.languages', { list: listOf(spoken, language) })] : []),
  ];
}

/** Tells a service in the order a person asks, without anything that is only true for a moment. */
export function wordsOf(told: Told): ServiceWords {
  const { t, language, service } = told;
  const own = (text: string): Line => ({ text, language });
  const from = (text: LocalText): Line => ({ text: text.text, language: languageOf(text, language) });
  const audiences = namesOf(service.audiences, told.audiences, language);
  const needs = namesOf(service.needs, told.needs, language);
  const age = ages(t, service);
  const closure = closureText(t, service);
  const papers: Line[] = service.documents.map(({ procedure, document }) => ({
    ...from({ text: procedure ? `${procedure.text} – ${document.text}` : document.text, language: document.language }),
    tick: true,
  }));
  return {
    id: service.id,
    name: from(service.name),
    organization: from(service.organizationName),
    description: service.description ? from(service.description) : undefined,
    warnings: [
      ...(service.alert ? [from(service.alert)] : []),
      ...(closure === undefined ? [] : [own(closure)]),
      ...(service.toBeConfirmed
        ? [own(t(hasPhone(service) ? 'directory.service.toBeConfirmed' : 'directory.service.toBeConfirmedByCell'))]
        : []),
    ],
    facts: [
      {
        title: t('directory.service.forMe'),
        lines: [
          ...(service.eligibility ? [from(service.eligibility)] : []),
          ...(audiences.length > 0 ? [own(t('directory.service.audiences', { list: listOf(audiences, language) }))] : []),
          ...(needs.length > 0 ? [own(t('directory.service.needs', { list: listOf(needs, language) }))] : []),
          ...(age ? [own(age)] : []),
        ],
      },
      { title: t('directory.service.bring'), lines: papers.length > 0 ? papers : [own(t('directory.service.bringUnknown'))] },
      { title: t('directory.service.whereAndWhen'), lines: [...where(told), ...hours(told)].map(own) },
      { title: t('directory.service.cost'), lines: costs(told).map(own) },
      ...(service.applicationProcess ? [{ title: t('directory.service.apply'), lines: [from(service.applicationProcess)] }] : []),
      { title: t('directory.service.contact'), lines: contacts(told).map(own) },
      { title: t('directory.service.checked'), lines: [own(checkedText(t, language, service))] },
    ].filter(({ lines }) => lines.length > 0),
  };
}
