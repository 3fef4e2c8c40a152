import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { deskRoles, withActor } from '../../platform/database/actor.ts';
import type { FilesContext } from '../../platform/files/context.ts';
import { giveFile } from '../../platform/files/give-file.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { journalRead } from '../../platform/journal.ts';
import type { AttachmentsAnswer } from './contract.ts';
import { findAttachedFile, isCase, listAttachments } from './store.ts';

async function readAttachment(context: FilesContext, c: Context<ActorEnv>): Promise<Response> {
  const actor = c.get('actor');
  if (!deskRoles.some((role) => role === actor.role)) return notAllowed();
  const caseId = idFrom(c);
  const attachmentId = z.uuid().safeParse(c.req.param('attachmentId')).data;
  if (!caseId || !attachmentId) return notFound();
  const file = await withActor(context.databases.app, actor, async (tx) => {
    const found = await findAttachedFile(tx, caseId, attachmentId);
    if (found) await journalRead(tx, actor, 'attachment', attachmentId);
    return found;
  });
  if (!file) return notFound();
  return giveFile(context, file, c.req.query('download') !== undefined);
}

/** `/api/cases/:id/attachments`: what is attached to a case, and each file itself. */
export function attachmentRoutes(context: FilesContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/cases/:id/attachments', (c) => {
    const id = idFrom(c);
    if (!id) return notFound();
    return answerRead(context, c, deskRoles, async (tx, actor): Promise<AttachmentsAnswer | undefined> => {
      if (!(await isCase(tx, id))) return undefined;
      await journalRead(tx, actor, 'case', id);
      return { attachments: await listAttachments(tx, id), largest: context.config.files.mostBytes };
    });
  });
  app.get('/api/cases/:id/attachments/:attachmentId', (c) => readAttachment(context, c));
  return app;
}
