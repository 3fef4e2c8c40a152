import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { queriesSchema, wordsSchema } from './contract.ts';

/** What people searched in vain, most asked first. */
export async function listUnanswered(tx: PoolClient): Promise<z.infer<typeof queriesSchema>> {
  const { rows } = await tx.query<z.infer<typeof queriesSchema>['queries'][number]>(
    `select query, language, sum(count) as count, max(day) as "lastDay" from directory.unanswered_query
     where day >= current_date - 90 group by 1, 2 order by 3 desc, 4 desc, 1, 2 limit 500`,
  );
  return { queries: rows };
}

export async function listEverydayWords(tx: PoolClient): Promise<z.infer<typeof wordsSchema>> {
  const { rows } = await tx.query<z.infer<typeof wordsSchema>['words'][number]>(
    `select w.id, w.language, w.word, coalesce(t.code, '') as "termCode" from directory.everyday_word w
     join directory.taxonomy_term t on t.id = w.term_id order by t.code, w.language, w.word`,
  );
  return { words: rows };
}
