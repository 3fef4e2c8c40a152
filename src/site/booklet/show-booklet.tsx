import type { Context } from 'hono';
import { z } from 'zod';
import {
  findService,
  type OpeningOverview,
  searchAddress,
  searchServices,
  type ServiceWords,
  wishOf,
  wordsOf,
} from '../../directory/index.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { localeOf, type Language } from '../../platform/i18n/index.ts';
import { badRequest, notFound, tooMany } from '../errors.tsx';
import { translators } from '../messages.ts';
import { openingsOf } from '../openings.ts';
import { readSearch } from '../read-search.ts';
import { emergencyLine } from '../emergency-line.ts';
import type { Shelf } from '../shelf.ts';
import type { Page } from '../show.ts';
import { typesetBooklet } from './typeset.ts';

/** More would be no booklet any more, and would keep others waiting. */
export const mostServices = 300;
const perSearch = 100;

/** A document to send, or a page that says why there is none. */
export type Made = { pdf: Uint8Array<ArrayBuffer>; name: string } | Page;
export type Make = (shelf: Shelf, language: Language, c: Context, origin: string) => Promise<Made>;

const day = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
const common = (language: Language, origin: string) => {
  const t = translators[language];
  return {
    language,
    short: `${t('site.name')} – ${new URL(origin).host}`,
    contents: t('site.booklet.contents'),
    scan: t('site.booklet.scan'),
    addressOf: (id: string): string => `${origin}/${language}/services/${id}`,
  };
};

async function readWords(
  context: AppContext,
  shelf: Shelf,
  language: Language,
  ids: string[],
): Promise<(ServiceWords & { needs: string[] })[]> {
  const openings: Map<string, OpeningOverview> = await openingsOf(context, shelf, ids, language);
  const words: (ServiceWords & { needs: string[] })[] = [];
  for (const id of ids) {
    const service = await findService(context.databases.app, id, language);
    if (!service) continue;
    const told = { t: translators[language], language, service, opening: openings.get(id), needs: shelf.needs, audiences: shelf.audiences };
    words.push({ ...wordsOf(told), needs: service.needs });
  }
  return words;
}

/** One service on paper. */
export const makeServicePdf =
  (context: AppContext): Make =>
  async (shelf, language, c, origin) => {
    const id = z.uuid().safeParse(c.req.param('file')?.replace(/\.pdf$/, ''));
    const [service] = id.success ? await readWords(context, shelf, language, [id.data]) : [];
    if (!service) return notFound(shelf, language, c, origin);
    const pdf = await typesetBooklet({
      ...common(language, origin),
      title: service.name.text,
      cover: undefined,
      needs: [],
      services: [service],
    });
    return { pdf, name: `service-${service.id}` };
  };

/** What a search finds, as a booklet: the whole guide of a commune when nothing else is asked. */
export const makeGuide =
  (context: AppContext): Make =>
  async (shelf, language, c, origin) => {
    const t = translators[language];
    const read = readSearch(shelf, c.req.query());
    if ('wrong' in read) return badRequest(shelf, language, read.wrong);
    const asked = { ...read.asked, page: 1 };
    const ids: string[] = [];
    for (let page = 1; ; page++) {
      const found = await searchServices(context.databases.app, { ...wishOf(asked), language, page, perPage: perSearch });
      if (found.total > mostServices || found.total === 0) return tooMany(shelf, language, asked, found.total, mostServices);
      ids.push(...found.items.map((item) => item.id));
      if (found.items.length < perSearch) break;
    }
    const words = await readWords(context, shelf, language, ids);
    const nameOf = (need: Shelf['needs'][number]): string => need.names[language] ?? need.names.fr ?? need.code;
    // Under the need that was asked for, or else under the first of its own; the contents name it under each.
    const chapters = shelf.needs.filter(({ code }) => !asked.category || code === asked.category);
    const rank = (service: { needs: string[] }): number => {
      const first = chapters.findIndex(({ code }) => service.needs.includes(code));
      return first === -1 ? chapters.length : first;
    };
    const services = words.sort((a, b) => rank(a) - rank(b));
    const others = services.filter((service) => rank(service) === chapters.length).map(({ id }) => id);
    const commune = shelf.places[language].flatMap(({ communes }) => communes).find(({ code }) => code === asked.commune)?.name;
    const audience = shelf.audiences.find(({ code }) => code === asked.audience)?.names[language];
    const need = chapters.length === 1 && chapters[0] ? nameOf(chapters[0]) : undefined;
    const pdf = await typesetBooklet({
      ...common(language, origin),
      title: commune ? t('site.booklet.titleOf', { place: commune }) : t('site.booklet.title'),
      cover: {
        region: shelf.regionName[language === 'ar' ? 'ar' : 'fr'],
        lines: [need, audience, asked.q, t('directory.search.count', { n: services.length })].flatMap((line) => (line ? [line] : [])),
        emergency: emergencyLine(t, shelf.emergencyNumbers, language),
        dated: t('site.booklet.dated', {
          printed: day(new Date(), language),
          changed: day(shelf.changedAt, language),
          version: String(shelf.version),
        }),
        address: `${origin}${searchAddress(language, asked)}`,
      },
      needs: [
        ...chapters.map((chapter) => ({
          name: nameOf(chapter),
          services: services.filter(({ needs }) => needs.includes(chapter.code)).map(({ id }) => id),
        })),
        { name: t('site.booklet.others'), services: others },
      ].filter((chapter) => chapter.services.length > 0),
      services,
    });
    return { pdf, name: ['istiqbal', language, asked.commune, asked.category].filter((part) => part).join('-') };
  };
