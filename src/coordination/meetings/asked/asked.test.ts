import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { buildApp, type TestApp } from '../../../testing/app.ts';
import { buildActor, buildOrganization } from '../../../testing/builders.ts';
import { command, testRunner } from '../../../testing/commands.ts';
import { useDatabase } from '../../../testing/database.ts';
import { listInvitations, viewMeeting } from '../store.ts';
import { answerPath, calendarPath, readAnswerToken } from './link.ts';
import { invitationWork } from './send.ts';

const db = useDatabase();
const address = 'https://istiqbal.example.org';
const meetingId = randomUUID();
const [partnerInvitation, outsideInvitation, silentInvitation] = [randomUUID(), randomUUID(), randomUUID()];
let coordinator: Actor;
let partner: Actor;
let silent = '';
let platform: TestApp;
let today = '';
const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

const send = async (actor: Actor, kind: string, payload: object) => {
  const answer = await testRunner(db()).run(actor, command(`coordination.${kind}`, payload));
  return answer.status === 'done' ? 'done' : answer.code;
};
const when = (over: object = {}) => ({
  heldOn: inDays(20),
  endedOn: null,
  begins: '09:00',
  ends: '12:00',
  place: 'Salle inventée; Oujda',
  link: null,
  ...over,
});
interface Letter {
  recipient: string;
  subject: string;
  body: string;
  calendar: string;
}
/** Does what was enqueued, and gives the letters it wrote. */
async function write(): Promise<Letter[]> {
  const work = invitationWork({ secret: db().secret, address, from: 'Istiqbal <istiqbal@example.org>' });
  await inTransaction(db().app, async (tx) => work['write_invitations']?.([{ meetingId }], tx));
  return db().asOwner(
    async (owner) => (await owner.query<Letter>('select recipient, subject, body, calendar from platform.message order by recipient')).rows,
  );
}
const unfold = (calendar: string | undefined) => calendar?.replaceAll('\r\n ', '') ?? '';
const invitations = () => withActor(db().app, coordinator, (tx) => listInvitations(tx, meetingId, 'fr'));
const statusOf = async (id: string) => (await invitations()).find((one) => one.id === id);

beforeAll(async () => {
  const [coordination, association] = [
    await buildOrganization(db(), 'Coordination "inventée"'),
    await buildOrganization(db(), 'Association inventée'),
  ];
  silent = await buildOrganization(db(), 'Sans adresse inventée');
  coordinator = await buildActor(db(), 'coordinator', coordination);
  partner = await buildActor(db(), 'partner', association);
  platform = buildApp(db());
  const { rows } = await db().app.query<{ today: string }>('select directory.today()::text as today');
  today = rows[0]?.today ?? '';
  await db().asOwner((owner) =>
    owner.query(
      `insert into directory.stewardship (organization_id, contact_email, language) values ($1, 'association@example.org', 'ar')`,
      [association],
    ),
  );
  await send(coordinator, 'create_meeting', {
    meetingId,
    kind: 'workshop',
    title: { fr: 'Atelier inventé', ar: 'ورشة مخترعة' },
    purpose: { fr: 'Préparer l’été, ensemble' },
    inviteAsBefore: false,
    ...when(),
  });
});
afterEach(() => db().asOwner((owner) => owner.query('delete from platform.message')));

