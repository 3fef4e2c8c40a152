import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { buildMeeting } from '../../testing/builders.ts';
import { command } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { pressed, readDocx, readPdf } from '../../testing/printed.ts';
import type { MinutesView } from './contract.ts';

const db = useDatabase();
let platform: TestApp;
let secretary: Browser;
let partner: Browser;
let meetingId: string;
const groupId = randomUUID();

beforeAll(async () => {
  platform = buildApp(db());
  secretary = await signInAs(platform, db(), 'coordinator');
  partner = await signInAs(platform, db(), 'partner');
  const { organizationId } = secretary.actor;
  meetingId = await buildMeeting(db(), organizationId, 'held');
  await db().asOwner((client) =>
    client.query(`
      update coordination.meeting set opening = '{"fr": "La séance a duré un matin.", "ar": "دامت الجلسة صباحا."}' where id = '${meetingId}';
      insert into coordination.meeting_group (id, meeting_id, position, title)
        values ('${groupId}', '${meetingId}', 1, '{"fr": "Groupe des cellules", "ar": "مجموعة الخلايا"}');
      insert into coordination.agenda_item (id, meeting_id, position, kind, title, minutes) values
        (gen_random_uuid(), '${meetingId}', 1, 'plenary', '{"fr": "Ouverture", "ar": "الافتتاح"}', 30),
        (gen_random_uuid(), '${meetingId}', 2, 'break', '{"fr": "Pause café"}', 15);
      insert into coordination.attendance (id, meeting_id, organization_id, words, sex, by_hand) values
        (gen_random_uuid(), '${meetingId}', '${organizationId}', null, 'f', true), (gen_random_uuid(), '${meetingId}', null, 'Testa Inventée', 'm', true)`),
  );
  const send = async (kind: string, payload: object) => {
    const answer = await secretary.post('/api/commands', { commands: [command(`coordination.${kind}`, payload)] });
    expect(await answer.json()).toMatchObject({ answers: [{ status: 'done' }] });
  };
  await send('write_note', {
    ...{ noteId: randomUUID(), meetingId, groupId, kind: 'difficulty', words: { fr: 'Pas d’interprète le jeudi' }, position: 1 },
  });
  await send('record_decision', {
    decisionId: randomUUID(),
    meetingId,
    words: { fr: 'Ouvrir le samedi' },
    ownerId: null,
    dueOn: '2026-06-30',
  });
});
const address = (file: string, query = '') => `/api/coordination/meetings/${meetingId}/minutes.${file}${query}`;
const fetched = async (file: string, query: string): Promise<Uint8Array> => {
  const answer = await secretary.get(address(file, query));
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};

describe.each([
  ['pdf', readPdf],
  ['docx', readDocx],
] as const)('minutes as %s', (file, read) => {
  it('say in French who came in figures, what was said in each group and what was decided, and name nobody', async () => {
    const { said } = await read(await fetched(file, '?language=fr'));
    for (const text of [
      'Compte rendu – Atelier inventé',
      'Projet de compte rendu, pas encore validé',
      'La séance a duré un matin.',
      'Femmes1',
      'Ouverture30 minutes',
      'Groupe des cellules',
      'Difficulté – Pas d’interprète le jeudi',
      '2026-03-12/1Ouvrir le samedi',
      '30 juin 2026',
    ])
      expect(said).toContain(pressed(text));
    expect(said).not.toContain(pressed('Testa Inventée'));
    expect(said).not.toContain('Pause');
  }, 60_000);

  it('in Arabic stand from the right, its words and what was said in French each in its own way', async () => {
    const { at, said } = await read(await fetched(file, '?language=ar'));
    // A letter that only the meeting's title holds, and the columns of the table of decisions.
    expect(at('ش')).toBeGreaterThan(300);
    expect(at('2026-03-12/1')).toBeGreaterThan(at('Ouvrir le samedi'));
    expect(said).toContain(pressed('Pas d’interprète le jeudi'));
  }, 60_000);
});

describe('the files of the minutes', () => {
  it('are a draft for those who hold the meeting, nothing for others, and a version for all who sign in', async () => {
    for (const file of ['pdf', 'docx']) {
      expect((await partner.get(address(file))).status).toBe(404);
      expect((await partner.get(address(file, '?version=draft'))).status).toBe(404);
      expect((await platform.app.request(address(file))).status).toBe(401);
    }
    const administrator = await signInAs(platform, db(), 'administrator');
    expect((await administrator.get(address('pdf'))).status).toBe(403);
    const view = (await (await secretary.get(`/api/coordination/meetings/${meetingId}/minutes`)).json()) as MinutesView;
    const validation = command('coordination.validate_minutes', { minutesId: randomUUID(), meetingId, mark: view.draft?.mark });
    expect(await (await secretary.post('/api/commands', { commands: [validation] })).json()).toMatchObject({
      answers: [{ status: 'done' }],
    });
    const version = await partner.get(address('pdf', '?version=1'));
    expect(version.status).toBe(200);
    expect(version.headers.get('content-disposition')).toContain('minutes-2026-03-12-fr.pdf');
    expect(readPdf(new Uint8Array(await version.arrayBuffer())).said).toContain(pressed('Version 1, validée le'));
    expect((await partner.get(address('pdf', '?version=2'))).status).toBe(404);
    expect((await partner.get(address('pdf', '?version=draft'))).status).toBe(404);
  });
  it('asked for in another way are refused with what can be asked', async () => {
    expect((await secretary.get(address('pdf', '?language=xx'))).status).toBe(400);
    expect((await secretary.get('/api/coordination/decisions?meetingId=x')).status).toBe(400);
    expect((await secretary.get(`/api/coordination/meetings/${randomUUID()}/minutes.pdf`)).status).toBe(404);
  });
});
