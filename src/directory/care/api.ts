import { type Context, Hono } from 'hono';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { Actor, Role } from '../../platform/database/actor.ts';
import { roles as allRoles } from '../../platform/database/member-roles.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notFound } from '../../platform/http/reading.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { getCalendarData } from '../opening/store.ts';
import { takeImportFile } from './take-import-file.ts';
import { careEntities, careRoles, editorRoles, feedbackStates, updateStates } from './contract.ts';
import { importerRoles } from './import-contract.ts';
import { compareRecords, listDuplicates } from './duplicates.ts';
import { listActors } from './read-actors.ts';
import { readBoard } from './read-board.ts';
import { readCalendar } from './read-calendar.ts';
import { listHistory, listProposals } from './read-changes.ts';
import { readCoverage } from './read-coverage.ts';
import { listDifferences } from './read-differences.ts';
import { findImportFile, readImportFiles } from './read-import-files.ts';
import { findImportReport, readImports } from './read-imports.ts';
import { listFeedback } from './read-feedback.ts';
import { listLinks } from './read-links.ts';
import { listMerges } from './read-merges.ts';
import { listEverydayWords, listUnanswered } from './read-words.ts';
import { listStaleTranslations } from './read-translations.ts';
import { findOrganizationRecord, findServiceRecord, listCareOrganizations, listOverdue } from './read-records.ts';

const page = z.coerce.number().int().min(1).max(2000).default(1);
const empty = z.literal('').transform(() => undefined);
const typed = z.string().trim().max(200).optional();
const state = z.enum(updateStates).optional().or(empty);
const organizationsQuery = z.object({ q: typed, state, page });
const feedbackQuery = z.object({ state: z.enum(feedbackStates).optional().or(empty), page });
const duplicatesQuery = z.object({ entity: z.enum(careEntities).optional().or(empty) });
const code = z
  .string()
  .regex(/^[a-z0-9_-]{1,60}$/)
  .optional()
  .or(empty);
const territory = z
  .string()
  .regex(/^[0-9]{2,10}$/)
  .optional()
  .or(empty);
const actorsQuery = z.object({ q: typed, need: code, audience: code, commune: territory, page });
const coverageQuery = z.object({ province: territory });
const calendarQuery = z.object({ year: z.coerce.number().int().min(2000).max(2150).optional() });
const overdueQuery = z.object({ state, page });

const root = '/api/directory/care';

/** Whether a file is sent to this address, which is no JSON and may be large. */
export const takesFiles = ({ req }: Context): boolean => req.method === 'PUT' && req.path.startsWith(`${root}/import-files/`);

/** `/api/directory/care/*`: what those who keep the directory read. The answers are described in `contract.ts`. */
export function careRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  type Work<Q, T> = (tx: PoolClient, asked: Q, actor: Actor, language: Language) => Promise<T | undefined>;

  /** One reading: its query is checked first, then it is answered for these roles. */
  const reading =
    <Q, T>(roles: readonly Role[], schema: z.ZodType<Q>, work: Work<Q, T>) =>
    (c: Context<ActorEnv>): Promise<Response> | Response => {
      const asked = schema.safeParse(c.req.query());
      if (asked.success) return answerRead(context, c, roles, (tx, actor, language) => work(tx, asked.data, actor, language));
      const fields = [...new Set(asked.error.issues.map((issue) => issue.path.join('.')))];
      return problem(400, 'query_invalid', `Correct or remove: ${fields.join(', ')}.`, { fields });
    };
  /** One reading of the record whose identifier stands in the address. */
  const readingOf =
    <T>(roles: readonly Role[], work: (tx: PoolClient, id: string, actor: Actor) => Promise<T | undefined>) =>
    (c: Context<ActorEnv>): Promise<Response> | Response => {
      const id = idFrom(c);
      return id ? answerRead(context, c, roles, (tx, actor) => work(tx, id, actor)) : notFound();
    };
  const nothing = z.object({});

  app.get(
    `${root}/organizations`,
    reading(careRoles, organizationsQuery, (tx, asked, actor) => listCareOrganizations(tx, actor, asked)),
  );
  app.get(
    `${root}/organizations/:id`,
    readingOf(careRoles, (tx, id, actor) => findOrganizationRecord(tx, actor, id)),
  );
  app.get(
    `${root}/services/:id`,
    readingOf(careRoles, (tx, id, actor) => findServiceRecord(tx, actor, id)),
  );
  app.get(
    `${root}/overdue`,
    reading(editorRoles, overdueQuery, (tx, asked) => listOverdue(tx, asked.state, asked.page)),
  );
  app.get(`${root}/history/:entity/:id`, (c) => {
    const entity = z.enum(careEntities).safeParse(c.req.param('entity'));
    const id = idFrom(c);
    if (!entity.success || !id) return notFound();
    return answerRead(context, c, careRoles, async (tx) => ({ changes: await listHistory(tx, entity.data, id) }));
  });
  app.get(
    `${root}/proposals`,
    reading(careRoles, nothing, async (tx, _asked, actor) => ({ changes: await listProposals(tx, actor) })),
  );
  app.get(
    `${root}/feedback`,
    reading(careRoles, feedbackQuery, (tx, asked) => listFeedback(tx, asked.state, asked.page)),
  );
  app.get(`${root}/queries`, reading(editorRoles, nothing, listUnanswered));
  app.get(`${root}/words`, reading(editorRoles, nothing, listEverydayWords));
  app.get(
    `${root}/duplicates`,
    reading(editorRoles, duplicatesQuery, async (tx, { entity }) => ({
      duplicates: await listDuplicates(tx, context.databases.app, entity ? [entity] : careEntities),
    })),
  );
  app.get(`${root}/duplicates/:entity/:a/:b`, (c) => {
    const asked = z.object({ entity: z.enum(careEntities), a: z.uuid(), b: z.uuid() }).safeParse(c.req.param());
    if (!asked.success) return notFound();
    const { entity, a, b } = asked.data;
    return answerRead(context, c, editorRoles, (tx) => compareRecords(tx, entity, a, b));
  });
  app.get(`${root}/merges`, reading(editorRoles, nothing, listMerges));
  app.get(`${root}/differences`, reading(editorRoles, nothing, listDifferences));
  app.get(`${root}/links`, reading(editorRoles, nothing, listLinks));
  app.get(`${root}/translations`, reading(editorRoles, nothing, listStaleTranslations));
  app.get(
    `${root}/board`,
    reading(editorRoles, nothing, (tx) => readBoard(tx, context.databases.app, context.config)),
  );
  app.get(
    `${root}/calendar`,
    reading(editorRoles, calendarQuery, (tx, { year }) => readCalendar(tx, year)),
  );
  app.get(`${root}/imports`, reading(importerRoles, nothing, readImports));
  app.get(`${root}/imports/:id`, readingOf(importerRoles, findImportReport));
  app.get(`${root}/import-files`, reading(importerRoles, nothing, readImportFiles));
  app.get(`${root}/import-files/:id`, readingOf(importerRoles, findImportFile));
  app.put(`${root}/import-files/:id`, (c) => takeImportFile(context, c));
  app.get(
    `${root}/opening-calendar`,
    reading(careRoles, nothing, (tx) => getCalendarData(tx)),
  );
  app.get(`${root}/actors`, reading(allRoles, actorsQuery, listActors));
  app.get(
    `${root}/coverage`,
    reading(allRoles, coverageQuery, (tx, { province }) => readCoverage(tx, province)),
  );
  return app;
}
