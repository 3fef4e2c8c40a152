import { type Context, Hono } from 'hono';
import type { ActorEnv } from '../http/reading.ts';
import type { FilesContext } from './context.ts';
import { takeFile } from './take-file.ts';

const root = '/api/files/';

/** The addresses that take a file of any kind, and hold to a limit of their own. */
export const takesAttachments = ({ req }: Context): boolean => req.method === 'PUT' && req.path.startsWith(root);

export function fileRoutes(context: FilesContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.put(`${root}:id`, (c) => takeFile(context, c));
  return app;
}
