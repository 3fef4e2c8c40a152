import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { withActor } from '../../platform/database/actor.ts';
import type { FilesContext } from '../../platform/files/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { negotiate } from '../../platform/i18n/index.ts';
import { listExports, takeExport } from './export/read-exports.ts';
import { findRegister, listRows, readRegisters } from './import/read-registers.ts';
import { takeRegister } from './import/take-register.ts';
import { writeRefused } from './import/write-refused.ts';
import { rowStates } from './lists.ts';

const roles = ['cell_manager'] as const;
const importsRoot = '/api/register/imports';
const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** The addresses that take a register, and hold to a limit of their own. */
export const takesRegisters = ({ req }: Context): boolean => req.method === 'PUT' && req.path.startsWith(`${importsRoot}/`);

const rowsSchema = z.object({
  state: z.enum(rowStates).optional(),
  decided: z
    .enum(['yes', 'no'])
    .transform((d) => d === 'yes')
    .optional(),
  after: z.coerce.number().int().min(-1).default(-1),
});

const attachment = (name: string, type: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

export function registerRoutes(context: FilesContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.put(`${importsRoot}/:id`, (c) => takeRegister(context, c));
  app.get(importsRoot, (c) => answerRead(context, c, roles, (tx) => readRegisters(tx)));
  app.get(`${importsRoot}/:id`, (c) => {
    const id = idFrom(c);
    return id ? answerRead(context, c, roles, (tx) => findRegister(tx, id)) : notFound();
  });
  app.get(`${importsRoot}/:id/rows`, (c) => {
    const id = idFrom(c);
    const asked = rowsSchema.safeParse(c.req.query());
    if (!asked.success) return problem(400, 'invalid_filter', 'Ask for rows by state (ready, look, error), decided (yes, no) and after.');
    return id ? answerRead(context, c, roles, async (tx) => ({ rows: await listRows(tx, id, asked.data) })) : notFound();
  });
  app.get(`${importsRoot}/:id/refused.csv`, async (c) => {
    const id = idFrom(c);
    const actor = c.get('actor');
    if (actor.role !== 'cell_manager') return notAllowed();
    const language = negotiate(c.req.query('language') ?? c.req.header('accept-language'));
    const text = id && (await withActor(context.databases.app, actor, (tx) => writeRefused(tx, id, language)));
    return text ? c.body(text, 200, attachment('refused.csv', types.csv)) : notFound();
  });
  app.get('/api/register/exports', (c) => answerRead(context, c, roles, async (tx) => ({ exports: await listExports(tx) })));
  app.get('/api/register/exports/:id/file', async (c) => {
    const id = idFrom(c);
    const actor = c.get('actor');
    if (actor.role !== 'cell_manager') return notAllowed();
    const taken = id && (await withActor(context.databases.app, actor, (tx) => takeExport(tx, actor, id)));
    if (!id || !taken) return notFound();
    const name = `istiqbal-${taken.kind}-${id.slice(0, 8)}.${taken.format}`;
    return new Response(Readable.toWeb(Readable.from(context.vault.read(taken.sealed))) as ReadableStream<Uint8Array>, {
      headers: attachment(name, types[taken.format]),
    });
  });
  return app;
}
