import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import { paperPdf } from '../../../platform/documents/index.ts';
import { buildApp, type TestApp } from '../../../testing/app.ts';
import { buildActor, buildOrganization } from '../../../testing/builders.ts';
import { command, testRunner } from '../../../testing/commands.ts';
import { useDatabase } from '../../../testing/database.ts';
import { readAttendance, viewMeeting } from '../store.ts';
import { presencePath } from './link.ts';
import { sheetPaper } from './sheet.ts';

const db = useDatabase();
const [meetingId, groupId] = [randomUUID(), randomUUID()];
let coordinator: Actor;
let partner: Actor;
let platform: TestApp;
let today = '';
const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const send = async (actor: Actor, kind: string, payload: object) => {
  const answer = await testRunner(db()).run(actor, command(`coordination.${kind}`, payload));
  return answer.status === 'done' ? 'done' : answer.code;
};
const when = (heldOn: string) => ({ heldOn, endedOn: null, begins: '09:00', ends: '12:00', place: 'Salle inventée', link: null });
const row = (over: object = {}) => ({
  attendanceId: randomUUID(),
  meetingId,
  organizationId: null,
  words: 'Université inventée',
  role: 'Enseignante',
  sex: 'f',
  groupId: null,
  ...over,
});
const see = (actor: Actor) => withActor(db().app, actor, (tx) => viewMeeting(tx, actor, meetingId, 'fr'));

beforeAll(async () => {
  const [coordination, association] = [
    await buildOrganization(db(), 'Coordination inventée'),
    await buildOrganization(db(), 'Association inventée'),
  ];
  coordinator = await buildActor(db(), 'coordinator', coordination);
  partner = await buildActor(db(), 'partner', association);
  await db().asOwner((owner) =>
    owner.query(`update directory.organization set organization_type = 'association' where id = $1`, [association]),
  );
  platform = buildApp(db());
  const { rows } = await db().app.query<{ today: string }>('select directory.today()::text as today');
  today = rows[0]?.today ?? '';
  await send(coordinator, 'create_meeting', {
    meetingId,
    kind: 'workshop',
    title: { fr: 'Atelier inventé', ar: 'ورشة مخترعة' },
    inviteAsBefore: false,
    ...when(inDays(3)),
  });
  await send(coordinator, 'set_meeting_group', { groupId, meetingId, title: { fr: 'Cellules' }, theme: 'cells', place: '' });
  await send(coordinator, 'invite', { meetingId, invitations: [{ invitationId: randomUUID(), organizationId: partner.organizationId }] });
});

describe('who came, typed from the sheet', () => {
  it('is not counted before the meeting is called', async () => {
    expect(await send(coordinator, 'record_attendance', row())).toBe('not_in_that_state');
    await send(coordinator, 'move_meeting', { meetingId, act: 'call' });
    expect(await send(coordinator, 'record_attendance', row())).toBe('done');
  });
  it('is one row for one person, by those who hold the meeting', async () => {
    const one = row({ organizationId: partner.organizationId, words: '', sex: 'm', groupId });
    expect(await send(coordinator, 'record_attendance', one)).toBe('done');
    expect(await send(coordinator, 'record_attendance', row({ groupId: randomUUID() }))).toBe('meeting_group_not_found');
    expect(await send(partner, 'record_attendance', row())).toBe('not_yours_to_decide');
    const mistake = row({ sex: 'unsaid' });
    expect(await send(coordinator, 'record_attendance', mistake)).toBe('done');
    expect(await send(coordinator, 'remove_attendance', { meetingId, attendanceId: mistake.attendanceId })).toBe('done');
    const { rows } = await withActor(db().app, coordinator, (tx) => readAttendance(tx, meetingId, 'fr'));
    expect(rows.map((each) => [each.organization?.name ?? each.words, each.sex, each.byHand])).toEqual([
      ['Association inventée', 'm', true],
      ['Université inventée', 'f', true],
    ]);
  });
  it('is read by others as numbers alone', async () => {
    expect((await see(partner))?.came).toEqual({
      all: 2,
      sex: { f: 1, m: 1 },
      kind: { association: 1, other: 1 },
      group: { [groupId]: 1 },
    });
    expect((await withActor(db().app, partner, (tx) => readAttendance(tx, meetingId, 'fr'))).rows).toEqual([]);
  });
  it('is not told by the journal', async () => {
    const { rows } = await db().asOwner((owner) =>
      owner.query(`select payload::text as said from platform.journal where kind = 'attendance_recorded'`),
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every((each) => !/Université|Enseignante|"f"|"m"/.test(each.said))).toBe(true);
  });
});

describe('the code on the wall', () => {
  const path = (language = 'fr') => presencePath(db().secret, language, meetingId, new Date());
  const post = (form: Record<string, string>) =>
    platform.app.request(path(), {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost' },
    });
  const form = (over: object = {}) => ({
    once: randomUUID(),
    organization: partner.organizationId,
    words: '',
    role: 'Présidente',
    sex: 'f',
    group: groupId,
    ...over,
  });
  const all = async () => (await see(coordinator))?.came.all;

  it('counts nobody on another day', async () => {
    const shown = await platform.app.request(path());
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('le jour de la rencontre');
    expect((await post(form())).status).toBe(410);
    expect(await all()).toBe(2);
  });
  it('asks on the day for an organisation, a role, a sex and a group, in four languages, and for no name', async () => {
    await send(coordinator, 'change_meeting', { meetingId, ...when(today) });
    for (const language of ['fr', 'ar', 'en', 'es']) {
      const html = await (await platform.app.request(path(language))).text();
      expect([...html.matchAll(/ name="([a-z]+)"/g)].map(([, name]) => name)).toEqual(
        expect.arrayContaining(['once', 'organization', 'words', 'role', 'sex', 'group']),
      );
      expect(html).not.toMatch(/ name="(name|nom|email|phone)"/);
    }
  });
  it('counts each person once, however often the form is sent', async () => {
    const mine = form();
    expect((await post(mine)).status).toBe(200);
    expect((await post(mine)).status).toBe(200);
    expect(await all()).toBe(3);
    expect((await see(coordinator))?.came.sex).toEqual({ f: 2, m: 1 });
  });
  it('takes the word of somebody from elsewhere, and no organisation that was not asked', async () => {
    await post(form({ organization: '', words: 'Journal inventé', sex: 'unsaid', group: '' }));
    await post(form({ organization: coordinator.organizationId, sex: 'unsaid', group: randomUUID() }));
    const { rows } = await withActor(db().app, coordinator, (tx) => readAttendance(tx, meetingId, 'fr'));
    expect(rows.slice(0, 2).map((each) => [each.organization, each.words, each.groupId, each.byHand])).toEqual([
      [null, null, null, false],
      [null, 'Journal inventé', null, false],
    ]);
  });
  it('asks again for what is missing, and a forged code opens nothing', async () => {
    expect((await post(form({ sex: '' }))).status).toBe(422);
    const forged = await platform.app.request(path().replace(meetingId, randomUUID()));
    expect(forged.status).toBe(410);
  });
});

it.each(['fr', 'ar'] as const)('the sheet to sign is printed in %s, with room for all who are awaited', async (language) => {
  const meeting = await see(coordinator);
  if (!meeting) throw new Error('the meeting is gone');
  const paper = sheetPaper(meeting, 30, language);
  expect(paper.blocks.at(-1)).toMatchObject({ kind: 'signatures', lines: 40 });
  const pdf = await paperPdf(paper);
  expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
});
