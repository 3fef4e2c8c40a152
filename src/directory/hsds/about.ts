import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { languages } from '../../platform/i18n/index.ts';

/** `GET /`: which standard this is, who publishes, and in which languages it can be read. */
export async function describeApi(db: Pick<Pool, 'query'>, stub: string, origin: string): Promise<Record<string, unknown>> {
  const { rows } = await db.query<{ name: string }>(
    `select name_fr as name from territory.territory where level = 'region' order by code limit 1`,
  );
  const region = rows[0]?.name;
  return {
    version: '3.2',
    profile: 'https://docs.openreferral.org/en/latest/hsds/',
    openapi_url: `${stub}/openapi.json`,
    description:
      'Services, organisations and places of the region. Read-only, no key. Texts come in the language of the address (/hsds/fr, /hsds/ar, /hsds/en, /hsds/es) or of Accept-Language, and as their source wrote them where they are not translated. Pages stay whole with the cursor of the Link header. With modified_after, services that ended are told by their status.',
    publisher: { name: region ? `Istiqbal – ${region}` : 'Istiqbal', website: `${origin}/` },
    languages: Object.fromEntries(languages.map((language) => [language, `${origin}/hsds/${language}`])),
    exports: ['hsds.zip', 'directory.json', 'directory.geojson', 'directory.xlsx', 'services.csv'].map(
      (name) => `${origin}/export/${name}`,
    ),
  };
}

const specification = join(import.meta.dirname, '../../../data/standards/hsds-3.2/openapi.json');
let pinned: Record<string, unknown> | undefined;

/** The description of HSDS 3.2, made ours in what it leaves to each API. */
export function openApiOf(stub: string): Record<string, unknown> {
  pinned ??= JSON.parse(readFileSync(specification, 'utf8')) as Record<string, unknown>;
  return {
    ...pinned,
    info: {
      title: 'Istiqbal: directory of services (HSDS 3.2)',
      version: '1.0',
      summary: 'Read-only; the POST variants are not offered.',
      license: { name: 'See the source of each record (source_url)' },
    },
    servers: [{ url: stub }],
  };
}
