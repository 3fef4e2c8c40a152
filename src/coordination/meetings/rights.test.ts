import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Role, withActor } from '../../platform/database/actor.ts';
import { roles } from '../../platform/database/member-roles.ts';
import { buildActor, buildOrganization } from '../../testing/builders.ts';
import { useDatabase } from '../../testing/database.ts';
import { members, speakers } from '../commands/said.ts';

const db = useDatabase();
/** Those who hold the meeting, those who are asked to it, and those who are not. */
const places = ['own', 'asked', 'elsewhere'] as const;
type Place = (typeof places)[number];
type Rule = (place: Place, role: Role) => boolean;
const states = ['draft', 'called', 'validated'] as const;
type State = (typeof states)[number];
const actors = new Map<string, Actor>();
const meetings = Object.fromEntries(states.map((state) => [state, randomUUID()])) as Record<State, string>;
const bodyId = randomUUID();

beforeAll(async () => {
  const organization = { own: '', asked: '', elsewhere: '' };
  for (const place of places) {
    organization[place] = await buildOrganization(db(), `Organisation ${place}`);
    for (const role of roles) actors.set(`${place} ${role}`, await buildActor(db(), role, organization[place]));
  }
  await db().asOwner(async (owner) => {
    const keep = (fileId: string) =>
      owner.query(
        `insert into files.file (id, organization_id, user_id, sent_sha256, media_type, size, sha256, blob, key_id, wrapped_key, bound_at)
       values ($1, $2, $3, $4, 'application/pdf', 10, $4, $5, 'k', '\\x00', now())`,
        [fileId, organization.own, actors.get('own partner')?.userId, '0'.repeat(64), randomUUID()],
      );
    await owner.query(
      `insert into coordination.body (id, organization_id, kind, name) values ($1, $2, 'theme_group', '{"fr": "Groupe"}')`,
      [bodyId, organization.own],
    );
    for (const [state, meeting] of Object.entries(meetings)) {
      const [paper, sheet] = [randomUUID(), randomUUID()];
      await keep(paper);
      await keep(sheet);
      await owner.query(`
        insert into coordination.meeting (id, organization_id, held_on, place, title, status) values
          ('${meeting}', '${organization.own}', '2026-01-02', 'Oujda', '{"fr": "Réunion"}', '${state}');
        insert into coordination.agenda_item (id, meeting_id, position, kind, title, minutes) values
          ('${randomUUID()}', '${meeting}', 1, 'plenary', '{"fr": "Point"}', 10);
        insert into coordination.meeting_group (id, meeting_id, position, title) values ('${randomUUID()}', '${meeting}', 1, '{"fr": "Groupe"}');
        insert into coordination.invitation (id, meeting_id, organization_id, language) values
          ('${randomUUID()}', '${meeting}', '${organization.asked}', 'fr');
        insert into coordination.attendance (id, meeting_id, organization_id, sex, by_hand) values
          ('${randomUUID()}', '${meeting}', '${organization.asked}', 'f', true);
        insert into coordination.meeting_document (id, meeting_id, file_id, kind, title) values
          ('${randomUUID()}', '${meeting}', '${paper}', 'paper', 'Note'),
          ('${randomUUID()}', '${meeting}', '${sheet}', 'signed_sheet', 'Feuille')`);
    }
  });
}, 60_000);

const isOneOf =
  (list: readonly Role[]) =>
  (role: Role): boolean =>
    list.includes(role);
const [speaks, isMember] = [isOneOf(speakers), isOneOf(members)];
const own: Rule = (place, role) => place === 'own' && speaks(role);
const nobody: Rule = () => false;
const everyone: Rule = (_place, role) => isMember(role);

/** Whether any row was touched; always rolled back. */
async function touches(who: Actor, sql: string): Promise<boolean> {
  let touched = 0;
  await withActor(db().app, who, async (tx) => {
    touched = (await tx.query(sql)).rowCount ?? 0;
    throw new Error('rolled back');
  }).catch((error: unknown) => {
    if (!(error instanceof Error) || !/rolled back|permission denied|row-level security/.test(error.message)) throw error;
  });
  return touched > 0;
}
const all = places.flatMap((place) => roles.map((role) => [place, role] as const));
const those = (rule: Rule) => all.filter(([place, role]) => rule(place, role)).map(([place, role]) => `${role} ${place}`);
async function who(sql: string): Promise<string[]> {
  const found: string[] = [];
  for (const [place, role] of all) {
    const actor = actors.get(`${place} ${role}`);
    if (actor && (await touches(actor, sql))) found.push(`${role} ${place}`);
  }
  return found;
}

