import type { Pool } from 'pg';
import { translator, type Language } from '../../platform/i18n/index.ts';
import ar from '../messages/ar.json' with { type: 'json' };
import en from '../messages/en.json' with { type: 'json' };
import es from '../messages/es.json' with { type: 'json' };
import fr from '../messages/fr.json' with { type: 'json' };
import { escapeXml, xmlHead } from './xml.ts';

interface Change {
  id: string;
  /** Null when the service ended: what it was called is no longer told. */
  name: string | null;
  organization: string | null;
  last_modified: Date;
}
const messages = { fr, ar, en, es };
const most = 100;

/** The latest changes of the directory's services as an Atom feed (RFC 4287). */
export async function changesFeed(db: Pick<Pool, 'query'>, language: Language, origin: string, changedAt: Date): Promise<string> {
  const { rows } = await db.query<Change>(
    `select c.id, coalesce(t.name, c.name) as name, coalesce(u.name, c.organization) as organization, c.last_modified from (
       (select s.id, s.name, o.name as organization, s.organization_id, s.last_modified
        from directory.public_service s join directory.organization o on o.id = s.organization_id order by s.last_modified desc, s.id limit ${most})
       union all
       (select e.id, null, null, null, e.last_modified from directory.ended_service e order by e.last_modified desc, e.id limit ${most})) c
     left join directory.translation t on t.entity = 'service' and t.entity_id = c.id and t.language = $1 and c.name is not null
     left join directory.translation u on u.entity = 'organization' and u.entity_id = c.organization_id and u.language = $1
     order by c.last_modified desc, c.id limit ${most}`,
    [language],
  );
  const t = translator([messages[language]], language);
  const self = `${origin}/feeds/${language}.atom`;
  const entries = rows.map(({ id, name, organization, last_modified: at }) => {
    const page = `${origin}/${language}/services/${id}`;
    return `<entry><id>urn:uuid:${id}</id><title>${escapeXml(name ?? t('directory.service.inactive'))}</title><updated>${at.toISOString()}</updated><link rel="alternate" type="text/html" href="${escapeXml(page)}"/>${
      organization ? `<author><name>${escapeXml(organization)}</name></author>` : ''
    }</entry>`;
  });
  return `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${escapeXml(self)}</id><title>${escapeXml(
    t('directory.feed.title'),
  )}</title><updated>${changedAt.toISOString()}</updated><author><name>Istiqbal</name></author><link rel="self" type="application/atom+xml" href="${escapeXml(
    self,
  )}"/><link rel="alternate" type="text/html" href="${escapeXml(`${origin}/${language}/services`)}"/>\n${entries.join('\n')}\n</feed>\n`;
}
