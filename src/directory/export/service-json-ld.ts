import type { HsdsRecord } from '../hsds/clean.ts';
import { longestException, ownDates } from '../opening/schedule.ts';
import { given, numberOf, recordOf, recordsOf, textOf } from './members.ts';

type Json = Record<string, unknown>;
const dayNames: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const hour = (text: string | undefined): string | undefined => /^\d{1,2}:\d{2}/.exec(text ?? '')?.[0].padStart(5, '0');

/** schema.org has no word for « closed »: a time that ends as it begins, which engines read so. */
const closed = { opens: '00:00', closes: '00:00' };
// Where no date of a season is known, its hours are told as over.
const isOver = (row: Json): boolean => textOf(row, 'valid_to') === '1970-01-01';

/** What is said of one row: open days that come back every week, or the days between two dates with hours of their own or none. */
function specificationOf(row: Json): Json | undefined {
  const [opens, closes] = [hour(textOf(row, 'opens_at')), hour(textOf(row, 'closes_at'))];
  const [from, to] = [textOf(row, 'valid_from'), textOf(row, 'valid_to')];
  const hasTimes = textOf(row, 'opens_at') !== undefined || textOf(row, 'closes_at') !== undefined;
  if (row.by_appointment === true || isOver(row) || (hasTimes && (opens === undefined || closes === undefined))) return undefined;
  const times = { ...(hasTimes ? { opens, closes } : closed), ...given('validFrom', from), ...given('validThrough', to) };
  if (textOf(row, 'freq') === undefined && textOf(row, 'byday') === undefined) {
    const saysMore = ['dtstart', 'bymonthday', 'byyearday', 'byweekno', 'count', 'until'].some((name) => (row[name] ?? '') !== '');
    const saysWhen = from !== undefined && to !== undefined && !saysMore;
    // As the page reads them: hours without weekdays hold on one date or a few, and a text may be hours written out.
    const isClear = hasTimes ? row.season === ownDates || areFew(from, to) : textOf(row, 'description') === undefined;
    return saysWhen && isClear ? { '@type': 'OpeningHoursSpecification', ...times } : undefined;
  }
  const days = (textOf(row, 'byday') ?? '').split(',').map((code) => dayNames[code]);
  const isWeekly = row.freq === 'WEEKLY' && (numberOf(row, 'interval') ?? 1) === 1 && !days.includes(undefined);
  if (!isWeekly || !hasTimes) return undefined;
  return { '@type': 'OpeningHoursSpecification', dayOfWeek: days.map((day) => `https://schema.org/${day}`), ...times };
}
const areFew = (from = '', to = ''): boolean => Date.parse(to) - Date.parse(from) < longestException * 86_400_000;

/**
 * Hours of every week, and those between two dates, which replace them there. What is more subtle has no word in schema.org and is left out
 * rather than said wrongly.
 */
const openingHours = (schedules: Json[]): Json[] =>
  schedules.flatMap((row) => {
    const said = specificationOf(row);
    return said ? [said] : [];
  });

/** Of a service that is closed for a time: whatever its rows say, nobody is there. */
const closedForATime: Json = {
  '@type': 'OpeningHoursSpecification',
  dayOfWeek: Object.values(dayNames).map((day) => `https://schema.org/${day}`),
  ...closed,
};

