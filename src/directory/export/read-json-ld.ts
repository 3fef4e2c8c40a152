import type { Pool } from 'pg';
import type { Language } from '../../platform/i18n/index.ts';
import { readRecords } from '../hsds/nest.ts';
import { recordsOf, textOf } from './members.ts';
import { jsonLdText, serviceJsonLd } from './service-json-ld.ts';

/** What the page of a service tells search engines, fit to stand in HTML. Nothing for a service that is offered no more. */
export async function readJsonLd(pool: Pool, id: string, page: string, language: Language): Promise<string | undefined> {
  const [record] = await readRecords({ db: pool, language }, 'service', [id], 'full');
  if (!record) return undefined;
  const today = new Date().toISOString().slice(0, 10);
  // The page itself shows the prices of today only.
  const prices = recordsOf(record, 'cost_options').filter(
    (cost) => (textOf(cost, 'valid_from') ?? today) <= today && (textOf(cost, 'valid_to') ?? today) >= today,
  );
  return jsonLdText(serviceJsonLd({ ...record, cost_options: prices }, page, language));
}