describe('those who are asked to a meeting', () => {
  it('are not written to while it is prepared', async () => {
    const asked = [
      { invitationId: partnerInvitation, organizationId: partner.organizationId },
      { invitationId: silentInvitation, organizationId: silent },
      { invitationId: outsideInvitation, words: 'Université inventée', email: 'universite@example.org', language: 'es' },
    ];
    expect(await send(coordinator, 'invite', { meetingId, invitations: asked })).toBe('done');
    expect(await send(coordinator, 'invite', { meetingId, invitations: [{ ...asked[0], invitationId: randomUUID() }] })).toBe('done');
    expect(await send(partner, 'invite', { meetingId, invitations: asked })).toBe('meeting_not_found');
    expect(
      await send(coordinator, 'invite', { meetingId, invitations: [{ invitationId: randomUUID(), organizationId: randomUUID() }] }),
    ).toBe('organization_not_found');
    expect(await invitations()).toHaveLength(3);
    expect(await write()).toEqual([]);
  });
  it('get one letter in their language once it is called, with the appointment for their calendar', async () => {
    expect(await send(coordinator, 'move_meeting', { meetingId, act: 'call' })).toBe('done');
    const [association, university, ...others] = await write();
    expect(others).toEqual([]);
    expect(association).toMatchObject({ recipient: 'association@example.org', subject: 'دعوة: ورشة مخترعة' });
    expect(university).toMatchObject({ recipient: 'universite@example.org', subject: 'Invitación: Atelier inventé' });
    expect(university?.body).toContain(`${address}/es/meetings/answer/${outsideInvitation}.`);
    const calendar = unfold(university?.calendar);
    for (const line of [
      'METHOD:REQUEST',
      `UID:${meetingId}@istiqbal`,
      'SEQUENCE:0',
      'LOCATION:Salle inventée\\; Oujda',
      'STATUS:CONFIRMED',
      `ORGANIZER;CN="Coordination  inventée ":mailto:istiqbal@example.org`,
    ]) {
      expect(calendar.split('\r\n')).toContain(line);
    }
    expect(calendar).toMatch(/DTSTART:\d{8}T\d{6}Z\r\nDTEND:\d{8}T\d{6}Z/);
    expect(university?.calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(await write()).toHaveLength(2);
    expect(await statusOf(silentInvitation)).toMatchObject({ unreachable: true, writtenAt: null });
  });
  it('are not struck off once they were written to', async () => {
    expect(await send(coordinator, 'uninvite', { meetingId, invitationId: outsideInvitation })).toBe('invitation_written');
    expect(await send(coordinator, 'uninvite', { meetingId, invitationId: silentInvitation })).toBe('done');
  });
});

describe('an answer', () => {
  const path = (id = outsideInvitation) => answerPath(db().secret, 'fr', id, new Date());
  const post = (form: Record<string, string>, to = path()) =>
    platform.app.request(to, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost' },
    });
  it('is given on a page that changes nothing by being opened, in four languages, without a script', async () => {
    for (const language of ['fr', 'ar', 'en', 'es']) {
      const shown = await platform.app.request(path().replace('/fr/', `/${language}/`));
      expect(shown.status).toBe(200);
      expect(shown.headers.get('cache-control')).toBe('no-store');
      const html = await shown.text();
      expect(html).toContain('Université inventée');
      expect(html).toContain(`<form class="panel" action="${path().replace('/fr/', `/${language}/`)}" method="post">`);
      expect(html).not.toContain('universite@example.org');
    }
    expect(await statusOf(outsideInvitation)).toMatchObject({ status: 'asked' });
  });
  it('by the button is taken, may be changed, and says so', async () => {
    const taken = await post({ status: 'accepted', seats: '2', note: 'Nous viendrons à deux' });
    expect(taken.status).toBe(200);
    expect(await taken.text()).toContain('Les organisateurs savent que vous viendrez');
    expect(await statusOf(outsideInvitation)).toMatchObject({ status: 'accepted', seats: 2, note: 'Nous viendrons à deux' });
    await post({ status: 'declined', seats: '2', note: '' });
    expect(await statusOf(outsideInvitation)).toMatchObject({ status: 'declined', seats: null, note: '' });
  });
  it('that makes no sense is asked for again, and a forged link opens nothing', async () => {
    expect((await post({ status: 'perhaps' })).status).toBe(422);
    expect((await post({ status: 'accepted', seats: '-3' })).status).toBe(422);
    expect(await statusOf(outsideInvitation)).toMatchObject({ status: 'declined' });
    const forged = path().replace(outsideInvitation, partnerInvitation);
    expect(readAnswerToken(db().secret, forged.split('/').at(-1) ?? '', new Date())).toBeUndefined();
    expect((await platform.app.request(forged)).status).toBe(410);
    expect((await post({ status: 'accepted' }, forged)).status).toBe(410);
  });
  it('is given in the workspace too, by the organisation that was asked', async () => {
    const answer = { invitationId: partnerInvitation, status: 'tentative', seats: null, note: '' };
    expect(await send(coordinator, 'answer_invitation', answer)).toBe('not_yours_to_decide');
    expect(await send(partner, 'answer_invitation', answer)).toBe('done');
    const view = await withActor(db().app, partner, (tx) => viewMeeting(tx, partner, meetingId, 'fr'));
    expect(view).toMatchObject({ answer: 'tentative', mine: { status: 'tentative' }, takesAnswers: true, isOwn: false });
    expect(await withActor(db().app, partner, (tx) => listInvitations(tx, meetingId, 'fr'))).toHaveLength(1);
  });
});

