import type { Pool } from 'pg';
import { languages } from '../../platform/i18n/index.ts';
import { escapeXml, xmlHead } from './xml.ts';

type Db = Pick<Pool, 'query'>;
// A sitemap may hold 50,000 addresses: one for each record and language.
const perMap = 10_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const records = `
  select 'services/' || s.id as path, s.id, s.last_modified from directory.public_service s
  union all select 'organizations/' || o.id, o.id, o.last_modified from directory.public_organization o`;

/** The list of sitemaps, one for each ten thousand records. */
export async function sitemapIndex(db: Db, origin: string, changedAt: Date): Promise<string> {
  const { rows } = await db.query<{ count: number }>(`select count(*) as count from (${records}) r`);
  const maps = Array.from({ length: Math.ceil((rows[0]?.count ?? 0) / perMap) + 1 }, (_, i) => i);
  const lines = maps.map(
    (i) => `<sitemap><loc>${escapeXml(`${origin}/sitemaps/${i}.xml`)}</loc><lastmod>${changedAt.toISOString()}</lastmod></sitemap>`,
  );
  return `${xmlHead}<sitemapindex xmlns="${namespace}">\n${lines.join('\n')}\n</sitemapindex>\n`;
}

/** One sitemap: the first holds the standing pages, the others the records. Undefined when there is no such one. */
export async function sitemap(db: Db, origin: string, number: number, changedAt: Date): Promise<string | undefined> {
  const paths =
    number === 0
      ? ['', 'services', 'coordination', 'about-the-data'].map((path) => ({ path, last_modified: changedAt }))
      : (
          await db.query<{ path: string; last_modified: Date }>(
            `select r.path, r.last_modified from (${records}) r order by r.id, r.path limit ${perMap} offset $1`,
            [(number - 1) * perMap],
          )
        ).rows;
  if (paths.length === 0) return undefined;
  const lines = paths.flatMap(({ path, last_modified: at }) =>
    languages.map(
      (language) => `<url><loc>${escapeXml(`${origin}/${language}/${path}`)}</loc><lastmod>${at.toISOString()}</lastmod></url>`,
    ),
  );
  return `${xmlHead}<urlset xmlns="${namespace}">\n${lines.join('\n')}\n</urlset>\n`;
}

/** Search engines are welcome on the public site; the workspace has nothing for them. */
export const robots = (origin: string): string =>
  ['User-agent: *', 'Disallow: /workspace/', 'Disallow: /api/', 'Disallow: /export/', '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n');
