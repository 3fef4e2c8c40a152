import type { Pool } from 'pg';
import type { EmergencyNumber } from './contract.ts';

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

/** Whom to call when life is in danger, in the region's order. */
export async function listEmergencyNumbers(pool: Pool): Promise<EmergencyNumber[]> {
  const { rows } = await pool.query<EmergencyNumber>(
    'select number, names, kinds, source, confirmed from territory.emergency_number order by position',
  );
  return rows;
}