describe('once it is called', () => {
  it('a reminder goes to those alone who have not answered, and to nobody who had a letter today', async () => {
    const late = randomUUID();
    await send(coordinator, 'invite', {
      meetingId,
      invitations: [{ invitationId: late, words: 'Faculté inventée', email: 'faculte@example.org', language: 'fr' }],
    });
    expect((await write()).map((letter) => letter.subject)).toEqual([expect.stringMatching(/^Invitation\s: Atelier inventé$/)]);
    await db().asOwner((owner) => owner.query('delete from platform.message'));
    const remind = () => send(coordinator, 'remind_invited', { meetingId });
    expect(await remind()).toBe('done');
    expect(await write()).toEqual([]);
    await db().asOwner((owner) => owner.query(`update coordination.invitation set written_at = written_at - interval '1 day'`));
    expect(await remind()).toBe('done');
    expect((await write()).map((letter) => [letter.recipient, letter.subject])).toEqual([
      ['faculte@example.org', expect.stringMatching(/^Votre réponse est attendue\s: Atelier inventé$/)],
    ]);
    await db().asOwner((owner) => owner.query('delete from platform.message'));
    expect(await remind()).toBe('done');
    expect(await write()).toEqual([]);
  });
  it('another day is told to all, counted for their calendars, and asks them anew', async () => {
    expect(await send(coordinator, 'change_meeting', { meetingId, ...when({ heldOn: inDays(25) }) })).toBe('done');
    const letters = await write();
    expect(letters).toHaveLength(3);
    expect(letters.map((letter) => unfold(letter.calendar).split('\r\n')).every((lines) => lines.includes('SEQUENCE:1'))).toBe(true);
    expect(letters.find((letter) => letter.recipient.startsWith('uni'))?.subject).toBe('Cambio: Atelier inventé');
    expect((await invitations()).map((one) => one.status)).toEqual(['asked', 'asked', 'asked']);
  });
  it('another place alone keeps their answers', async () => {
    await send(partner, 'answer_invitation', { invitationId: partnerInvitation, status: 'accepted', seats: 3, note: '' });
    await send(coordinator, 'change_meeting', { meetingId, ...when({ heldOn: inDays(25), place: 'Autre salle' }) });
    expect(await write()).toHaveLength(3);
    expect(await statusOf(partnerInvitation)).toMatchObject({ status: 'accepted', seats: 3 });
  });
  it('the calendar of an organisation follows what it was asked to, and forgets what it declined', async () => {
    const follow = async (organizationId: string) => {
      const answer = await platform.app.request(calendarPath(db().secret, 'ar', organizationId, new Date()));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
      return unfold(await answer.text());
    };
    expect(await follow(partner.organizationId)).toContain('SUMMARY:ورشة مخترعة');
    expect(await follow(coordinator.organizationId)).toContain(`UID:${meetingId}@istiqbal`);
    expect(await follow(silent)).not.toContain('VEVENT');
    await send(partner, 'answer_invitation', { invitationId: partnerInvitation, status: 'declined', seats: null, note: '' });
    expect(await follow(partner.organizationId)).not.toContain('VEVENT');
    const forged = calendarPath(db().secret, 'fr', silent, new Date()).replace(silent, partner.organizationId);
    expect((await platform.app.request(forged)).status).toBe(404);
  });
  it('cancelled, it is taken out of their calendars with the reason, and takes no answer', async () => {
    expect(await send(coordinator, 'move_meeting', { meetingId, act: 'cancel', reason: 'Salle inondée' })).toBe('done');
    const letters = await write();
    expect(letters).toHaveLength(3);
    for (const letter of letters) {
      expect(letter.body).toContain('Salle inondée');
      const lines = unfold(letter.calendar).split('\r\n');
      for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:3']) expect(lines).toContain(line);
    }
    expect(await send(partner, 'answer_invitation', { invitationId: partnerInvitation, status: 'declined', seats: null, note: '' })).toBe(
      'answers_over',
    );
    const shown = await platform.app.request(answerPath(db().secret, 'fr', partnerInvitation, new Date()));
    expect(await shown.text()).toContain('Cette rencontre est annulée');
  });
  it('what an invented organisation holds for show writes to no true one', async () => {
    const mark = (shown: boolean) =>
      db().asOwner((owner) =>
        owner.query('update directory.organization set is_demonstration = $2 where id = $1', [coordinator.organizationId, shown]),
      );
    await db().asOwner((owner) => owner.query(`update coordination.invitation set letter = 'cancel' where id = $1`, [partnerInvitation]));
    await mark(true);
    expect(await write()).toEqual([]);
    await mark(false);
    await db().asOwner((owner) => owner.query(`update coordination.invitation set letter = 'cancel' where id = $1`, [partnerInvitation]));
    expect(await write()).toHaveLength(1);
  });
  it('no address outside and no link to answer stands in the journal or in the past', async () => {
    const kept = await db().asOwner(
      async (owner) =>
        (
          await owner.query(
            `select (select string_agg(payload::text, ' ') from platform.journal) || (select string_agg(kept::text, ' ') from coordination.past) as said`,
          )
        ).rows[0],
    );
    expect(kept.said).not.toContain('universite@example.org');
    expect(kept.said).toContain('Salle inondée');
  });
});
