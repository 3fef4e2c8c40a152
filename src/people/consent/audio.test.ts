import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { buildWav, useVault } from '../../testing/files.ts';
import type { ConsentAudioAnswer } from './contract.ts';

const db = useDatabase();
const stage = useVault();
let platform: TestApp;
let head: Browser;
let agent: Browser;
beforeAll(async () => {
  platform = buildApp(db(), stage().vault);
  head = await signInAs(platform, db(), 'cell_manager');
  agent = await signInAs(platform, db(), 'agent', head.actor.organizationId);
});

const text = { purpose: 'file', language: 'rif', version: '2026-11' };
async function sendSound(browser: Browser, samples = 400): Promise<string> {
  const fileId = randomUUID();
  expect((await browser.put(`/api/files/${fileId}`, buildWav({ samples, beside: 'GPS' }))).status).toBe(200);
  return fileId;
}
const listed = async (browser: Browser): Promise<ConsentAudioAnswer['audio']> =>
  ((await (await browser.get('/api/people/consent/audio')).json()) as ConsentAudioAnswer).audio;

it('a voice recorded by the head of the cell is heard by the whole cell, and by nobody else', async () => {
  const fileId = await sendSound(head);
  await mustRun(testRunner(db()), head.actor, 'people.set_consent_audio', { ...text, fileId });
  expect(await listed(agent)).toMatchObject([{ ...text, fileId }]);
  const answer = await agent.get(`/api/people/consent/audio/${fileId}`);
  expect(answer.headers.get('content-type')).toBe('audio/wav');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(buildWav());
  const stranger = await signInAs(platform, db(), 'agent');
  expect(await listed(stranger)).toEqual([]);
  expect((await stranger.get(`/api/people/consent/audio/${fileId}`)).status).toBe(404);
});

it('a player that asks for a part gets that part', async () => {
  const fileId = await sendSound(head);
  await mustRun(testRunner(db()), head.actor, 'people.set_consent_audio', { ...text, language: 'ar', fileId });
  const ask = (range: string) => agent.get(`/api/people/consent/audio/${fileId}`, { range });
  const part = await ask('bytes=4-7');
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 4-7/844']);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(buildWav().subarray(4, 8));
  expect((await ask('bytes=800-')).headers.get('content-range')).toBe('bytes 800-843/844');
  for (const odd of ['bytes=900-', 'bytes=-5', 'lines=1-2']) expect((await ask(odd)).status).toBe(200);
});

it('another recording takes the place of the one before, whose key goes', async () => {
  const first = await sendSound(head);
  await mustRun(testRunner(db()), head.actor, 'people.set_consent_audio', { ...text, purpose: 'photo', fileId: first });
  const second = await sendSound(head, 800);
  await mustRun(testRunner(db()), head.actor, 'people.set_consent_audio', { ...text, purpose: 'photo', fileId: second });
  expect((await listed(agent)).filter((a) => a.purpose === 'photo')).toMatchObject([{ fileId: second }]);
  expect((await agent.get(`/api/people/consent/audio/${first}`)).status).toBe(404);
  await mustRun(testRunner(db()), head.actor, 'people.set_consent_audio', { ...text, purpose: 'photo' });
  expect((await listed(agent)).filter((a) => a.purpose === 'photo')).toEqual([]);
});

it('an agent records nothing for the cell, and a sound is attached to no case', async () => {
  const fileId = await sendSound(agent);
  expect(await testRunner(db()).run(agent.actor, command('people.set_consent_audio', { ...text, fileId }))).toMatchObject({
    code: 'not_allowed',
  });
  const caseId = randomUUID();
  await mustRun(testRunner(db()), agent.actor, 'cases.open', { caseId, needs: ['health'] });
  const attach = { attachmentId: randomUUID(), caseId, fileId, kind: 'document', title: 'Son', restricted: false };
  expect(await testRunner(db()).run(agent.actor, command('cases.attach', attach))).toMatchObject({ code: 'file_not_found' });
});
