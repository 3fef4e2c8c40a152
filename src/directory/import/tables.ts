import * as f from './fields.ts';
import type { Column } from './fields.ts';

export type TableName =
  | 'taxonomy'
  | 'taxonomy_term'
  | 'organization'
  | 'location'
  | 'service'
  | 'address'
  | 'service_at_location'
  | 'service_area'
  | 'phone'
  | 'schedule'
  | 'language'
  | 'required_document'
  | 'attribute';

/** One HSDS object: its file, its columns, and how rows that are no longer in the file leave. */
export interface Table {
  name: TableName;
  file: string;
  required: boolean;
  columns: Record<string, Column>;
  /** `source`: rows carry the source's key; `parents`: they belong to whoever owns the rows they hang on. */
  ownedBy: 'source' | 'parents';
  vanishes: boolean;
  /** Carries `last_modified`. */
  dated: boolean;
}

export const serviceStatuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
const part = { required: false, ownedBy: 'parents', vanishes: false, dated: false } as const;
const own = { ownedBy: 'source', vanishes: true, dated: true } as const;
const days = /^([+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*$/;

/** In the order in which rows may refer to each other. */
export const tables: readonly Table[] = [
  {
    name: 'taxonomy',
    file: 'taxonomies.csv',
    required: false,
    ownedBy: 'source',
    vanishes: false,
    dated: false,
    columns: { id: f.id(), name: f.requiredText(), description: f.plainText() },
  },
  {
    name: 'taxonomy_term',
    file: 'taxonomy_terms.csv',
    required: false,
    ownedBy: 'source',
    vanishes: false,
    dated: false,
    columns: {
      id: f.id(),
      taxonomy_id: f.link('taxonomy'),
      parent_id: f.link('taxonomy_term'),
      code: f.optionalText(200),
      name: f.requiredText(),
      description: f.plainText(),
    },
  },
  {
    name: 'organization',
    file: 'organizations.csv',
    required: true,
    ...own,
    columns: {
      id: f.id(),
      name: f.requiredText(),
      alternate_name: f.optionalText(),
      description: f.plainText(),
      email: f.email(),
      website: f.url(),
      organization_type: f.optionalText(200),
      parent_organization_id: f.link('organization'),
      commune_code: f.territory(),
    },
  },
  {
    name: 'location',
    file: 'locations.csv',
    required: false,
    ...own,
    dated: false,
    columns: {
      id: f.id(),
      organization_id: f.link('organization'),
      location_type: f.oneOf(['physical', 'postal', 'virtual'], true),
      name: f.optionalText(),
      description: f.optionalText(),
      url: f.url(),
      latitude: f.degrees(90),
      longitude: f.degrees(180),
      commune_code: f.territory(),
      confidential: f.yesOrNo(false),
    },
  },
  {
    name: 'service',
    file: 'services.csv',
    required: true,
    ...own,
    columns: {
      id: f.id(),
      organization_id: f.link('organization', true),
      name: f.requiredText(),
      alternate_name: f.optionalText(),
      description: f.optionalText(),
      url: f.url(),
      email: f.email(),
      status: f.oneOf(serviceStatuses, true),
      application_process: f.optionalText(),
      eligibility_description: f.optionalText(),
      fees_description: f.optionalText(),
      minimum_age: f.age(),
      maximum_age: f.age(),
      alert: f.optionalText(),
      assured_date: f.date(),
      assurer_email: f.email(),
      to_be_confirmed: f.yesOrNo(true),
      source_year: f.year(),
      source_url: f.url(),
    },
  },
  {
    name: 'address',
    file: 'addresses.csv',
    ...part,
    columns: {
      id: f.id(),
      location_id: f.parent('location', true),
      address_1: f.requiredText(),
      address_2: f.optionalText(),
      city: f.requiredText(),
      state_province: f.plainText(),
      postal_code: f.plainText(),
      country: f.country(),
      address_type: f.oneOf(['physical', 'postal', 'virtual'], true),
    },
  },
  {
    name: 'service_at_location',
    file: 'service_at_location.csv',
    ...part,
    columns: { id: f.id(), service_id: f.parent('service', true), location_id: f.link('location', true) },
  },
  {
    name: 'service_area',
    file: 'service_areas.csv',
    ...part,
    columns: { id: f.id(), service_id: f.parent('service'), name: f.optionalText(), territory_code: f.territory() },
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
      number: f.requiredText(100),
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
      freq: f.oneOf(['WEEKLY', 'MONTHLY']),
      byday: f.matching(days, 'not_in_list'),
      opens_at: f.time(),
      closes_at: f.time(),
      valid_from: f.date(),
      valid_to: f.date(),
      description: f.optionalText(),
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
      name: f.optionalText(),
      code: f.language(),
      note: f.optionalText(),
    },
  },
  {
    name: 'required_document',
    file: 'required_documents.csv',
    ...part,
    columns: { id: f.id(), service_id: f.parent('service'), document: f.requiredText(20_000), uri: f.url() },
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
    },
  },
];

export const parentColumns = (table: Table): string[] => Object.keys(table.columns).filter((name) => table.columns[name]?.parent);
