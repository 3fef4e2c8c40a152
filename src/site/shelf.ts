import type { Pool } from 'pg';
import {
  type Cell,
  countByNeed,
  directoryVersion,
  getCalendar,
  listCells,
  listMerged,
  listSearchedLanguages,
  listTerms,
  type OpeningCalendar,
  type Term,
} from '../directory/index.ts';
import { type Language, languages } from '../platform/i18n/index.ts';
import {
  type Commune,
  type EmergencyNumber,
  listCommunes,
  listEmergencyNumbers,
  type Outlines,
  regionOutlines,
} from '../territory/index.ts';

type Places = { province: string; communes: { code: string; name: string }[] }[];

/** What every page needs and what changes only with the directory. */
export interface Shelf {
  version: number;
  changedAt: Date;
  needs: Term[];
  audiences: Term[];
  counts: ReadonlyMap<string, number>;
  communeCodes: ReadonlySet<string>;
  regionName: Record<'fr' | 'ar', string>;
  places: Record<Language, Places>;
  cells: Record<Language, Cell[]>;
  searchedLanguages: string[];
  emergencyNumbers: EmergencyNumber[];
  /** Records merged into others: the old address leads to the new one. */
  merged: ReadonlyMap<string, string>;
  calendar: OpeningCalendar;
  /** Absent where the region's outlines did not come with the platform. */
  outlines: Outlines | undefined;
}

function placesIn(language: Language, communes: Commune[]): Places {
  const byProvince = new Map<string, { code: string; name: string }[]>();
  for (const commune of communes) {
    const province = language === 'ar' ? commune.provinceAr : commune.provinceFr;
    const list = byProvince.get(province) ?? [];
    byProvince.set(province, list);
    list.push({ code: commune.code, name: language === 'ar' ? commune.nameAr : commune.nameFr });
  }
  const order = new Intl.Collator(language);
  return [...byProvince]
    .map(([province, list]) => ({ province, communes: list.sort((a, b) => order.compare(a.name, b.name)) }))
    .sort((a, b) => order.compare(a.province, b.province));
}

const inEach = async <T>(make: (language: Language) => T | Promise<T>): Promise<Record<Language, T>> =>
  Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await make(language)] as const))) as Record<
    Language,
    T
  >;

async function fill(pool: Pool, version: { number: number; changedAt: Date }): Promise<Shelf> {
  const [needs, audiences, counts, communes, searchedLanguages, calendar, regions, merged, emergencyNumbers] = await Promise.all([
    listTerms(pool, 'need'),
    listTerms(pool, 'audience'),
    countByNeed(pool),
    listCommunes(pool),
    listSearchedLanguages(pool),
    getCalendar(pool),
    pool.query<{ code: string; fr: string; ar: string }>(
      `select code, name_fr as fr, name_ar as ar from territory.territory where level = 'region' order by code limit 1`,
    ),
    listMerged(pool),
    listEmergencyNumbers(pool),
  ]);
  return {
    version: version.number,
    changedAt: version.changedAt,
    needs,
    audiences,
    counts,
    communeCodes: new Set(communes.map((commune) => commune.code)),
    regionName: { fr: regions.rows[0]?.fr ?? '', ar: regions.rows[0]?.ar ?? '' },
    places: await inEach((language) => placesIn(language, communes)),
    cells: await inEach((language) => listCells(pool, language)),
    searchedLanguages,
    emergencyNumbers,
    merged,
    calendar,
    outlines: regionOutlines(regions.rows[0]?.code ?? ''),
  };
}

/** Gives the shelf of the current directory. The database is asked for its version at most once a second. */
export function shelfOf(pool: Pool): () => Promise<Shelf> {
  let shelf: Shelf | undefined;
  let checkedAt = 0;
  let underWay: Promise<Shelf> | undefined;
  const check = async (): Promise<Shelf> => {
    const version = await directoryVersion(pool);
    if (!shelf || shelf.version !== version.number) shelf = await fill(pool, version);
    checkedAt = Date.now();
    return shelf;
  };
  return async () => {
    if (shelf && Date.now() - checkedAt < 1000) return shelf;
    underWay ??= check().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