function placeOf(location: Json, hours: Json[]): Json {
  const [address] = recordsOf(location, 'addresses');
  const [latitude, longitude] = [numberOf(location, 'latitude'), numberOf(location, 'longitude')];
  return {
    '@type': 'Place',
    ...given('name', textOf(location, 'name')),
    ...(address
      ? {
          address: {
            '@type': 'PostalAddress',
            ...given('streetAddress', ['address_1', 'address_2'].flatMap((part) => textOf(address, part) ?? []).join(', ') || undefined),
            ...given('addressLocality', textOf(address, 'city')),
            ...given('addressRegion', textOf(address, 'state_province')),
            ...given('postalCode', textOf(address, 'postal_code')),
            ...given('addressCountry', textOf(address, 'country')),
          },
        }
      : {}),
    ...(latitude === undefined || longitude === undefined ? {} : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...given('openingHoursSpecification', hours),
  };
}

const phonesOf = (record: Json): Json[] =>
  recordsOf(record, 'phones').flatMap((phone) => {
    const number = textOf(phone, 'number');
    return number ? [{ '@type': 'ContactPoint', telephone: number, ...given('description', textOf(phone, 'description')) }] : [];
  });

function channelsOf(service: HsdsRecord, isClosed: boolean): Json[] {
  const languages = recordsOf(service, 'languages').flatMap((language) => textOf(language, 'code') ?? textOf(language, 'name') ?? []);
  const common = given('availableLanguage', languages);
  const channel = (members: Json): Json => ({ '@type': 'ServiceChannel', ...members, ...common });
  return [
    ...recordsOf(service, 'service_at_locations').flatMap((at) => {
      const location = recordOf(at, 'location');
      if (!location) return [];
      const hours = isClosed ? [closedForATime] : openingHours([...recordsOf(at, 'schedules'), ...recordsOf(location, 'schedules')]);
      return [channel({ serviceLocation: placeOf(location, hours) })];
    }),
    ...phonesOf(service).map((servicePhone) => channel({ servicePhone })),
    ...[textOf(service, 'url')].flatMap((serviceUrl) => (serviceUrl ? [channel({ serviceUrl })] : [])),
  ];
}

/** A service (a whole HSDS record, hence only what is public) as schema.org's `GovernmentService`, for search engines. */
export function serviceJsonLd(service: HsdsRecord, page: string, language: string): Json {
  const organization = recordOf(service, 'organization');
  const terms = recordsOf(service, 'attributes').map((attribute) => ({
    type: textOf(attribute, 'link_type'),
    name: textOf(recordOf(attribute, 'taxonomy_term') ?? {}, 'name'),
  }));
  const named = (wanted: (type: string | undefined) => boolean): string[] =>
    terms.flatMap(({ type, name }) => (name !== undefined && wanted(type) ? [name] : []));
  const isClosed = textOf(service, 'status') === 'temporarily closed';
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': page,
    inLanguage: language,
    name: textOf(service, 'name') ?? '',
    ...given('alternateName', textOf(service, 'alternate_name')),
    ...given('description', textOf(service, 'description')),
    ...given('url', textOf(service, 'url')),
    ...given(
      'serviceType',
      named((type) => type !== 'audience'),
    ),
    ...given(
      'audience',
      named((type) => type === 'audience').map((audienceType) => ({ '@type': 'Audience', audienceType })),
    ),
    ...(organization
      ? {
          provider: {
            '@type': 'Organization',
            name: textOf(organization, 'name') ?? '',
            ...given('url', textOf(organization, 'website')),
            ...given('email', textOf(organization, 'email')),
          },
        }
      : {}),
    ...given(
      'areaServed',
      recordsOf(service, 'service_areas').flatMap((area) => {
        const name = textOf(area, 'name');
        return name ? [{ '@type': 'AdministrativeArea', name }] : [];
      }),
    ),
    ...given('hoursAvailable', isClosed ? [closedForATime] : openingHours(recordsOf(service, 'schedules'))),
    ...given('availableChannel', channelsOf(service, isClosed)),
    ...given(
      'offers',
      recordsOf(service, 'cost_options').flatMap((cost) => {
        const price = numberOf(cost, 'amount');
        const currency = textOf(cost, 'currency');
        return price === undefined || !currency
          ? []
          : [{ '@type': 'Offer', price, priceCurrency: currency, ...given('name', textOf(cost, 'option')) }];
      }),
    ),
    ...given('dateModified', textOf(service, 'last_modified')),
  };
}

/** The same as the text of a `<script type="application/ld+json">`: nothing in it can end the element. */
export const jsonLdText = (content: Json): string => JSON.stringify(content).replaceAll('<', '\\u003c');