interface Line {
  set: string;
  seen: Record<State, Rule>;
}
const seenWithMeeting = { draft: own, called: everyone, validated: everyone };
const lines: Record<string, Line> = {
  agenda_item: { set: 'minutes = 20', seen: seenWithMeeting },
  meeting_group: { set: 'position = 2', seen: seenWithMeeting },
  invitation: {
    set: "language = 'ar'",
    seen: {
      draft: own,
      called: (place, role) => own(place, role) || (place === 'asked' && isMember(role)),
      validated: (place, role) => own(place, role) || (place === 'asked' && isMember(role)),
    },
  },
  attendance: { set: "sex = 'm'", seen: { draft: own, called: own, validated: own } },
  meeting_document: { set: "title = 'Autre'", seen: seenWithMeeting },
};

describe.each(Object.entries(lines))('%s', (table, { set, seen }) => {
  it.each(states)('of a meeting that is %s is read by whom it concerns', async (state) => {
    expect(await who(`select from coordination.${table} where meeting_id = '${meetings[state]}'`)).toEqual(those(seen[state]));
  });
  it.each(states)('of a meeting that is %s is changed and taken away by those who hold it, until it is validated', async (state) => {
    const rule = state === 'validated' ? nobody : own;
    expect(await who(`update coordination.${table} set ${set} where meeting_id = '${meetings[state]}'`)).toEqual(those(rule));
    expect(await who(`delete from coordination.${table} where meeting_id = '${meetings[state]}'`)).toEqual(those(rule));
  });
  it('is not seen by anyone who is not signed in', async () => {
    expect((await db().app.query(`select from coordination.${table}`)).rowCount).toBe(0);
  });
});

describe('a body', () => {
  it('is known to all who work on the platform, and changed by its organisation', async () => {
    expect(await who(`select from coordination.body where id = '${bodyId}'`)).toEqual(those(everyone));
    expect(await who(`update coordination.body set themes = '{}' where id = '${bodyId}'`)).toEqual(those(own));
    expect(await who(`delete from coordination.body`)).toEqual([]);
    expect((await db().app.query('select from coordination.body')).rowCount).toBe(0);
  });
});

describe('what is kept for few', () => {
  it('the sheet that people signed is seen by the organisation that holds the meeting', async () => {
    const sheet = `select from coordination.meeting_document where kind = 'signed_sheet' and meeting_id = '${meetings.validated}'`;
    expect(await who(sheet)).toEqual(those(own));
  });
  it('who was asked and what they answered is no past that others read', async () => {
    const past = `select from coordination.past where of in ('invitation', 'meeting_document') and subject_id = '${meetings.called}'`;
    expect(await who(past)).toEqual(those(own));
    expect(await who(`select from coordination.past where of = 'agenda_item' and subject_id = '${meetings.called}'`)).toEqual(
      those(everyone),
    );
    expect(await who(`select from coordination.past where of = 'agenda_item' and subject_id = '${meetings.draft}'`)).toEqual(those(own));
  });
  it('others read how many came, and the public once the meeting is published', async () => {
    const totals = (state: State) => `select from coordination.attendance_totals('${meetings[state]}')`;
    expect(await who(totals('called'))).toEqual(those(everyone));
    const asPublic = async () => (await db().app.query(totals('called'))).rowCount;
    expect(await asPublic()).toBe(0);
    await db().asOwner((owner) =>
      owner.query(`insert into coordination.publication (subject_kind, subject_id) values ('meeting', $1)`, [meetings.called]),
    );
    expect(await asPublic()).toBe(3);
    expect((await db().app.query('select from coordination.agenda_item')).rowCount).toBe(1);
    for (const table of ['invitation', 'attendance', 'meeting_document']) {
      expect((await db().app.query(`select from coordination.${table}`)).rowCount, table).toBe(0);
    }
    await db().asOwner((owner) => owner.query('delete from coordination.publication'));
  });
});
