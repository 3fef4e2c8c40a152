import type { TableName } from '../import/tables.ts';
import type { HsdsRecord } from '../hsds/clean.ts';
import { type Depth, readRecords } from '../hsds/nest.ts';
import { listTranslations, type Snapshot, translationRows } from './snapshot.ts';

const batch = 100;

/** Public records a batch at a time, as their source wrote them. */
async function* records({ db }: Snapshot, table: TableName, depth: Depth, where = 'true'): AsyncGenerator<HsdsRecord> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await db.query<{ id: string }>(
      `select t.id from directory.public_${table} t where t.id > $1 and ${where} order by t.id limit ${batch}`,
      [after],
    );
    const ids = rows.map((row) => row.id);
    yield* await readRecords({ db, language: null }, table, ids, depth);
    if (ids.length < batch) return;
    after = ids.at(-1) ?? after;
  }
}

async function* translations(snapshot: Snapshot): AsyncGenerator<Record<string, unknown>> {
  for (const table of await listTranslations(snapshot))
    for await (const row of translationRows(snapshot, table)) {
      const members = Object.entries(row).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
      yield { entity: table.entity, language: table.language, ...Object.fromEntries(members) };
    }
}

async function* array(name: string, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `${JSON.stringify(name)}:[`;
  let separator = '\n';
  for await (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield '\n]';
}

// A place that no organisation and no service tells of stands alone.
const alone = `t.organization_id is null and not exists (select from directory.service_at_location x where x.location_id = t.id)`;

async function* lists(snapshot: Snapshot): AsyncGenerator<string> {
  yield* array('organizations', records(snapshot, 'organization', 'full'));
  yield ',\n';
  yield* array('locations', records(snapshot, 'location', 'full', alone));
  yield ',\n';
  yield* array('taxonomies', records(snapshot, 'taxonomy', 'row'));
  yield ',\n';
  yield* array('taxonomy_terms', records(snapshot, 'taxonomy_term', 'row'));
  yield ',\n';
  yield* array('units', records(snapshot, 'unit', 'row'));
  yield ',\n';
  yield* array('translations', translations(snapshot));
}

const head = ({ version, changedAt }: Snapshot): string =>
  `"standard":"HSDS 3.2","version":${version},"modified":${JSON.stringify(changedAt.toISOString())},\n`;

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

/** Every record whole, in one JSON document. */
export function writeJson(snapshot: Snapshot): AsyncGenerator<Uint8Array> {
  return encoded(
    (async function* () {
      yield `{${head(snapshot)}`;
      yield* array('services', records(snapshot, 'service', 'full'));
      yield ',\n';
      yield* lists(snapshot);
      yield '}\n';
    })(),
  );
}

interface Placed {
  location?: { latitude?: number; longitude?: number };
}
const isPlaced = (value: unknown): value is Placed => typeof value === 'object' && value !== null;

function geometryOf(service: HsdsRecord): object | null {
  const places = Array.isArray(service.service_at_locations) ? service.service_at_locations.filter(isPlaced) : [];
  const points = places.flatMap(({ location: { latitude, longitude } = {} }) =>
    latitude === undefined || longitude === undefined ? [] : [[longitude, latitude]],
  );
  if (points.length === 0) return null;
  return points.length === 1 ? { type: 'Point', coordinates: points[0] } : { type: 'MultiPoint', coordinates: points };
}

async function* features(snapshot: Snapshot): AsyncGenerator<object> {
  for await (const service of records(snapshot, 'service', 'full'))
    yield { type: 'Feature', id: service.id, geometry: geometryOf(service), properties: service };
}

/** One feature for each service, at its places; what is not a service stands under `directory`. */
export function writeGeoJson(snapshot: Snapshot): AsyncGenerator<Uint8Array> {
  return encoded(
    (async function* () {
      yield `{"type":"FeatureCollection",\n`;
      yield* array('features', features(snapshot));
      yield `,\n"directory":{${head(snapshot)}`;
      yield* lists(snapshot);
      yield '}}\n';
    })(),
  );
}
