import { join } from 'node:path';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { type Access, requireActor } from './access/index.ts';
import { attachmentRoutes } from './cases/attachments/index.ts';
import { caseRoutes } from './cases/index.ts';
import { letterRoutes } from './cases/letters/index.ts';
import { registerRoutes, takesRegisters } from './cases/register/index.ts';
import { coordinationRoutes } from './coordination/index.ts';
import { cellRoutes, deskRoutes, fieldRoutes, guideRoutes } from './desk/index.ts';
import { careRoutes, takesFiles } from './directory/care/api.ts';
import { directoryRoutes, exportRoutes, hsdsRoutes } from './directory/index.ts';
import { observatoryRoutes } from './observatory/index.ts';
import { commandRoutes } from './platform/commands/api.ts';
import type { CommandRunner } from './platform/commands/run.ts';
import { fileRoutes, takesAttachments } from './platform/files/api.ts';
import type { FilesContext } from './platform/files/context.ts';
import { healthRoutes } from './platform/http/health.ts';
import { problem } from './platform/http/problem.ts';
import { security } from './platform/http/security.ts';
import { workspaceFiles } from './platform/http/workspace-files.ts';
import { createMetrics } from './platform/metrics.ts';
import { peopleRoutes } from './people/index.ts';
import { planRoutes, takesPlanTables } from './plans/index.ts';
import { listReferralsOfCase, referralRoutes } from './referrals/index.ts';
import { proofFiles, siteRoutes } from './site/index.ts';
import { territoryRoutes } from './territory/index.ts';

const workspaceFolder = join(import.meta.dirname, '../dist/workspace');

/** The three faces on one address. */
export function createApp(context: FilesContext, access: Access, runner: CommandRunner): Hono {
  const app = new Hono();
  const metrics = createMetrics(context.databases.app);

  app.use('*', async (c, next) => {
    const start = performance.now();
    await next();
    const seconds = (performance.now() - start) / 1000;
    const route = routePath(c, -1);
    metrics.observe(route, c.req.method, c.res.status, seconds);
    // The pattern of the address, never the address: that may hold what someone searched or who is asked for.
    context.log.debug({ route, method: c.req.method, status: c.res.status, ms: Math.round(seconds * 1000) }, 'answered');
  });

  // Public pages carry their own guards, so the region's most read addresses do without a second pass over the headers.
  app.route('/', proofFiles(context));
  app.route('/', siteRoutes(context));
  // Open to every site, which the guards of the workspace are not.
  app.route('/', hsdsRoutes(context));
  app.route('/', exportRoutes(context));
  app.use(
    '*',
    security(context.config, (c) => takesFiles(c) || takesAttachments(c) || takesRegisters(c) || takesPlanTables(c)),
  );

  app.route('/', healthRoutes(context.databases.app, metrics));
  app.route('/', access.routes());
  app.route('/', directoryRoutes(context));
  app.route('/', territoryRoutes(context));

  const work = new Hono();
  const actor = requireActor(context);
  for (const path of [
    '/api/commands',
    '/api/files/*',
    '/api/people/*',
    '/api/desk/*',
    '/api/cases/*',
    '/api/cases',
    '/api/register/*',
    '/api/referrals/*',
    '/api/referrals',
    '/api/coordination/*',
    '/api/observatory/*',
    '/api/plans/*',
    '/api/plans',
    '/api/directory/care/*',
  ]) {
    work.use(path, actor);
  }
  work.route('/', commandRoutes(runner));
  work.route('/', peopleRoutes(context));
  work.route('/', deskRoutes(context));
  work.route('/', cellRoutes(context));
  work.route('/', fieldRoutes(context));
  work.route('/', guideRoutes(context));
  work.route('/', fileRoutes(context));
  work.route('/', attachmentRoutes(context));
  work.route('/', letterRoutes(context));
  work.route('/', caseRoutes(context, listReferralsOfCase));
  work.route('/', registerRoutes(context));
  work.route('/', referralRoutes(context));
  work.route('/', coordinationRoutes(context));
  work.route('/', observatoryRoutes(context));
  work.route('/', planRoutes(context));
  work.route('/', careRoutes(context));
  app.route('/', work);

  app.route('/', workspaceFiles(workspaceFolder));
  app.all('/api/*', () => problem(404, 'not_found', 'There is no such interface. Check the address.'));

  app.onError((error, c) => {
    context.log.error({ err: error, route: routePath(c, -1) }, 'a request failed');
    return problem(
      500,
      'unexpected',
      'Something broke on our side. Nothing was saved; try again, and tell the administrator if it returns.',
    );
  });
  return app;
}
