import { listFields } from '../../../desk/index.ts';
import { type Grid, type GridProblem, readGridApart } from '../../../directory/index.ts';
import { withActor } from '../../../platform/database/actor.ts';
import type { Mapping, RegisterNote } from '../contract.ts';
import { limits, type refusalReasons } from '../lists.ts';
import { columnsOf, wordsFor } from './columns-of.ts';
import { findHeader } from './find-header.ts';
import { guessColumns, headerKey } from './guess-columns.ts';
import { askedIn, withQuestions } from './own-questions.ts';
import type { Step } from './run-registers.ts';
import { findKept, findSealed } from './store.ts';

type Reason = (typeof refusalReasons)[number];
const perStatement = 1000;

interface Table {
  headers: string[];
  rows: Grid['rows'];
  notes: RegisterNote[];
}
/** The headers and the rows under them, or why there are none. */
export function tableOf(grid: Grid): Table | Reason {
  const header = findHeader(grid.rows);
  if (typeof header === 'string') return header;
  const head = grid.rows[header.at]?.cells ?? [];
  const rows = grid.rows.slice(header.at + 1);
  if (rows.length === 0) return 'no_rows';
  if (rows.length > limits.rows) return 'too_many_rows';
  const width = Math.max(head.length, ...rows.slice(0, 1000).map(({ cells }) => cells.length));
  if (width > limits.columns) return 'too_many_columns';
  const headers = Array.from({ length: width }, (_, i) => (head[i] ?? '').slice(0, 200));
  const notes: RegisterNote[] = [
    ...(grid.encoding ? [{ code: 'encoding' as const, what: grid.encoding }] : []),
    ...(grid.looseQuotes ? [{ code: 'loose_quotes' as const, what: '' }] : []),
    ...(grid.merged ? [{ code: 'merged' as const, what: '' }] : []),
    ...(grid.otherSheets.length > 0 ? [{ code: 'other_sheets' as const, what: grid.otherSheets.join(', ').slice(0, 200) }] : []),
    ...(header.at > 0 ? [{ code: 'titles_above' as const, what: String(header.at) }] : []),
  ];
  return { headers, rows, notes };
}

const usualCommon: Mapping['common'] = { audience: 'mre', language: 'ary', channel: 'in_person', outcome: 'informed', need: null };

/** Opens the file, keeps its rows and proposes how it is read: as the last one with the same headers, or by what headers and values say. */
export const readFile: Step = async ({ databases, vault }, actor, id) => {
  const { kept, sealed, mappings, questions } = await withActor(databases.app, actor, async (tx) => ({
    kept: await findKept(tx, id),
    questions: askedIn(await listFields(tx)),
    sealed: await findSealed(tx, 'register_import', id),
    mappings: (
      await tx.query<{ headers: string[]; mapping: Mapping }>('select headers, mapping from cases.register_mapping order by saved_at desc')
    ).rows,
  }));
  if (!kept || !sealed) throw new Error('a register that is to be read is not here');
  const read: Grid | GridProblem = await readGridApart(await vault.open(sealed), kept.format, limits);
  const table = typeof read === 'string' ? read : tableOf(read);
  if (typeof table === 'string') {
    await withActor(databases.app, actor, (tx) =>
      tx.query(`update cases.register_import set state = 'refused', reason = $2 where id = $1`, [id, table]),
    );
    return true;
  }
  const columns = columnsOf(table.headers, table.rows);
  const guessed = guessColumns(columns, new Date());
  const known = mappings.find(({ headers }) => headerKey(headers) === headerKey(table.headers));
  const fields = withQuestions(table.headers, known ? inOrderOf(table.headers, known) : guessed.fields, questions);
  const mapping: Mapping = {
    columns: fields,
    words: wordsFor(columns, fields, known?.mapping.words),
    common: known?.mapping.common ?? usualCommon,
  };
  const notes = [...table.notes, ...(guessed.hasIdentityNumbers ? [{ code: 'identity_numbers' as const, what: '' }] : [])];
  await withActor(databases.app, actor, async (tx) => {
    await tx.query('delete from cases.register_row where import_id = $1', [id]);
    for (let at = 0; at < table.rows.length; at += perStatement) {
      const some = table.rows
        .slice(at, at + perStatement)
        .map(({ line, cells }) => ({ n: line, cells: table.headers.map((_, i) => cells[i] ?? '') }));
      await tx.query(
        `insert into cases.register_row (import_id, n, organization_id, cells)
         select $1, r.n, $2, array(select jsonb_array_elements_text(r.cells)) from jsonb_to_recordset($3) as r(n integer, cells jsonb)`,
        [id, actor.organizationId, JSON.stringify(some).replaceAll('\\u0000', '')],
      );
    }
    await tx.query(
      `update cases.register_import set state = 'to_map', columns = $2, notes = $3, mapping = $4, total = $5, done = 0 where id = $1 and state = 'reading'`,
      [id, JSON.stringify(columns), JSON.stringify(notes), JSON.stringify(mapping), table.rows.length],
    );
  });
  return true;
};

/** The fields of a saved mapping for the same headers, whatever order they stand in now. */
function inOrderOf(headers: readonly string[], { headers: before, mapping }: { headers: string[]; mapping: Mapping }): Mapping['columns'] {
  const left = before.map((header, i) => ({ key: headerKey([header]), field: mapping.columns[i] ?? 'ignore' }));
  return headers.map((header) => {
    const at = left.findIndex(({ key }) => key === headerKey([header]));
    return at < 0 ? 'ignore' : (left.splice(at, 1)[0]?.field ?? 'ignore');
  });
}
