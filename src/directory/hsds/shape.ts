import type { TableName } from '../import/tables.ts';

interface Child {
  table: TableName;
  /** The column that ties the two: of the child in an array, of the parent for a single object. */
  by: string;
}
interface Shape {
  arrays: Record<string, Child>;
  ones: Record<string, Child>;
}

const of = (table: TableName, by: string): Child => ({ table, by });
const none: Shape = { arrays: {}, ones: {} };

/** How HSDS nests its objects; attributes and metadata may hang on each of them. */
export const shapes: Record<TableName, Shape> = {
  service: {
    arrays: {
      additional_urls: of('url', 'service_id'),
      phones: of('phone', 'service_id'),
      schedules: of('schedule', 'service_id'),
      service_areas: of('service_area', 'service_id'),
      service_at_locations: of('service_at_location', 'service_id'),
      languages: of('language', 'service_id'),
      funding: of('funding', 'service_id'),
      cost_options: of('cost_option', 'service_id'),
      required_documents: of('required_document', 'service_id'),
      contacts: of('contact', 'service_id'),
      capacities: of('service_capacity', 'service_id'),
    },
    ones: { organization: of('organization', 'organization_id'), program: of('program', 'program_id') },
  },
  organization: {
    arrays: {
      additional_websites: of('url', 'organization_id'),
      funding: of('funding', 'organization_id'),
      contacts: of('contact', 'organization_id'),
      phones: of('phone', 'organization_id'),
      locations: of('location', 'organization_id'),
      programs: of('program', 'organization_id'),
      organization_identifiers: of('organization_identifier', 'organization_id'),
    },
    ones: {},
  },
  location: {
    arrays: {
      languages: of('language', 'location_id'),
      addresses: of('address', 'location_id'),
      contacts: of('contact', 'location_id'),
      accessibility: of('accessibility', 'location_id'),
      phones: of('phone', 'location_id'),
      schedules: of('schedule', 'location_id'),
    },
    ones: {},
  },
  service_at_location: {
    arrays: {
      service_areas: of('service_area', 'service_at_location_id'),
      contacts: of('contact', 'service_at_location_id'),
      phones: of('phone', 'service_at_location_id'),
      schedules: of('schedule', 'service_at_location_id'),
    },
    ones: { location: of('location', 'location_id') },
  },
  contact: { arrays: { phones: of('phone', 'contact_id') }, ones: {} },
  phone: { arrays: { languages: of('language', 'phone_id') }, ones: {} },
  service_capacity: { arrays: {}, ones: { unit: of('unit', 'unit_id') } },
  attribute: { arrays: {}, ones: { taxonomy_term: of('taxonomy_term', 'taxonomy_term_id') } },
  taxonomy_term: { arrays: {}, ones: { taxonomy_detail: of('taxonomy', 'taxonomy_id') } },
  program: none,
  address: none,
  service_area: none,
  schedule: none,
  language: none,
  required_document: none,
  cost_option: none,
  funding: none,
  accessibility: none,
  organization_identifier: none,
  url: none,
  unit: none,
  taxonomy: none,
  metadata: none,
};
