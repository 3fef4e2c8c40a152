import type { PoolClient } from 'pg';
import { quotedLine } from '../../../directory/index.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import type { RowProblem } from '../contract.ts';
import { guarded } from '../guarded.ts';
import { stops } from '../lists.ts';
import { hasWords, wordsIn } from '../words.ts';
import { findKept } from './store.ts';

interface Refused {
  n: number;
  cells: string[];
  problems: RowProblem[];
  refusal: string | null;
}

/** The rows that did not come in, as they stood in the file, with a column that says why: to be mended and sent again. */
export async function writeRefused(tx: PoolClient, id: string, language: Language): Promise<string | undefined> {
  const kept = await findKept(tx, id);
  if (!kept) return undefined;
  const t = wordsIn(language);
  const { rows } = await tx.query<Refused>(
    `select n, cells, problems, refusal from cases.register_row
     where import_id = $1 and (outcome = 'refused' or (outcome is null and state = 'error')) order by n`,
    [id],
  );
  const why = ({ problems, refusal }: Refused): string =>
    [
      ...problems.filter(({ code }) => stops(code)).map(({ code, value }) => t(`register.problem.${code}`, { value })),
      ...(refusal ? [t(hasWords(`refusal.${refusal}`) ? `refusal.${refusal}` : 'register.row.refused')] : []),
    ].join(' ');
  const head = [...kept.columns.map(({ header }) => header), t('register.why')];
  const lines = [head, ...rows.map((row) => [...row.cells, why(row)])];
  return `\ufeff${lines.map((cells) => quotedLine(cells.map(guarded), ';')).join('')}`;
}
