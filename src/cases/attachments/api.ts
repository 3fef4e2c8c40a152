import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { deskRoles, withActor } from '../../platform/database/actor.ts';
import { KeyMissing } from '../../platform/files/keys.ts';
import { Damaged } from '../../platform/files/seal.ts';
import type { FilesContext } from '../../platform/files/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { journalRead } from '../../platform/journal.ts';
import type { AttachmentsAnswer } from './contract.ts';
import { type AttachedFile, findAttachedFile, isCase, listAttachments } from './store.ts';

/** What came from outside is shown and does nothing: no script, no form, no way to this site's pages. */
const inert = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'application/pdf': 'pdf' };

function headersOf({ title, mediaType }: AttachedFile, isDownload: boolean): Record<string, string> {
  const name = `${title.replace(/[^\p{L}\p{N} ._()-]+/gu, '_').slice(0, 100)}.${endings[mediaType] ?? 'bin'}`;
  return {
    'content-type': mediaType,
    'content-disposition': `${isDownload ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    'content-security-policy': inert,
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

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
  try {
    const bytes = await context.vault.open(file);
    return new Response(new Uint8Array(bytes), { headers: headersOf(file, c.req.query('download') !== undefined) });
  } catch (error) {
    if (!(error instanceof KeyMissing || error instanceof Damaged)) throw error;
    context.log.error({ err: error }, 'an attachment cannot be read');
    return error instanceof KeyMissing
      ? problem(503, 'file_key_missing', 'The key this file was sealed with is missing. The administrator puts it back from the backup.')
      : problem(500, 'file_damaged', 'The file is not what was kept, so it is not shown. Tell the administrator.');
  }
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
