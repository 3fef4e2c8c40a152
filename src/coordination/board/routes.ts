import { Hono } from 'hono';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead } from '../../platform/http/reading.ts';
import { members } from '../commands/said.ts';
import type { Language } from '../store.ts';
import { headings, matrixRows, narrowedSchema } from './contract.ts';
import { readActions } from './read-actions.ts';
import { readAgenda } from './read-agenda.ts';
import { readBoard } from './read-board.ts';
import { readCalendar } from './read-calendar.ts';
import { readMap } from './read-map.ts';
import { readMatrix } from './read-matrix.ts';
import { reportRoutes } from './report/routes.ts';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const asOfMoment = z
  .string()
  .regex(new RegExp(`^[-\\d :.+]{10,40}_${uuid}$`))
  .optional();
const asOfDay = z
  .string()
  .regex(new RegExp(`^(\\d{4}-\\d{2}-\\d{2}|infinity)_${uuid}$`))
  .optional();
const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .optional();

const boardQuery = narrowedSchema.extend({ by: z.enum(headings).default('theme') });
const actionsQuery = narrowedSchema.extend({ after: asOfMoment });
const calendarQuery = narrowedSchema.extend({ from: month, after: asOfDay });
const matrixQuery = z.object({ of: z.enum(matrixRows).default('organization') });
const agendaQuery = narrowedSchema.pick({ theme: true, owner: true }).extend({ days: z.coerce.number().int().min(7).max(366).default(90) });

/** `/api/coordination/board*`: the region's actions counted, drawn in time and on the map, and what falls due. */
export function boardRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  function read<Q>(path: string, schema: z.ZodType<Q>, work: (tx: PoolClient, query: Q, language: Language) => Promise<unknown>): void {
    app.get(path, (c) => {
      const query = schema.safeParse(c.req.query());
      if (!query.success) {
        return problem(400, 'query_invalid', 'The address asks for something this board does not know. Open it again from its screen.');
      }
      return answerRead(context, c, members, (tx, _actor, language) => work(tx, query.data, language));
    });
  }
  read('/api/coordination/board', boardQuery, (tx, { by, ...narrowed }, language) => readBoard(tx, by, narrowed, language));
  read('/api/coordination/board/actions', actionsQuery, (tx, { after, ...narrowed }, language) =>
    readActions(tx, narrowed, after, language),
  );
  read('/api/coordination/board/calendar', calendarQuery, (tx, { from, after, ...narrowed }, language) =>
    readCalendar(tx, narrowed, from, after, language),
  );
  read('/api/coordination/board/matrix', matrixQuery, (tx, { of }, language) => readMatrix(tx, of, language));
  read('/api/coordination/board/agenda', agendaQuery, (tx, { days, ...narrowed }, language) => readAgenda(tx, narrowed, days, language));
  read('/api/coordination/board/map', narrowedSchema, readMap);
  app.route('/', reportRoutes(context));
  return app;
}
