import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, buildApp, signInAs } from '../../testing/app.ts';
import { command, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { buildPages } from '../../testing/documents.ts';
import { useVault } from '../../testing/files.ts';
import type { MeetingView } from './contract.ts';

const db = useDatabase();
const stage = useVault();
const meetingId = randomUUID();
const [paper, sheet] = [randomUUID(), randomUUID()];
let holder: Browser;
let guest: Browser;

const send = async (browser: Browser, kind: string, payload: object) => {
  const answer = await testRunner(db()).run(browser.actor, command(`coordination.${kind}`, payload));
  return answer.status === 'done' ? 'done' : answer.code;
};
async function sent(browser: Browser): Promise<string> {
  const fileId = randomUUID();
  expect((await browser.put(`/api/files/${fileId}`, await buildPages({ pages: 1 }))).status).toBe(200);
  return fileId;
}
const open = async (browser: Browser, id: string) => (await browser.get(`/api/coordination/meetings/${meetingId}/documents/${id}`)).status;
const titles = async (browser: Browser) =>
  ((await (await browser.get(`/api/coordination/meetings/${meetingId}`)).json()) as MeetingView).documents.map((each) => each.title);

beforeAll(async () => {
  const platform = buildApp(db(), stage().vault);
  holder = await signInAs(platform, db(), 'coordinator');
  guest = await signInAs(platform, db(), 'partner');
  const { rows } = await db().app.query<{ today: string }>('select directory.today()::text as today');
  await send(holder, 'create_meeting', {
    meetingId,
    kind: 'workshop',
    title: { fr: 'Atelier inventé' },
    inviteAsBefore: false,
    heldOn: rows[0]?.today,
    endedOn: null,
    begins: '09:00',
    ends: '12:00',
    place: 'Salle inventée',
    link: null,
  });
}, 60_000);

it('a paper of a meeting is kept sealed, and read by all once the meeting is called', async () => {
  const fileId = await sent(holder);
  const added = { documentId: paper, meetingId, fileId, kind: 'paper', title: 'Note de préparation' };
  expect(await send(guest, 'add_meeting_document', added)).toBe('meeting_not_found');
  expect(await send(holder, 'add_meeting_document', added)).toBe('done');
  expect(await send(holder, 'add_meeting_document', { ...added, documentId: randomUUID() })).toBe('file_already_attached');
  expect([await open(holder, paper), await open(guest, paper)]).toEqual([200, 404]);
  expect(await send(holder, 'move_meeting', { meetingId, act: 'call' })).toBe('done');
  expect([await open(holder, paper), await open(guest, paper)]).toEqual([200, 200]);
});
it('the scan of the sheet that people signed is seen by those who hold the meeting alone', async () => {
  const fileId = await sent(holder);
  expect(
    await send(holder, 'add_meeting_document', { documentId: sheet, meetingId, fileId, kind: 'signed_sheet', title: 'Feuille signée' }),
  ).toBe('done');
  expect([await open(holder, sheet), await open(guest, sheet)]).toEqual([200, 404]);
  expect([await titles(holder), await titles(guest)]).toEqual([['Note de préparation', 'Feuille signée'], ['Note de préparation']]);
});
it('taken away, its file cannot be read any more by anybody', async () => {
  expect(await send(guest, 'remove_meeting_document', { meetingId, documentId: paper })).toBe('not_yours_to_decide');
  expect(await send(holder, 'remove_meeting_document', { meetingId, documentId: paper })).toBe('done');
  expect(await titles(holder)).toEqual(['Feuille signée']);
  const { rows } = await db().asOwner((owner) => owner.query('select from files.file'));
  expect(rows).toHaveLength(1);
});
it('the code for the wall and the sheet to sign are given to those who hold the meeting', async () => {
  const asked = (browser: Browser, what: string) => browser.get(`/api/coordination/meetings/${meetingId}/${what}`);
  const code = await asked(holder, 'code.svg?language=ar');
  expect([code.status, code.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect((await asked(guest, 'code.svg')).status).toBe(404);
  expect((await asked(guest, 'sheet.pdf')).status).toBe(404);
  expect((await asked(guest, 'attendance')).status).toBe(404);
  expect((await asked(guest, 'invitations')).status).toBe(404);
  const printed = await asked(holder, 'sheet.pdf?language=ar');
  expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
});
