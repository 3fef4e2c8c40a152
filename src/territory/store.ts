import type { Pool } from 'pg';

export interface Commune {
  code: string;
  nameFr: string;
  nameAr: string;
  provinceFr: string;
  provinceAr: string;
}

/** All communes, by province then name as French sorts them. */
export async function listCommunes(pool: Pool): Promise<Commune[]> {
  const { rows } = await pool.query<Commune>(
    `select c.code, c.name_fr as "nameFr", c.name_ar as "nameAr", p.name_fr as "provinceFr", p.name_ar as "provinceAr"
     from territory.territory c join territory.territory p on p.code = c.province_code
     where c.level = 'commune' order by unaccent(p.name_fr), unaccent(c.name_fr), c.code`,
  );
  return rows;
}
