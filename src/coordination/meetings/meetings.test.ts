import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../../testing/builders.ts';
import { command, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { listInvitations, listMeetingsAndBodies, viewBody, viewMeeting } from './store.ts';

const db = useDatabase();
let coordinator: Actor;
let partner: Actor;
let send: (actor: Actor, kind: string, payload: object) => Promise<string>;
const bodyId = randomUUID();
const meetingId = randomUUID();
let today = '';

beforeAll(async () => {
  coordinator = await buildActor(db(), 'coordinator', await buildOrganization(db(), 'Coordination inventée'));
  partner = await buildActor(db(), 'partner', await buildOrganization(db(), 'Association inventée'));
  const runner = testRunner(db());
  send = async (actor, kind, payload) => {
    const answer = await runner.run(actor, command(`coordination.${kind}`, payload));
    return answer.status === 'done' ? 'done' : answer.code;
  };
  const { rows } = await db().app.query<{ today: string }>('select directory.today()::text as today');
  today = rows[0]?.today ?? '';
});
const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const when = (over: object = {}) => ({
  heldOn: inDays(20),
  endedOn: null,
  begins: '09:00',
  ends: '12:00',
  place: 'Salle inventée, Oujda',
  link: null,
  ...over,
});
const meeting = (over: object = {}) => ({
  meetingId: randomUUID(),
  kind: 'committee',
  title: { fr: 'Comité', ar: 'لجنة' },
  bodyId,
  inviteAsBefore: false,
  ...when(),
  ...over,
});
const see = (actor: Actor, id = meetingId) => withActor(db().app, actor, (tx) => viewMeeting(tx, actor, id, 'fr'));

describe('a body that meets again and again', () => {
  const body = { bodyId, kind: 'steering_committee', name: { fr: 'Comité de pilotage' }, themes: ['cells'], rhythm: null, endedOn: null };
  it('is founded by an organisation, and changed by it alone', async () => {
    expect(await send(coordinator, 'set_body', body)).toBe('done');
    expect(await send(coordinator, 'set_body', { ...body, rhythm: { fr: 'Tous les trois mois' } })).toBe('done');
    expect(await send(partner, 'set_body', body)).toBe('not_yours_to_decide');
    const { bodies } = await withActor(db().app, partner, (tx) => listMeetingsAndBodies(tx, 'fr'));
    expect(bodies).toMatchObject([{ id: bodyId, isOwn: false, rhythm: { fr: 'Tous les trois mois' }, meetings: 0 }]);
  });
  it('numbers its meetings, also those begun at the same moment', async () => {
    const [first, ...others] = [meeting({ meetingId }), meeting(), meeting()];
    expect(await send(coordinator, 'create_meeting', first ?? {})).toBe('done');
    expect(await Promise.all(others.map((one) => send(coordinator, 'create_meeting', one)))).toEqual(['done', 'done']);
    const view = await withActor(db().app, coordinator, (tx) => viewBody(tx, bodyId, 'fr'));
    expect(view?.held.map((m) => m.body?.number).sort()).toEqual([1, 2, 3]);
    expect(view?.held.find((m) => m.id === meetingId)?.body?.number).toBe(1);
  });
  it('asks again, for its next meeting, those who were asked to the last', async () => {
    const invitations = [
      { invitationId: randomUUID(), organizationId: partner.organizationId },
      { invitationId: randomUUID(), words: 'Université inventée', email: 'universite@example.org', language: 'es' },
    ];
    const [last, next, alone] = [meeting(), meeting({ inviteAsBefore: true }), meeting()];
    await send(coordinator, 'create_meeting', last);
    await send(coordinator, 'invite', { meetingId: last.meetingId, invitations });
    await send(coordinator, 'create_meeting', next);
    await send(coordinator, 'create_meeting', alone);
    const asked = (id: string) => withActor(db().app, coordinator, (tx) => listInvitations(tx, id, 'fr'));
    expect((await asked(next.meetingId)).map((one) => [one.organization?.name ?? one.words, one.status]).sort()).toEqual([
      ['Association inventée', 'asked'],
      ['Université inventée', 'asked'],
    ]);
    expect(await asked(alone.meetingId)).toEqual([]);
  });
  it('is not met in the name of another organisation, nor once it ended', async () => {
    expect(await send(partner, 'create_meeting', meeting())).toBe('body_not_found');
    await send(coordinator, 'set_body', { ...body, endedOn: today });
    expect(await send(coordinator, 'create_meeting', meeting())).toBe('body_not_found');
    await send(coordinator, 'set_body', body);
  });
});

describe('a meeting that is prepared', () => {
  const [welcome, work, rest] = [randomUUID(), randomUUID(), randomUUID()];
  const item = (itemId: string, over: object = {}) => ({
    itemId,
    meetingId,
    day: 1,
    kind: 'plenary',
    title: { fr: 'Accueil' },
    minutes: 30,
    speaker: '',
    ...over,
  });
  it('is a draft that nobody else sees', async () => {
    expect(await see(partner)).toBeUndefined();
    expect(await see(coordinator)).toMatchObject({ status: 'draft', isOwn: true, acts: ['call', 'cancel'], begins: '09:00' });
    expect(await send(partner, 'set_agenda_item', item(welcome))).toBe('meeting_not_found');
  });
  it('has an agenda that is added to, put in order and shortened', async () => {
    expect(await send(coordinator, 'set_agenda_item', item(welcome))).toBe('done');
    expect(await send(coordinator, 'set_agenda_item', item(work, { kind: 'group', minutes: 90 }))).toBe('done');
    expect(await send(coordinator, 'set_agenda_item', item(rest, { kind: 'break', minutes: 15 }))).toBe('done');
    expect(await send(coordinator, 'set_agenda_item', item(randomUUID(), { day: 2 }))).toBe('meeting_has_no_such_day');
    expect(await send(coordinator, 'order_agenda', { meetingId, itemIds: [rest, welcome] })).toBe('done');
    expect((await see(coordinator))?.agenda.map((i) => i.id)).toEqual([rest, welcome, work]);
    expect(await send(coordinator, 'remove_agenda_item', { meetingId, itemId: rest })).toBe('done');
    expect((await see(coordinator))?.agenda.map((i) => i.id)).toEqual([welcome, work]);
  });
  it('keeps an item and a group with the meeting they are of', async () => {
    const other = meeting({ bodyId: undefined });
    await send(coordinator, 'create_meeting', other);
    expect(await send(coordinator, 'set_agenda_item', item(welcome, { meetingId: other.meetingId }))).toBe('agenda_item_not_found');
  });
  it('has groups with their theme and place', async () => {
    const groupId = randomUUID();
    const group = { groupId, meetingId, title: { fr: 'Cellules' }, theme: 'cells', place: 'Salle 2' };
    expect(await send(coordinator, 'set_meeting_group', group)).toBe('done');
    expect((await see(coordinator))?.groups).toEqual([{ id: groupId, title: { fr: 'Cellules' }, theme: 'cells', place: 'Salle 2' }]);
    expect(await send(coordinator, 'remove_meeting_group', { meetingId, groupId })).toBe('done');
    expect((await see(coordinator))?.groups).toEqual([]);
  });
  it('is called once it has a place, and all organisations see it then', async () => {
    expect(await send(coordinator, 'change_meeting', { meetingId, ...when({ place: '' }) })).toBe('done');
    expect(await send(coordinator, 'move_meeting', { meetingId, act: 'call' })).toBe('meeting_place_missing');
    expect(await send(coordinator, 'change_meeting', { meetingId, ...when() })).toBe('done');
    expect(await send(partner, 'move_meeting', { meetingId, act: 'call' })).toBe('meeting_not_found');
    expect(await send(coordinator, 'move_meeting', { meetingId, act: 'call' })).toBe('done');
    expect(await send(partner, 'move_meeting', { meetingId, act: 'cancel', reason: 'Non' })).toBe('not_yours_to_decide');
    expect(await see(partner)).toMatchObject({ status: 'called', isOwn: false, acts: [] });
  });
  it('is not held before its day, and its hours stay in order', async () => {
    expect(await send(coordinator, 'move_meeting', { meetingId, act: 'hold' })).toBe('meeting_not_begun');
    expect(await send(coordinator, 'change_meeting', { meetingId, ...when({ ends: '08:00' }) })).toBe('invalid_fields');
    expect(await send(coordinator, 'change_meeting', { meetingId, ...when({ heldOn: inDays(-1) }) })).toBe('meeting_day_past');
    expect(await send(coordinator, 'change_meeting', { meetingId, ...when({ heldOn: today }) })).toBe('done');
    expect(await send(coordinator, 'move_meeting', { meetingId, act: 'hold' })).toBe('done');
    expect(await send(coordinator, 'change_meeting', { meetingId, ...when() })).toBe('not_in_that_state');
  });
  it('is cancelled with the reason, and closed to changes then', async () => {
    const other = meeting();
    await send(coordinator, 'create_meeting', other);
    const of = { meetingId: other.meetingId };
    expect(await send(coordinator, 'move_meeting', { ...of, act: 'cancel' })).toBe('reason_missing');
    expect(await send(coordinator, 'move_meeting', { ...of, act: 'cancel', reason: 'Reporté' })).toBe('done');
    expect(await send(coordinator, 'set_agenda_item', item(randomUUID(), of))).toBe('not_in_that_state');
    expect(await see(coordinator, other.meetingId)).toMatchObject({ status: 'cancelled', reason: 'Reporté', acts: [] });
  });
});
