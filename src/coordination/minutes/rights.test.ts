import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Role, withActor } from '../../platform/database/actor.ts';
import { roles } from '../../platform/database/member-roles.ts';
import { buildActor, buildMeeting, buildOrganization } from '../../testing/builders.ts';
import { useDatabase } from '../../testing/database.ts';
import { keepers, members, speakers } from '../commands/said.ts';

const db = useDatabase();
/** Whose meeting it is, one who was asked to it and has a decision in hand, and one who has no part in it. */
const places = ['own', 'asked', 'elsewhere'] as const;
type Place = (typeof places)[number];
const everyone = places.flatMap((place) => roles.map((role) => [place, role] as const));
const actors = new Map<string, Actor>();
const meetings = { held: '', validated: '' };
type State = keyof typeof meetings;

beforeAll(async () => {
  const organization = { own: '', asked: '', elsewhere: '' };
  for (const place of places) {
    organization[place] = await buildOrganization(db(), `Organisation ${place}`);
    for (const role of roles) actors.set(`${place} ${role}`, await buildActor(db(), role, organization[place]));
  }
  const user = actors.get('own coordinator')?.userId;
  for (const state of ['held', 'validated'] as const) {
    const meeting = await buildMeeting(db(), organization.own, state);
    meetings[state] = meeting;
    await db().asOwner((owner) =>
      owner.query(`
        insert into coordination.invitation (id, meeting_id, organization_id, language) values ('${randomUUID()}', '${meeting}', '${organization.asked}', 'fr');
        insert into coordination.agenda_item (id, meeting_id, position, kind, title, minutes) values ('${randomUUID()}', '${meeting}', 1, 'plenary', '{"fr": "Point"}', 5);
        insert into coordination.note (id, meeting_id, organization_id, kind, words, position, created_by)
          values ('${randomUUID()}', '${meeting}', '${organization.own}', 'said', '{"fr": "Dit"}', 1, '${user}');
        insert into coordination.decision (id, meeting_id, number, words, owner_id, created_by)
          values ('${randomUUID()}', '${meeting}', 1, '{"fr": "Décidé"}', '${organization.asked}', '${user}');
        insert into coordination.minutes (id, meeting_id, version, content, organization_id, validated_at, created_by)
          values ('${randomUUID()}', '${meeting}', 1, '{}', '${organization.own}', now(), '${user}')`),
    );
  }
});

const isOneOf = (list: readonly Role[]) => (role: Role) => list.includes(role);
const [speaks, isMember] = [isOneOf(speakers), isOneOf(members)];
type Rule = (place: Place, role: Role) => boolean;
const nobody: Rule = () => false;
const holds: Rule = (place, role) => place === 'own' && isMember(role);
const takesNotes: Rule = (place, role) => place !== 'elsewhere' && isMember(role);
const runs: Rule = (place, role) => place === 'own' && speaks(role);
const all: Rule = (_place, role) => isMember(role);

/** Who reads and who changes a row, while the meeting is held and once its minutes are validated. */
const lines: Record<string, { set?: string; reads: Record<State, Rule>; changes: Record<State, Rule> }> = {
  note: { set: "kind = 'need'", reads: { held: takesNotes, validated: holds }, changes: { held: takesNotes, validated: holds } },
  minutes_part: { set: `words = '{"fr": "Écrit"}'`, reads: { held: holds, validated: holds }, changes: { held: holds, validated: holds } },
  decision: {
    set: "due_on = '2026-12-01'",
    reads: { held: takesNotes, validated: all },
    changes: {
      held: (place, role) => runs(place, role) || (place === 'asked' && speaks(role)),
      validated: (place, role) => runs(place, role) || (place === 'asked' && speaks(role)),
    },
  },
  minutes: { reads: { held: all, validated: all }, changes: { held: nobody, validated: nobody } },
};

const touches = async (who: Actor, sql: string): Promise<boolean> => {
  let touched = 0;
  await withActor(db().app, who, async (tx) => {
    touched = (await tx.query(sql)).rowCount ?? 0;
    throw new Error('rolled back');
  }).catch((error: unknown) => {
    if (!(error instanceof Error) || !/rolled back|permission denied|row-level security/.test(error.message)) throw error;
  });
  return touched > 0;
};
const those = (rule: Rule) => everyone.filter(([place, role]) => rule(place, role)).map(([place, role]) => `${role} ${place}`);
async function who(sql: string): Promise<string[]> {
  const found: string[] = [];
  for (const [place, role] of everyone) {
    const actor = actors.get(`${place} ${role}`);
    if (actor && (await touches(actor, sql))) found.push(`${role} ${place}`);
  }
  return found;
}

describe.each(Object.entries(lines))('%s', (table, { set = 'version = version', reads, changes }) => {
  it.each(['held', 'validated'] as const)('of a meeting that is %s is read and changed by whom it concerns', async (state) => {
    const where = `where meeting_id = '${meetings[state]}'`;
    expect(await who(`select from coordination.${table} ${where}`)).toEqual(those(reads[state]));
    expect(await who(`update coordination.${table} set ${set} ${where}`)).toEqual(those(changes[state]));
  });
  it('is taken away by nobody, and not seen by anyone who is not signed in', async () => {
    expect(await who(`delete from coordination.${table}`)).toEqual([]);
    expect((await db().app.query(`select from coordination.${table}`)).rowCount).toBe(0);
  });
});

it('those who keep the thread of the region write down what came with its data', async () => {
  const meeting = randomUUID();
  await db().asOwner((owner) =>
    owner.query(`insert into coordination.meeting (id, held_on, place, title) values ($1, '2021-12-01', 'Oujda', '{"fr": "Atelier"}')`, [
      meeting,
    ]),
  );
  const asks = `select where coordination.holds_meeting('${meeting}')`;
  expect(await who(asks)).toEqual(those((_place, role) => isOneOf(keepers)(role)));
});
