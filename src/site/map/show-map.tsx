import { listPoints, searchServices, wishOf } from '../../directory/index.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { badRequest, notFound } from '../errors.tsx';
import { translators } from '../messages.ts';
import { readSearch } from '../read-search.ts';
import type { Show } from '../show.ts';
import { MapPage } from './map-page.tsx';
import { placePins } from './pins.ts';

/** As many as a page of one round trip can name. */
const perPage = 40;

/** What a search found, on the map. */
export const showMap =
  ({ databases }: AppContext): Show =>
  async (shelf, language, c, origin) => {
    if (!shelf.outlines) return notFound(shelf, language, c, origin);
    const read = readSearch(shelf, c.req.query());
    if ('wrong' in read) return badRequest(shelf, language, read.wrong);
    const { asked } = read;
    const result = await searchServices(databases.app, { ...wishOf(asked), language, perPage });
    if (result.total > 0 && result.items.length === 0) return badRequest(shelf, language, ['page']);
    const points = await listPoints(
      databases.app,
      result.items.map((item) => item.id),
      language,
    );
    const t = translators[language];
    const placed = placePins(shelf.outlines, points);
    return {
      title: [asked.q, t('site.map.title')].filter((part) => part).join(' – '),
      // Which services are open now is asked afresh.
      ...(asked.open ? { until: Math.floor(Date.now() / 60_000) + 5 } : {}),
      body: <MapPage {...{ t, language, asked, result, perPage, outlines: shelf.outlines, placed }} />,
    };
  };
