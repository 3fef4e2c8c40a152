import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { derivedId } from './derived-id.ts';

/** A UUID for a name, the same each time: tests read better than with hexadecimal. */
export const uuidFor = (name: string): string => derivedId('test', 'any', [name]);

export type Cells = Record<string, string>;
export type Files = Record<string, Cells[]>;

/** One invented association with two services at one place, with a telephone and a need: the smallest living directory. */
export const aPackage = (changes: Files = {}): Files => ({
  'taxonomies.csv': [{ id: uuidFor('needs'), name: 'Besoins', description: '' }],
  'taxonomy_terms.csv': [
    { id: uuidFor('health'), taxonomy_id: uuidFor('needs'), parent_id: '', code: 'health', name: 'Santé', description: '' },
  ],
  'organizations.csv': [
    { id: uuidFor('assoc'), name: 'Association Inventée', description: 'Pour les tests.', email: '', website: '', commune_code: '' },
  ],
  'locations.csv': [
    {
      id: uuidFor('place'),
      location_type: 'physical',
      name: 'Local',
      latitude: '34.68',
      longitude: '-1.9',
      commune_code: '',
      confidential: '',
    },
  ],
  'services.csv': [aService('care'), aService('advice')],
  'addresses.csv': [
    {
      id: uuidFor('address'),
      location_id: uuidFor('place'),
      address_1: '1, rue Inventée',
      city: 'Oujda',
      state_province: 'Oriental',
      postal_code: '60000',
      country: 'MA',
      address_type: 'physical',
    },
  ],
  'service_at_location.csv': [{ id: uuidFor('care-place'), service_id: uuidFor('care'), location_id: uuidFor('place') }],
  'service_areas.csv': [{ id: uuidFor('area'), service_id: uuidFor('care'), name: 'Maroc', territory_code: 'MA' }],
  'phones.csv': [
    { id: uuidFor('phone'), service_id: uuidFor('care'), location_id: '', organization_id: '', number: '0500000000', type: 'voice' },
    { id: uuidFor('direct'), contact_id: uuidFor('contact'), number: '0500000001', extension: '7' },
  ],
  'contacts.csv': [
    {
      id: uuidFor('contact'),
      service_id: uuidFor('care'),
      name: 'Testa Inventée',
      title: 'Point focal',
      email: 'testa@example.org',
      published: '',
    },
  ],
  'schedules.csv': [
    {
      id: uuidFor('hours'),
      service_id: uuidFor('care'),
      freq: 'WEEKLY',
      byday: 'MO,TU',
      opens_at: '08:30',
      closes_at: '16:00',
      valid_from: '',
      valid_to: '',
    },
  ],
  'languages.csv': [{ id: uuidFor('arabic'), service_id: uuidFor('care'), name: 'Arabe', code: 'ar' }],
  'required_documents.csv': [{ id: uuidFor('paper'), service_id: uuidFor('care'), document: 'Une pièce d’identité', uri: '' }],
  'attributes.csv': [
    {
      id: uuidFor('care-health'),
      link_id: uuidFor('care'),
      link_entity: 'service',
      link_type: 'need',
      taxonomy_term_id: uuidFor('health'),
    },
  ],
  'units.csv': [{ id: uuidFor('places'), name: 'Places' }],
  'programs.csv': [
    { id: uuidFor('program'), organization_id: uuidFor('assoc'), name: 'Programme inventé', description: 'Pour les tests.' },
  ],
  'cost_options.csv': [
    { id: uuidFor('price'), service_id: uuidFor('care'), valid_from: '', valid_to: '', option: 'Adulte', currency: 'MAD', amount: '20.5' },
  ],
  'funding.csv': [{ id: uuidFor('fund'), organization_id: uuidFor('assoc'), source: 'Dons inventés' }],
  'accessibility.csv': [{ id: uuidFor('ramp'), location_id: uuidFor('place'), description: 'Rampe', details: 'À gauche', url: '' }],
  'organization_identifiers.csv': [
    { id: uuidFor('register'), organization_id: uuidFor('assoc'), identifier_type: 'ICE', identifier: '000000000000000' },
  ],
  'url.csv': [{ id: uuidFor('page'), service_id: uuidFor('care'), label: 'Page', url: 'https://example.org/soins' }],
  'service_capacity.csv': [
    { id: uuidFor('left'), service_id: uuidFor('care'), unit_id: uuidFor('places'), available: '3', updated: '2024-05-01T10:00:00Z' },
  ],
  'metadata.csv': [
    {
      id: uuidFor('change'),
      resource_id: uuidFor('care'),
      resource_type: 'service',
      last_action_date: '2024-05-01',
      last_action_type: 'update',
      field_name: 'name',
      previous_value: 'Ancien nom',
      replacement_value: 'Service care',
      updated_by: 'Testa Inventée',
    },
  ],
  ...changes,
});

export const aService = (name: string, changes: Cells = {}): Cells => ({
  id: uuidFor(name),
  organization_id: uuidFor('assoc'),
  name: `Service ${name}`,
  description: 'Texte inventé.',
  url: '',
  email: '',
  status: 'active',
  minimum_age: '',
  maximum_age: '',
  assured_date: '',
  ...changes,
});

/** The package with one cell of its first (or nth) row changed. */
export function withCell(file: string, column: string, value: string, row = 0): Files {
  const files = aPackage();
  return { ...files, [file]: (files[file] ?? []).map((cells, i) => (i === row ? { ...cells, [column]: value } : cells)) };
}

export const toCsv = (rows: Cells[]): string =>
  stringify(rows, { header: true, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))] });

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes the files into a new temporary folder and returns it; a table without rows is left out. */
export function writeFolder(files: Record<string, string | Uint8Array | Cells[]>): string {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-package-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    if (content.length === 0) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), Array.isArray(content) ? toCsv(content) : content);
  }
  return folder;
}

/** How a list of an office is read: an association a line, beside what it offers. `columns` are of the service, added to its name or in its place. */
export const aListMapping = (source = 'office', name = 'Liste d’un bureau', columns: Record<string, unknown> = {}) => ({
  source,
  name,
  rules: [
    { table: 'organization', from: 'liste.csv', id: ['association'], distinct: true, columns: { name: 'association' } },
    {
      table: 'service',
      from: 'liste.csv',
      id: ['n'],
      columns: { organization_id: { column: 'association', id: 'organization' }, name: 'nom', status: { constant: 'active' }, ...columns },
    },
  ],
});
