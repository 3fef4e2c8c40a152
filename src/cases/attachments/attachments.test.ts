import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { createVault } from '../../platform/files/vault.ts';
import { parseKeys } from '../../platform/files/keys.ts';
import { removeBytes } from '../../platform/files/sweep.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { buildPages } from '../../testing/documents.ts';
import { useVault } from '../../testing/files.ts';
import type { AttachmentsAnswer } from './contract.ts';

const db = useDatabase();
const stage = useVault();
let platform: TestApp;
let agent: Browser;
let colleague: Browser;
let photograph: Buffer;
beforeAll(async () => {
  platform = buildApp(db(), stage().vault);
  agent = await signInAs(platform, db(), 'agent');
  colleague = await signInAs(platform, db(), 'cell_manager', agent.actor.organizationId);
  photograph = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
});

const run = (actor: Actor, kind: string, payload: object) => testRunner(db()).run(actor, command(kind, payload));
/** Past all policies. */
async function query(sql: string, values: unknown[] = []) {
  const administrator = new Client({ connectionString: db().adminUrl });
  await administrator.connect();
  try {
    return (await administrator.query(sql, values)).rows;
  } finally {
    await administrator.end();
  }
}

/** One more agent of the same cell. */
async function anotherAgent(): Promise<Browser> {
  const { organizationId } = agent.actor;
  const other = await signInAs(platform, db(), 'agent');
  const { userId } = other.actor;
  await db().auth.query('insert into access.membership (user_id, organization_id, role) values ($1, $2, $3)', [
    userId,
    organizationId,
    'agent',
  ]);
  return {
    ...other,
    actor: { userId, organizationId, role: 'agent' },
    get: (path) => other.get(`${path}?organization=${organizationId}`),
    put: (path, file) => other.put(path, file, { 'x-istiqbal-organization': organizationId }),
  };
}

async function openCase(actor: Actor): Promise<string> {
  const caseId = randomUUID();
  await mustRun(testRunner(db()), actor, 'cases.open', { caseId, needs: ['health'] });
  return caseId;
}
async function sendFile(by: Browser, bytes: Uint8Array = photograph): Promise<string> {
  const fileId = randomUUID();
  const answer = await by.put(`/api/files/${fileId}`, bytes);
  if (!answer.ok) throw new Error(`the file was refused: ${await answer.text()}`);
  return fileId;
}
const payloadOf = (caseId: string, fileId: string, over: object = {}) => ({
  attachmentId: randomUUID(),
  caseId,
  fileId,
  kind: 'document' as const,
  title: 'Attestation inventée',
  restricted: false,
  ...over,
});
async function attach(by: Browser, over: object = {}, bytes?: Uint8Array) {
  const caseId = await openCase(by.actor);
  const payload = payloadOf(caseId, await sendFile(by, bytes), over);
  await mustRun(testRunner(db()), by.actor, 'cases.attach', payload);
  return { ...payload, address: `/api/cases/${caseId}/attachments/${payload.attachmentId}` };
}
const list = async (by: Browser, caseId: string) => (await (await by.get(`/api/cases/${caseId}/attachments`)).json()) as AttachmentsAnswer;
const statusOf = async (by: Browser, address: string): Promise<number> => (await by.get(address)).status;

