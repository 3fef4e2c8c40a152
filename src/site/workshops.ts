import type { Pool } from 'pg';

type Told = Record<string, string>;
export interface Workshop {
  id: string;
  title: Told;
  summary: Told;
  sourceUrl: string;
  recommendations: { number: number; title: Told; text: Told }[];
}

/** The regional workshops this platform answers to, oldest first. */
export async function listWorkshops(pool: Pool): Promise<Workshop[]> {
  const { rows } = await pool.query<Workshop>(
    `select w.id, w.title, w.summary, w.source_url as "sourceUrl", coalesce((
       select jsonb_agg(jsonb_build_object('number', r.number, 'title', r.title, 'text', r.text) order by r.number)
       from coordination.recommendation r where r.workshop_id = w.id), '[]') as recommendations
     from coordination.workshop w order by w.held_on, w.id`,
  );
  return rows;
}
