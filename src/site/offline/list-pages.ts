import { createHash } from 'node:crypto';
import { findOrganization, findService, listHours, searchServices } from '../../directory/index.ts';
import type { AppContext } from '../../platform/http/context.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { translators } from '../messages.ts';
import { styleHash } from '../style.ts';

/** A page a device may keep; when its version is another, it changed. */
export interface KeepablePage {
  path: string;
  version: string;
  title: string;
}

/** More would be too much for a telephone to keep, and for us to make. */
const most = 1000;
const perSearch = 100;

const versionOf = (...parts: unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([styleHash, ...parts]))
    .digest('base64url')
    .slice(0, 12);

/** Every page of the guide in one language; without the records where there are too many of them. */
export async function listKeepablePages({ databases }: AppContext, language: Language, directoryVersion: number): Promise<KeepablePage[]> {
  const t = translators[language];
  const pages: KeepablePage[] = [
    { path: `/${language}/`, version: versionOf(directoryVersion), title: t('site.home.title') },
    { path: `/${language}/about-the-data`, version: versionOf(directoryVersion), title: t('site.about.title') },
    { path: `/${language}/offline`, version: versionOf(), title: t('site.offline.title') },
  ];
  const ids: string[] = [];
  for (let page = 1; ; page++) {
    const found = await searchServices(databases.app, { language, page, perPage: perSearch });
    if (found.total > most) return pages;
    ids.push(...found.items.map((item) => item.id));
    if (found.items.length < perSearch) break;
  }
  const hours = await listHours(databases.app, ids, language);
  const organizations = new Set<string>();
  for (const id of ids) {
    const service = await findService(databases.app, id, language);
    if (!service) continue;
    organizations.add(service.organizationId);
    pages.push({ path: `/${language}/services/${id}`, version: versionOf(service, hours.get(id)), title: service.name.text });
  }
  for (const id of organizations) {
    const organization = await findOrganization(databases.app, id, language);
    if (organization)
      pages.push({ path: `/${language}/organizations/${id}`, version: versionOf(organization), title: organization.name.text });
  }
  return pages;
}
