import { Hono } from 'hono';
import { readJson } from '../http/body.ts';
import type { ActorEnv } from '../http/reading.ts';
import { commandBatchSchema } from './contract.ts';
import type { CommandRunner } from './run.ts';

/** `POST /api/commands`: each command has its own answer; one refused does not hold back the others. */
export function commandRoutes(runner: CommandRunner): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.post('/api/commands', async (c) => {
    const body = await readJson(c, commandBatchSchema);
    if (body.refused) return body.refused;
    const answers = [];
    // In order: a case is opened before the referral that needs it.
    for (const command of body.value.commands) answers.push(await runner.run(c.get('actor'), command));
    return c.json({ answers });
  });
  return app;
}
