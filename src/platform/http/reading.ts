import type { Context } from 'hono';
import { z } from 'zod';
import type { PoolClient } from 'pg';
import { type Language, negotiate } from '../i18n/index.ts';
import { type Actor, type Role, withActor } from '../database/actor.ts';
import type { AppContext } from './context.ts';
import { problem } from './problem.ts';

export type ActorEnv = { Variables: { actor: Actor } };

export const notFound = (): Response =>
  problem(
    404,
    'not_found',
    'Nothing here under this address, or it belongs to another organisation. Check the address or go back to the list.',
  );
export const notAllowed = (): Response =>
  problem(403, 'not_allowed', 'Your role does not open this. Ask the administrator of the platform if you need it.');

/** Answers a read in one transaction as the acting person; `undefined` from `work` is answered as not found. */
export async function answerRead<T>(
  context: AppContext,
  c: Context<ActorEnv>,
  roles: readonly Role[],
  work: (tx: PoolClient, actor: Actor, language: Language) => Promise<T | undefined>,
): Promise<Response> {
  const actor = c.get('actor');
  if (!roles.includes(actor.role)) return notAllowed();
  const found = await withActor(context.databases.app, actor, (tx) => work(tx, actor, negotiate(c.req.header('accept-language'))));
  return found === undefined ? notFound() : c.json(found, 200, { 'cache-control': 'no-store' });
}

/** An identifier from an address; a malformed one names nothing, so it is not found. */
export const idFrom = (c: Context): string | undefined => z.uuid().safeParse(c.req.param('id')).data;
