import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { sweepFiles } from '../platform/files/sweep.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../testing/app.ts';
import { command, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { useVault } from '../testing/files.ts';
import { buildPages } from '../testing/documents.ts';
import type { ActionView } from './contract.ts';

const db = useDatabase();
const stage = useVault();
let platform: TestApp;
let owner: Browser;
let partner: Browser;
let elsewhere: Browser;
let photograph: Buffer;
const actionId = randomUUID();
const stepId = randomUUID();

beforeAll(async () => {
  platform = buildApp(db(), stage().vault);
  owner = await signInAs(platform, db(), 'coordinator');
  partner = await signInAs(platform, db(), 'partner');
  elsewhere = await signInAs(platform, db(), 'cell_manager');
  photograph = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();
  const plan = {
    title: { fr: 'Ouvrir une cellule' },
    themes: ['cells'],
    audiences: [],
    communeCodes: [],
    recommendations: [],
    rhythmDays: 30,
  };
  await send(owner, 'plan_action', { actionId, ...plan });
  await send(owner, 'move_action', { actionId, act: 'begin' });
  const step = { stepId, actionId, title: { fr: 'Ouverture' }, weight: 1, dueOn: null, isMilestone: true };
  await send(owner, 'set_step', { ...step, organizationId: partner.actor.organizationId });
  await send(partner, 'end_step', { stepId, ending: 'done' });
}, 60_000);

/** `done`, or why not. */
async function send({ actor }: Browser, kind: string, payload: object, now?: Date): Promise<string> {
  const answer = await testRunner(db(), now && (() => now)).run(actor, command(`coordination.${kind}`, payload, now));
  return answer.status === 'done' ? 'done' : answer.code;
}
const proof = (over: object = {}) => ({
  proofId: randomUUID(),
  actionId,
  stepId,
  kind: 'photo',
  datedOn: '2026-01-15',
  words: { fr: 'La porte de la cellule' },
  isPublic: false,
  ...over,
});
async function sent(browser: Browser, bytes: Uint8Array = photograph): Promise<string> {
  const fileId = randomUUID();
  expect((await browser.put(`/api/files/${fileId}`, bytes)).status).toBe(200);
  return fileId;
}
const view = async (browser: Browser): Promise<ActionView> => (await browser.get(`/api/coordination/actions/${actionId}`)).json();
const statusOf = async (browser: Browser, proofId: string) => (await browser.get(`/api/coordination/proofs/${proofId}/file`)).status;
const publicFile = (proofId: string) => platform.app.request(`/fr/coordination/proofs/${proofId}`);

describe('a photograph that proves a milestone', () => {
  const shown = proof();
  it('is sent by whoever takes part, and counts', async () => {
    const fileId = await sent(partner);
    expect((await view(owner)).progress).toBe(0);
    expect(await send(partner, 'add_proof', { ...shown, fileId })).toBe('done');
    const { progress, proofs } = await view(owner);
    expect(progress).toBe(1);
    expect(proofs[0]).toMatchObject({
      kind: 'photo',
      file: { mediaType: 'image/jpeg' },
      organization: { id: partner.actor.organizationId },
    });
  });
  it('stays when what nobody attached is swept after a day', async () => {
    const forgotten = await sent(partner);
    await db().asOwner((client) => client.query(`update files.file set sent_at = now() - interval '2 days'`));
    await sweepFiles(db().app, stage().vault.blobs, new AbortController().signal);
    const { rows } = await db().asOwner((client) => client.query<{ id: string }>('select id from files.file'));
    expect(rows.map((r) => r.id)).not.toContain(forgotten);
    expect(await statusOf(partner, shown.proofId)).toBe(200);
  });
  it('is seen by all who work on the platform and by nobody else, until it is marked public and its action published', async () => {
    const administrator = await signInAs(platform, db(), 'administrator');
    expect(await statusOf(elsewhere, shown.proofId)).toBe(200);
    expect(await statusOf(administrator, shown.proofId)).toBe(403);
    expect((await publicFile(shown.proofId)).status).toBe(404);
    expect(await send(owner, 'publish', { subjectKind: 'action', subjectId: actionId, publishes: true })).toBe('done');
    expect((await publicFile(shown.proofId)).status).toBe(404);
    expect(await send(elsewhere, 'show_proof', { proofId: shown.proofId, isPublic: true })).toBe('not_yours_to_decide');
    expect(await send(partner, 'show_proof', { proofId: shown.proofId, isPublic: true })).toBe('done');
    const answer = await publicFile(shown.proofId);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(await (await platform.app.request(`/fr/coordination/${actionId}`)).text()).toContain(`/fr/coordination/proofs/${shown.proofId}`);
    expect(await send(owner, 'publish', { subjectKind: 'action', subjectId: actionId, publishes: false })).toBe('done');
    expect((await publicFile(shown.proofId)).status).toBe(404);
    expect(await send(owner, 'publish', { subjectKind: 'action', subjectId: actionId, publishes: true })).toBe('done');
  });
  it('taken back leaves the reason, takes its bytes along and counts no more', async () => {
    expect(await send(owner, 'withdraw_proof', { proofId: shown.proofId, reason: 'Un visage' })).toBe('not_yours_to_decide');
    expect(await send(partner, 'withdraw_proof', { proofId: shown.proofId, reason: 'On y voit un visage' })).toBe('done');
    const { progress, proofs } = await view(owner);
    expect(progress).toBe(0);
    expect(proofs[0]).toMatchObject({ file: null, isPublic: false, withdrawn: { because: 'On y voit un visage' } });
    expect((await publicFile(shown.proofId)).status).toBe(404);
    expect(await statusOf(partner, shown.proofId)).toBe(404);
    expect(await send(partner, 'withdraw_proof', { proofId: shown.proofId, reason: 'Encore' })).toBe('proof_withdrawn');
    expect(await send(partner, 'show_proof', { proofId: shown.proofId, isPublic: true })).toBe('proof_withdrawn');
  });
});

describe('a document', () => {
  it('belongs to one proof, and to whoever sent it', async () => {
    const fileId = await sent(partner, await buildPages({ pages: 2 }));
    expect(await send(owner, 'add_proof', proof({ kind: 'document', fileId }))).toBe('file_not_found');
    expect(await send(partner, 'add_proof', proof({ kind: 'document', fileId }))).toBe('done');
    expect(await send(partner, 'add_proof', proof({ kind: 'document', fileId }))).toBe('file_already_attached');
  });
  it('that never arrived is no proof', async () => {
    expect(await send(partner, 'add_proof', proof({ kind: 'document', fileId: randomUUID() }))).toBe('file_not_found');
  });
});

describe('the day of a proof', () => {
  it('is one that has begun in the region, even where it has not begun by UTC', async () => {
    const { rows } = await db().app.query<{ today: string; tomorrow: string }>(
      `select directory.today()::text as today, (directory.today() + 1)::text as tomorrow`,
    );
    const said = { kind: 'statement', words: { fr: 'Dit en réunion' } };
    expect(await send(partner, 'add_proof', proof({ ...said, datedOn: rows[0]?.tomorrow }))).toBe('date_ahead');
    // The server's own clock, at an hour that is still yesterday by UTC, changes nothing of it.
    const yesterday = new Date(Date.parse(`${rows[0]?.today}T00:00:00Z`) - 1_800_000);
    expect(await send(partner, 'add_proof', proof({ ...said, datedOn: rows[0]?.today }), yesterday)).toBe('done');
  });
});
