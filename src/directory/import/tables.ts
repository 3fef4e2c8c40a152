import * as f from './fields.ts';
import type { Column } from './fields.ts';
import { timesOfYear } from '../opening/schedule.ts';

const names = [
  'taxonomy',
  'taxonomy_term',
  'unit',
  'organization',
  'program',
  'location',
  'service',
  'service_at_location',
  'address',
  'service_area',
  'contact',
  'phone',
  'schedule',
  'language',
  'required_document',
  'cost_option',
  'funding',
  'accessibility',
  'organization_identifier',
  'url',
  'service_capacity',
  'attribute',
  'metadata',
] as const;
export type TableName = (typeof names)[number];
export const isTableName = (name: string): name is TableName => names.some((known) => known === name);

/** One HSDS object: its file, its columns, and how rows that are no longer in the file leave. */
export interface Table {
  name: TableName;
  file: string;
  required: boolean;
  columns: Record<string, Column>;
  /** `vanishes`: marked and kept; `stays`: kept as it is; `removed`: deleted, being a part of a record. */
  leaving: 'vanishes' | 'stays' | 'removed';
  /** Carries `last_modified`. */
  dated: boolean;
}

export const serviceStatuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
const part = { required: false, leaving: 'removed', dated: false } as const;
const shared = { required: false, leaving: 'stays', dated: false } as const;
const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const days = /^([+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*$/;
const numbers = /^[+-]?\d{1,3}(,[+-]?\d{1,3})*$/;
const kinds = ['physical', 'postal', 'virtual'];

/** The unit that every installation has: those of several may be imported side by side. */
export const unitOfPlaces = '0d9f8c1e-52b7-5c0e-9d6a-7a3c41f0b2e5';

/** In the order in which rows may refer to each other. */
export const tables: readonly Table[] = [
  {
    name: 'taxonomy',
    file: 'taxonomies.csv',
    ...shared,
    columns: { id: f.id(), name: f.requiredText(), description: f.plainText(), uri: f.uri(), version: f.optionalText(200) },
  },
  {
    name: 'taxonomy_term',
    file: 'taxonomy_terms.csv',
    ...shared,
    columns: {
      id: f.id(),
      taxonomy_id: f.link('taxonomy'),
      parent_id: f.link('taxonomy_term'),
      code: f.optionalText(200),
      name: f.requiredText(),
      description: f.plainText(),
      taxonomy: f.optionalText(),
      language: f.language(),
      term_uri: f.uri(),
    },
  },
  {
    name: 'unit',
    file: 'units.csv',
    ...shared,
    columns: { id: f.id(), name: f.requiredText(), scheme: f.optionalText(), identifier: f.optionalText(), uri: f.uri() },
  },
  {
    name: 'organization',
    file: 'organizations.csv',
    required: true,
    leaving: 'vanishes',
    dated: true,
    columns: {
      id: f.id(),
      name: f.requiredText(),
      alternate_name: f.optionalText(),
      description: f.plainText(),
      email: f.email(),
      website: f.url(),
      tax_status: f.optionalText(),
      tax_id: f.optionalText(),
      year_incorporated: f.year(),
      legal_status: f.optionalText(),
      logo: f.optionalText(2000),
      uri: f.uri(),
      parent_organization_id: f.link('organization'),
      organization_type: f.optionalText(),
      commune_code: f.territory(),
    },
  },
  {
    name: 'program',
    file: 'programs.csv',
    ...part,
    columns: {
      id: f.id(),
      organization_id: f.parent('organization', true),
      name: f.requiredText(),
      alternate_name: f.optionalText(),
      description: f.plainText(),
    },
  },
  {
    name: 'location',
    file: 'locations.csv',
    required: false,
    leaving: 'vanishes',
    dated: false,
    columns: {
      id: f.id(),
      organization_id: f.link('organization'),
      location_type: f.oneOf(kinds, true),
      name: f.optionalText(),
      alternate_name: f.optionalText(),
      description: f.optionalText(),
      transportation: f.optionalText(),
      url: f.url(),
      latitude: f.degrees(90),
      longitude: f.degrees(180),
      external_identifier: f.optionalText(),
      external_identifier_type: f.optionalText(),
      commune_code: f.territory(),
      confidential: f.yesOrNo(false),
    },
  },
  {
    name: 'service',
    file: 'services.csv',
    required: true,
    leaving: 'vanishes',
    dated: true,
    columns: {
      id: f.id(),
      organization_id: f.link('organization', true),
      program_id: f.link('program'),
      name: f.requiredText(),
      alternate_name: f.optionalText(),
      description: f.optionalText(),
      url: f.url(),
      email: f.email(),
      status: f.oneOf(serviceStatuses, true),
      interpretation_services: f.optionalText(),
      application_process: f.optionalText(),
      eligibility_description: f.optionalText(),
      fees_description: f.optionalText(),
      wait_time: f.optionalText(),
      fees: f.optionalText(),
      accreditations: f.optionalText(),
      licenses: f.optionalText(),
      minimum_age: f.age(),
      maximum_age: f.age(),
      alert: f.optionalText(),
      assured_date: f.date(),
      assurer_email: f.email(),
      to_be_confirmed: f.yesOrNo(true),
      source_year: f.year(),
      source_url: f.url(),
      published: f.yesOrNo(true),
    },
  },
  {
    name: 'service_at_location',
    file: 'service_at_location.csv',
    ...part,
    columns: {
      id: f.id(),
      service_id: f.parent('service', true),
      location_id: f.link('location', true),
      description: f.optionalText(),
    },
  },
  {
    name: 'address',
    file: 'addresses.csv',
    ...part,
    columns: {
      id: f.id(),
      location_id: f.parent('location', true),
      attention: f.optionalText(),
      address_1: f.requiredText(),
      address_2: f.optionalText(),
      city: f.requiredText(),
      region: f.optionalText(),
      state_province: f.plainText(),
      postal_code: f.plainText(),
      country: f.country(),
      address_type: f.oneOf(kinds, true),
    },
  },
  {
    name: 'service_area',
    file: 'service_areas.csv',
    ...part,
    columns: {
      id: f.id(),
      service_id: f.parent('service'),
      service_at_location_id: f.parent('service_at_location'),
      name: f.optionalText(),
      description: f.optionalText(),
      extent: f.optionalText(1_000_000),
      extent_type: f.optionalText(),
      uri: f.uri(),
      territory_code: f.territory(),
    },
  },
  {
    name: 'contact',
    file: 'contacts.csv',
    ...part,
    columns: {
      id: f.id(),
      organization_id: f.parent('organization'),
      service_id: f.parent('service'),
      service_at_location_id: f.parent('service_at_location'),
      location_id: f.parent('location'),
      name: f.optionalText(),
      title: f.optionalText(),
      department: f.optionalText(),
      email: f.email(),
      published: f.yesOrNo(false),
    },
  },
  {
    name: 'phone',
    file: 'phones.csv',
    ...part,
    columns: {
      id: f.id(),
      location_id: f.parent('location'),
      service_id: f.parent('service'),
      organization_id: f.parent('organization'),
      contact_id: f.parent('contact'),
      service_at_location_id: f.parent('service_at_location'),
      number: f.requiredText(100),
      extension: f.optionalText(100),
      type: f.optionalText(200),
      description: f.optionalText(),
    },
  },
  {
    name: 'schedule',
    file: 'schedules.csv',
    ...part,
    columns: {
      id: f.id(),
      service_id: f.parent('service'),
      location_id: f.parent('location'),
      service_at_location_id: f.parent('service_at_location'),
      valid_from: f.date(),
      valid_to: f.date(),
      dtstart: f.date(),
      timezone: f.decimal(),
      until: f.date(),
      count: f.whole(),
      wkst: f.oneOf(dayNames),
      freq: f.oneOf(['WEEKLY', 'MONTHLY']),
      interval: f.whole(),
      byday: f.matching(days, 'not_in_list'),
      byweekno: f.matching(numbers, 'not_numbers'),
      bymonthday: f.matching(numbers, 'not_numbers'),
      byyearday: f.matching(numbers, 'not_numbers'),
      description: f.optionalText(),
      opens_at: f.time(),
      closes_at: f.time(),
      schedule_link: f.uri(),
      attending_type: f.optionalText(),
      notes: f.optionalText(),
      season: f.oneOf(timesOfYear),
      dates_of_season: { ...f.yesOrNo(false), derived: true },
      by_appointment: f.yesOrNo(false),
      open_on_holidays: f.yesOrNo(false),
    },
  },
  {
    name: 'language',
    file: 'languages.csv',
    ...part,
    columns: {
      id: f.id(),
      service_id: f.parent('service'),
      location_id: f.parent('location'),
      phone_id: f.parent('phone'),
      name: f.optionalText(),
      code: f.language(),
      note: f.optionalText(),
    },
  },
  {
    name: 'required_document',
    file: 'required_documents.csv',
    ...part,
    columns: {
      id: f.id(),
      service_id: f.parent('service'),
      document: f.requiredText(20_000),
      uri: f.uri(),
      procedure: f.optionalText(1000),
    },
  },
  {
    name: 'cost_option',
    file: 'cost_options.csv',
    ...part,
    columns: {
      id: f.id(),
      service_id: f.parent('service', true),
      valid_from: f.date(),
      valid_to: f.date(),
      option: f.optionalText(),
      currency: f.optionalText(10),
      amount: f.decimal(),
      amount_description: f.optionalText(),
    },
  },
  {
    name: 'funding',
    file: 'funding.csv',
    ...part,
    columns: { id: f.id(), organization_id: f.parent('organization'), service_id: f.parent('service'), source: f.optionalText() },
  },
  {
    name: 'accessibility',
    file: 'accessibility.csv',
    ...part,
    columns: {
      id: f.id(),
      location_id: f.parent('location'),
      description: f.optionalText(),
      details: f.optionalText(),
      url: f.url(),
    },
  },
  {
    name: 'organization_identifier',
    file: 'organization_identifiers.csv',
    ...part,
    columns: {
      id: f.id(),
      organization_id: f.parent('organization', true),
      identifier_scheme: f.optionalText(),
      identifier_type: f.requiredText(),
      identifier: f.requiredText(),
    },
  },
  {
    name: 'url',
    file: 'url.csv',
    ...part,
    columns: {
      id: f.id(),
      organization_id: f.parent('organization'),
      service_id: f.parent('service'),
      label: f.optionalText(),
      url: f.requiredUrl(),
    },
  },
  {
    name: 'service_capacity',
    file: 'service_capacity.csv',
    ...part,
    columns: {
      id: f.id(),
      service_id: f.parent('service', true),
      unit_id: f.link('unit', true),
      available: f.decimal(true),
      maximum: f.decimal(),
      description: f.optionalText(),
      updated: f.moment(),
      state: f.oneOf(['places', 'some_places', 'waiting_list', 'closed']),
      until: f.date(),
    },
  },
  {
    name: 'attribute',
    file: 'attributes.csv',
    ...part,
    columns: {
      id: f.id(),
      link_id: f.id(),
      link_entity: f.requiredText(100),
      link_type: f.optionalText(200),
      taxonomy_term_id: f.link('taxonomy_term', true),
      value: f.optionalText(),
      label: f.optionalText(),
    },
  },
  {
    name: 'metadata',
    file: 'metadata.csv',
    ...part,
    columns: {
      id: f.id(),
      resource_id: f.id(),
      resource_type: f.requiredText(100),
      last_action_date: f.day(),
      last_action_type: f.requiredText(200),
      field_name: f.requiredText(200),
      previous_value: f.plainText(),
      replacement_value: f.plainText(),
      updated_by: f.plainText(),
    },
  },
];

export const parentColumns = (table: Table): string[] => Object.keys(table.columns).filter((name) => table.columns[name]?.parent);

/** Attributes and metadata say by name which object they hang on. */
export function hangingColumns(table: Table): { id: string; entity: string } | undefined {
  if (table.name === 'attribute') return { id: 'link_id', entity: 'link_entity' };
  return table.name === 'metadata' ? { id: 'resource_id', entity: 'resource_type' } : undefined;
}