describe('an attachment', () => {
  it('is listed and read by the cell, each reading with its trace', async () => {
    const { caseId, attachmentId, address } = await attach(agent);
    expect(await list(colleague, caseId)).toMatchObject({
      attachments: [
        {
          id: attachmentId,
          kind: 'document',
          title: 'Attestation inventée',
          mediaType: 'image/jpeg',
          attachedBy: 'Testeuse Inventée',
          removedAt: null,
        },
      ],
      largest: 10_000_000,
    });
    const answer = await colleague.get(address);
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ format: 'jpeg', width: 60 });
    const traces = await query(`select user_id from platform.journal where subject_id = $1 and kind = 'file_read'`, [attachmentId]);
    expect(traces).toEqual([{ user_id: colleague.actor.userId }]);
  });

  it.each([
    ['a picture', () => photograph, 'image/jpeg', 'jpg'],
    ['a PDF', () => buildPages(), 'application/pdf', 'pdf'],
  ])('%s goes out harmless', async (_name, bytes, type, ending) => {
    const { address } = await attach(agent, { title: 'Carte "de" séjour / بطاقة' }, bytes());
    const { headers } = await agent.get(address);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    const name = encodeURIComponent(`Carte _de_ séjour _ بطاقة.${ending}`);
    expect(headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${name}`);
    expect((await agent.get(`${address}?download`)).headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  it('does not exist for another organisation, nor for the wrong case', async () => {
    const { caseId, address, attachmentId } = await attach(agent);
    const stranger = await signInAs(platform, db(), 'agent');
    expect(await statusOf(stranger, address)).toBe(404);
    expect(await statusOf(stranger, `/api/cases/${caseId}/attachments`)).toBe(404);
    const otherCase = await openCase(agent.actor);
    expect(await statusOf(agent, `/api/cases/${otherCase}/attachments/${attachmentId}`)).toBe(404);
    const answer = await run(stranger.actor, 'cases.remove_attachment', { attachmentId, caseId, reason: 'Essai' });
    expect(answer).toMatchObject({ code: 'attachment_not_found' });
    expect(await query('select from platform.journal where subject_id = $1', [attachmentId])).toEqual([]);
  });

  it.each(['partner', 'coordinator', 'administrator', 'programme'] as const)('is nothing for a %s', async (role) => {
    const { address, caseId } = await attach(agent);
    const other = await signInAs(platform, db(), role, agent.actor.organizationId);
    expect(await statusOf(other, address)).toBe(403);
    expect(await statusOf(other, `/api/cases/${caseId}/attachments`)).toBe(403);
  });

  it('whose sealed bytes were changed is not shown, and the log names nobody', async () => {
    const { address, fileId } = await attach(agent, { title: 'Radiographie imaginaire' });
    const [{ blob }] = await query('select blob from files.file where id = $1', [fileId]);
    const path = join(stage().folder, blob.slice(0, 2), blob);
    const bytes = readFileSync(path);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const answer = await agent.get(address);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ code: 'file_damaged' });
    expect(platform.logged()).not.toContain('Radiographie');
  });

  it('whose master key is missing says so', async () => {
    const { address } = await attach(agent);
    const { blobs } = stage().vault;
    const without = buildApp(db(), createVault(blobs, parseKeys(`autre:${'2'.repeat(64)}`, 'a test')));
    const reader = await signInAs(without, db(), 'agent');
    await db().auth.query('insert into access.membership (user_id, organization_id, role) values ($1, $2, $3)', [
      reader.actor.userId,
      agent.actor.organizationId,
      'agent',
    ]);
    const answer = await reader.get(`${address}?organization=${agent.actor.organizationId}`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'file_key_missing' });
  });
});

describe('a file', () => {
  it('is attached once', async () => {
    const { fileId, caseId } = await attach(agent);
    expect(await run(agent.actor, 'cases.attach', payloadOf(caseId, fileId))).toMatchObject({ code: 'file_already_attached' });
  });

  it('that somebody else sent is not attached, though they be a colleague', async () => {
    const fileId = await sendFile(agent);
    const caseId = await openCase(colleague.actor);
    expect(await run(colleague.actor, 'cases.attach', payloadOf(caseId, fileId))).toMatchObject({ code: 'file_not_found' });
  });

  it('that was never sent, or belongs to a case of others or to a closed one is refused', async () => {
    const caseId = await openCase(agent.actor);
    expect(await run(agent.actor, 'cases.attach', payloadOf(caseId, randomUUID()))).toMatchObject({ code: 'file_not_found' });
    const stranger = await signInAs(platform, db(), 'agent');
    const theirs = await openCase(stranger.actor);
    expect(await run(agent.actor, 'cases.attach', payloadOf(theirs, await sendFile(agent)))).toMatchObject({ code: 'case_not_found' });
    await mustRun(testRunner(db()), agent.actor, 'cases.move', { caseId, action: 'solve' });
    expect(await run(agent.actor, 'cases.attach', payloadOf(caseId, await sendFile(agent)))).toMatchObject({ code: 'case_already_closed' });
  });

  it('is never named in the journal: a title can say what a person suffers from', async () => {
    const { caseId } = await attach(agent, { title: 'Titre inventé délicat' });
    const rows = await query('select payload::text from platform.journal where subject_id = $1', [caseId]);
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain('délicat');
  });
});

describe('a restricted attachment', () => {
  const titles = async (by: Browser, caseId: string): Promise<string[]> => (await list(by, caseId)).attachments.map((a) => a.title);
  const entrust = (userId: string) => query('update access.membership set reads_restricted = true where user_id = $1', [userId]);

  it('is hidden from an ordinary colleague, bytes and title', async () => {
    const author = await anotherAgent();
    const { caseId, address, fileId, attachmentId } = await attach(author, { restricted: true });
    await query('update cases."case" set assigned_to = null where id = $1', [caseId]);
    expect(await titles(colleague, caseId)).toEqual([]);
    expect(await statusOf(colleague, address)).toBe(404);
    // Nor does the database itself show or change it, asked without any condition.
    await withActor(db().app, colleague.actor, async (tx) => {
      expect((await tx.query('select from files.file where id = $1', [fileId])).rowCount).toBe(0);
      await tx.query(`update cases.attachment set removed_by = access.acting_user(), removed_at = now(), removal_reason = 'essai'`);
    });
    expect(await query('select removed_at from cases.attachment where id = $1', [attachmentId])).toEqual([{ removed_at: null }]);
    expect(await titles(author, caseId)).toEqual(['Attestation inventée']);
    expect(await statusOf(author, address)).toBe(200);
  });

  it('is seen by who follows the case and by those entrusted with it', async () => {
    const { caseId, address } = await attach(agent, { restricted: true });
    const follower = await anotherAgent();
    const entrusted = await anotherAgent();
    for (const other of [follower, entrusted]) expect(await statusOf(other, address)).toBe(404);
    await query('update cases."case" set assigned_to = $2 where id = $1', [caseId, follower.actor.userId]);
    await entrust(entrusted.actor.userId);
    for (const other of [follower, entrusted]) {
      expect(await statusOf(other, address)).toBe(200);
      expect(await titles(other, caseId)).toEqual(['Attestation inventée']);
    }
  });

  it('is not removed by someone who does not see it', async () => {
    const { caseId, attachmentId } = await attach(agent, { restricted: true });
    await query('update cases."case" set assigned_to = null where id = $1', [caseId]);
    const answer = await run(colleague.actor, 'cases.remove_attachment', { attachmentId, caseId, reason: 'Essai' });
    expect(answer).toMatchObject({ code: 'attachment_not_found' });
  });
});

describe('removing an attachment', () => {
  it('takes its bytes away for good and leaves who, when and why', async () => {
    const { caseId, attachmentId, address, fileId } = await attach(agent);
    const [{ blob }] = await query('select blob from files.file where id = $1', [fileId]);
    await mustRun(testRunner(db()), colleague.actor, 'cases.remove_attachment', { attachmentId, caseId, reason: 'Mauvaise personne' });
    expect(await query('select from files.file where id = $1', [fileId])).toEqual([]);
    expect(await statusOf(agent, address)).toBe(404);
    expect((await list(agent, caseId)).attachments).toMatchObject([
      { title: 'Attestation inventée', mediaType: null, removedBy: 'Testeuse Inventée', removalReason: 'Mauvaise personne' },
    ]);
    // The worker takes the bytes themselves.
    const jobs = await query(`select data from pgboss.job where data ->> 'name' = 'remove_file_bytes' and data -> 'data' ->> 'blob' = $1`, [
      blob,
    ]);
    expect(jobs).toHaveLength(1);
    const there = (): boolean => readdirSync(stage().folder, { recursive: true }).some((name) => String(name).endsWith(blob));
    expect(there()).toBe(true);
    for (let times = 0; times < 2; times++)
      await inTransaction(db().app, async (tx) => removeBytes(stage().vault.blobs).remove_file_bytes?.([{ blob }], tx));
    expect(there()).toBe(false);
  });

  it('twice is refused, and so is removing without saying why', async () => {
    const { caseId, attachmentId } = await attach(agent);
    expect(await run(agent.actor, 'cases.remove_attachment', { attachmentId, caseId, reason: ' ' })).toMatchObject({
      code: 'invalid_fields',
    });
    await mustRun(testRunner(db()), agent.actor, 'cases.remove_attachment', { attachmentId, caseId, reason: 'Doublon' });
    expect(await run(agent.actor, 'cases.remove_attachment', { attachmentId, caseId, reason: 'Doublon' })).toMatchObject({
      code: 'attachment_removed',
    });
  });
});
