import { listHours, openingOverview, type OpeningOverview } from '../directory/index.ts';
import type { AppContext } from '../platform/http/context.ts';
import type { Shelf } from './shelf.ts';

/** What can be said now of the hours of these services. */
export async function openingsOf(
  { databases }: AppContext,
  { calendar }: Shelf,
  services: string[],
  language: string,
): Promise<Map<string, OpeningOverview>> {
  const now = Math.floor(Date.now() / 60_000);
  const hours = await listHours(databases.app, services, language);
  return new Map(services.map((id) => [id, openingOverview(hours.get(id) ?? [], calendar, now)]));
}
