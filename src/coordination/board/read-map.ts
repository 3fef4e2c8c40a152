import type { PoolClient } from 'pg';
import { type Outlines, regionOutlines } from '../../territory/index.ts';
import type { Language } from '../store.ts';
import type { BoardMap, Narrowed } from './contract.ts';
import { readCommunes } from './read-board.ts';

/** Where actions run, as narrowed: each commune that has some, at its seat. */
export async function readMap(tx: PoolClient, narrowed: Narrowed, language: Language): Promise<BoardMap> {
  const { rows: regions } = await tx.query<{ code: string }>(`select code from territory.territory where level = 'region'`);
  const outlines = regionOutlines(regions[0]?.code ?? '');
  const counts = await readCommunes(tx, narrowed);
  const { rows } = await tx.query<{ code: string; name: string; longitude: number; latitude: number }>(
    `select code, case when $2 = 'ar' then name_ar else name_fr end as name,
       coalesce(seat_longitude, longitude) as longitude, coalesce(seat_latitude, latitude) as latitude
     from territory.territory where code = any ($1::text[]) and coalesce(seat_longitude, longitude) is not null`,
    [[...counts.keys()], language],
  );
  return {
    outlines: outlines ? drawn(outlines, language) : null,
    communes: rows.flatMap(({ code, name, longitude, latitude }) => {
      const found = counts.get(code);
      return found ? { code, name, ...(outlines?.project(longitude, latitude) ?? { x: 0, y: 0 }), ...found } : [];
    }),
    everywhere: counts.get('') ?? null,
  };
}

const drawn = ({ width, height, region, borders, provinces }: Outlines, language: Language): NonNullable<BoardMap['outlines']> => ({
  width,
  height,
  region,
  borders,
  provinces: provinces.map(({ code, nameFr, nameAr, x, y }) => ({ code, name: language === 'ar' ? nameAr : nameFr, x, y })),
});
