import type { HsdsRecord } from '../hsds/clean.ts';
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

/** Hours that come back every week. What is more subtle has no word in schema.org and is left out rather than said wrongly. */
function openingHours(schedules: Json[]): Json[] {
  return schedules.flatMap((row) => {
    const days = (textOf(row, 'byday') ?? '').split(',').map((code) => dayNames[code]);
    const [opens, closes] = [hour(textOf(row, 'opens_at')), hour(textOf(row, 'closes_at'))];
    const plain = row.freq === 'WEEKLY' && (numberOf(row, 'interval') ?? 1) === 1 && !row.season && row.by_appointment !== true;
    if (!plain || opens === undefined || closes === undefined || days.includes(undefined)) return [];
    return [
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: days.map((day) => `https://schema.org/${day}`),
        opens,
        closes,
        ...given('validFrom', textOf(row, 'valid_from')),
        ...given('validThrough', textOf(row, 'valid_to')),
      },
    ];
  });
}

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
    ...given('openingHoursSpecification', [...hours, ...openingHours(recordsOf(location, 'schedules'))]),
  };
}

const phonesOf = (record: Json): Json[] =>
  recordsOf(record, 'phones').flatMap((phone) => {
    const number = textOf(phone, 'number');
    return number ? [{ '@type': 'ContactPoint', telephone: number, ...given('description', textOf(phone, 'description')) }] : [];
  });

function channelsOf(service: HsdsRecord): Json[] {
  const languages = recordsOf(service, 'languages').flatMap((language) => textOf(language, 'code') ?? textOf(language, 'name') ?? []);
  const common = given('availableLanguage', languages);
  const channel = (members: Json): Json => ({ '@type': 'ServiceChannel', ...members, ...common });
  return [
    ...recordsOf(service, 'service_at_locations').flatMap((at) => {
      const location = recordOf(at, 'location');
      return location ? [channel({ serviceLocation: placeOf(location, openingHours(recordsOf(at, 'schedules'))) })] : [];
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
    ...given('hoursAvailable', openingHours(recordsOf(service, 'schedules'))),
    ...given('availableChannel', channelsOf(service)),
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
