import { type Context, Hono } from 'hono';
import { formatOf, readGridApart } from '../../directory/index.ts';
import { withActor } from '../../platform/database/actor.ts';
import { bounded, TooLarge } from '../../platform/http/bounded.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { writers } from '../commands/said.ts';
import type { Plan } from '../contract.ts';
import { viewPlan } from '../store.ts';
import { compareDrafts } from './compare-draft.ts';
import { choicesSchema, type ImportPreview } from './contract.ts';
import type { Choices } from './contract-drafts.ts';
import { largestTable } from './lists.ts';
import { limits, sheetsOf } from './read-table.ts';
import { understand } from './understand.ts';

/** A zip names what it holds within so many of its last bytes, if it is a workbook. */
const tailBytes = 1_000_000;
const path = /^\/api\/plans\/[^/]+\/import$/;
/** The addresses that take a table, and hold to a limit of their own. */
export const takesPlanTables = ({ req }: Context): boolean => req.method === 'PUT' && path.test(req.path);

const tooLarge = (): Response =>
  problem(413, 'table_too_large', `A table has ${largestTable / 1e6} MB at most. Leave out pictures and what is no table.`, {
    largest: largestTable,
  });

async function bytesOf(c: Context): Promise<Buffer | Response> {
  if (c.req.header('content-type') !== 'application/octet-stream')
    return problem(415, 'not_a_file', 'Send the file itself, with the header "content-type: application/octet-stream".');
  if (Number(c.req.header('content-length') ?? 0) > largestTable) return tooLarge();
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of bounded(c.req.raw.body ?? new ReadableStream({ start: (s) => s.close() }), largestTable)) pieces.push(piece);
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge();
    if (c.req.raw.signal.aborted) return problem(400, 'file_not_whole', 'The file did not arrive whole. Send it again.');
    throw error;
  }
  return pieces.length > 0 ? Buffer.concat(pieces) : problem(422, 'file_empty', 'The file is empty. Choose another.');
}

/** What people chose; undefined where it is not what they may. */
function choicesOf(text: string | undefined): Choices | undefined {
  try {
    return choicesSchema.safeParse(text === undefined ? {} : JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function previewOf(bytes: Buffer, choices: Choices, plan: Plan): Promise<ImportPreview | Response> {
  const format = formatOf(bytes.subarray(0, 4000), bytes.subarray(-tailBytes));
  if (format !== 'csv' && format !== 'xlsx')
    return problem(
      415,
      'table_wrong_kind',
      'This is no table. Send a CSV or an Excel workbook (.xlsx); save an older .xls again as .xlsx.',
    );
  const grid = await readGridApart(bytes, format, limits);
  if (typeof grid === 'string')
    return problem(422, `table_${grid}`, 'The table cannot be read. Save it again as .xlsx, without what is no table.');
  const { projects, ...found } = understand(sheetsOf(grid), choices);
  return { ...found, projects: compareDrafts(projects, plan), otherSheets: grid.otherSheets };
}

/** `PUT /api/plans/:id/import?choices=`: looks at a spreadsheet for whoever keeps the plan. The file is forgotten at once; bringing it in is a change of its own. */
export function planImportRoutes({ databases }: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.put('/api/plans/:id/import', async (c) => {
    const actor = c.get('actor');
    if (!writers.some((role) => role === actor.role)) return notAllowed();
    const id = idFrom(c);
    const view = id ? await withActor(databases.app, actor, (tx) => viewPlan(tx, id)) : undefined;
    if (!view?.mayWrite) return notFound();
    const choices = choicesOf(c.req.query('choices'));
    if (!choices) return problem(400, 'query_invalid', 'The choices do not fit the table. Choose the file again.');
    const bytes = await bytesOf(c);
    if (bytes instanceof Response) return bytes;
    const preview = await previewOf(bytes, choices, view.plan);
    return preview instanceof Response ? preview : c.json(preview, 200, { 'cache-control': 'no-store' });
  });
  return app;
}
