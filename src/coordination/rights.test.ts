import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Role, withActor } from '../platform/database/actor.ts';
import { roles } from '../platform/database/member-roles.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { useDatabase } from '../testing/database.ts';
import { keepers, members, speakers } from './commands/said.ts';

const db = useDatabase();
/** Whose it is, one who takes part in it, and one who does neither. */
const places = ['own', 'part', 'elsewhere'] as const;
type Place = (typeof places)[number];
const actors = new Map<string, Actor>();
const actor = (place: Place, role: Role): Actor => {
  const found = actors.get(`${place} ${role}`);
  if (!found) throw new Error(`no ${role} at ${place}`);
  return found;
};
/** Of each thing one draft and one that is shared. */
const ids = Object.fromEntries(
  ['finding', 'recommendation', 'action', 'meeting'].map((kind) => [kind, { draft: randomUUID(), shared: randomUUID() }]),
) as Record<'finding' | 'recommendation' | 'action' | 'meeting', { draft: string; shared: string }>;

beforeAll(async () => {
  const organization = { own: '', part: '', elsewhere: '' };
  for (const place of places) {
    organization[place] = await buildOrganization(db(), `Organisation ${place}`);
    for (const role of roles) actors.set(`${place} ${role}`, await buildActor(db(), role, organization[place]));
  }
  const user = actor('own', 'cell_manager').userId;
  await db().asOwner(async (owner) => {
    for (const state of ['draft', 'shared'] as const) {
      const { finding, recommendation, action, meeting } = {
        finding: ids.finding[state],
        recommendation: ids.recommendation[state],
        action: ids.action[state],
        meeting: ids.meeting[state],
      };
      const isDraft = state === 'draft';
      const child = (): string => randomUUID();
      await owner.query(`
        insert into coordination.meeting (id, organization_id, held_on, place, title, status) values
          ('${meeting}', '${organization.own}', '2026-01-02', 'Oujda', '{"fr": "Réunion"}', '${isDraft ? 'draft' : 'held'}');
        insert into coordination.finding (id, organization_id, kind, title, themes, status, created_by) values
          ('${finding}', '${organization.own}', 'need', '{"fr": "Besoin"}', '{cells}', '${isDraft ? 'draft' : 'shared'}', '${user}');
        insert into coordination.finding_source (id, finding_id, kind, organization_id, said_on) values
          ('${child()}', '${finding}', 'desk', '${organization.own}', '2026-01-02');
        insert into coordination.recommendation (id, organization_id, title, text, status) values
          ('${recommendation}', '${organization.own}', '{"fr": "Titre"}', '{"fr": "Texte"}', '${isDraft ? 'draft' : 'adopted'}');
        insert into coordination.recommendation_finding values ('${recommendation}', '${finding}');
        insert into coordination.action (id, organization_id, title, themes, status) values
          ('${action}', '${organization.own}', '{"fr": "Action"}', '{cells}', '${isDraft ? 'draft' : 'under_way'}');
        insert into coordination.action_recommendation values ('${action}', '${recommendation}');
        insert into coordination.commitment (id, action_id, organization_id, does, status) values
          ('${child()}', '${action}', '${organization.part}', '{"fr": "Fait"}', 'committed');
        insert into coordination.step (id, action_id, organization_id, position, title) values
          ('${child()}', '${action}', '${organization.part}', 1, '{"fr": "Étape"}');
        insert into coordination.proof (id, action_id, organization_id, kind, dated_on, words, is_public) values
          ('${child()}', '${action}', '${organization.own}', 'statement', '2026-01-02', '{"fr": "Dit"}', false);
        insert into coordination.blocker (id, action_id, organization_id, kind, words) values
          ('${child()}', '${action}', '${organization.own}', 'blocker', 'Bloqué');
        insert into coordination.news (id, action_id, organization_id, words, created_by) values
          ('${child()}', '${action}', '${organization.own}', 'Nouvelle', '${user}');
        insert into coordination.endorsement (subject_kind, subject_id, organization_id, said_by) values
          ('recommendation', '${recommendation}', '${organization.own}', '${user}');
        insert into coordination.comment (id, subject_kind, subject_id, organization_id, words, said_by) values
          ('${child()}', 'recommendation', '${recommendation}', '${organization.own}', 'Avis', '${user}');
        insert into coordination.conflict (id, subject_kind, subject_id, field, language, theirs, mine, written_by) values
          ('${child()}', 'recommendation', '${recommendation}', 'text', 'fr', 'A', 'B', '${user}')`);
    }
  });
}, 60_000);

const isOneOf =
  (list: readonly Role[]) =>
  (role: Role): boolean =>
    list.includes(role);
const [speaks, isMember, keeps] = [isOneOf(speakers), isOneOf(members), isOneOf(keepers)];
type Rule = (place: Place, role: Role) => boolean;
const own: Rule = (place, role) => place === 'own' && speaks(role);
const takesPart: Rule = (place, role) => (place === 'own' || place === 'part') && speaks(role);
const ownOrKeeper: Rule = (place, role) => own(place, role) || keeps(role);
const nobody: Rule = () => false;

interface Line {
  subject: keyof typeof ids;
  key: string;
  /** Who reads it while it is a draft; agents see what their organisation raises. */
  drafts?: Rule;
  changes?: { set: string; by: Rule };
  deletes?: Rule;
}
const lines: Record<string, Line> = {
  meeting: { subject: 'meeting', key: 'id', changes: { set: "kind = 'workshop'", by: own } },
  finding: {
    subject: 'finding',
    key: 'id',
    drafts: (place, role) => place === 'own' && isMember(role),
    changes: { set: 'desk_need = null', by: (place, role) => (place === 'own' && isMember(role)) || keeps(role) },
  },
  finding_source: { subject: 'finding', key: 'finding_id', drafts: (place, role) => place === 'own' && isMember(role) },
  recommendation: { subject: 'recommendation', key: 'id', changes: { set: 'urgent = true', by: ownOrKeeper } },
  recommendation_finding: { subject: 'recommendation', key: 'recommendation_id', deletes: ownOrKeeper },
  action: { subject: 'action', key: 'id', changes: { set: 'rhythm_days = 30', by: own } },
  action_recommendation: { subject: 'action', key: 'action_id', deletes: own },
  commitment: {
    subject: 'action',
    key: 'action_id',
    changes: { set: 'reason = null', by: (place, role) => place === 'part' && speaks(role) },
  },
  step: { subject: 'action', key: 'action_id', changes: { set: 'weight = 2', by: takesPart }, deletes: takesPart },
  proof: { subject: 'action', key: 'action_id', changes: { set: 'is_public = false', by: takesPart } },
  blocker: { subject: 'action', key: 'action_id', changes: { set: 'closed_at = now()', by: takesPart } },
  news: { subject: 'action', key: 'action_id' },
  endorsement: { subject: 'recommendation', key: 'subject_id', deletes: own },
  comment: {
    subject: 'recommendation',
    key: 'subject_id',
    // Whoever said it takes it back.
    changes: { set: 'withdrawn_at = now()', by: (place, role) => place === 'own' && role === 'cell_manager' },
  },
  conflict: { subject: 'recommendation', key: 'subject_id', changes: { set: 'settled_at = now()', by: (_place, role) => speaks(role) } },
};

/** The number of rows touched, or `refused`; always rolled back. */
async function attempt(who: Actor, sql: string): Promise<number | 'refused'> {
  let outcome: number | 'refused' = 'refused';
  await withActor(db().app, who, async (tx) => {
    outcome = (await tx.query(sql)).rowCount ?? 0;
    throw new Error('rolled back');
  }).catch((error: unknown) => {
    if (!(error instanceof Error) || !/rolled back|permission denied|row-level security/.test(error.message)) throw error;
  });
  return outcome;
}
const touches = async (who: Actor, sql: string): Promise<boolean> => {
  const touched = await attempt(who, sql);
  return touched !== 'refused' && touched > 0;
};

describe.each(Object.entries(lines))('%s', (table, { subject, key, drafts = own, changes, deletes = nobody }) => {
  const of = (state: 'draft' | 'shared') => `coordination.${table} where ${key} = '${ids[subject][state]}'`;
  const everyone = places.flatMap((place) => roles.map((role) => [place, role] as const));
  const who = async (asked: (who: Actor) => Promise<boolean>): Promise<string[]> => {
    const found: string[] = [];
    for (const [place, role] of everyone) if (await asked(actor(place, role))) found.push(`${role} ${place}`);
    return found;
  };
  const those = (rule: Rule) => everyone.filter(([place, role]) => rule(place, role)).map(([place, role]) => `${role} ${place}`);

  it('a draft is read by its own organisation alone', async () => {
    expect(await who((one) => touches(one, `select from ${of('draft')}`))).toEqual(those(drafts));
  });
  it('what is shared is read by all who work on the platform, and not by its administrators', async () => {
    expect(await who((one) => touches(one, `select from ${of('shared')}`))).toEqual(those((_place, role) => isMember(role)));
  });
  it('is changed by whose it is', async () => {
    const set = changes?.set ?? `${key} = ${key}`;
    const [name, condition] = of('shared').split(' where ');
    expect(await who((one) => touches(one, `update ${name} set ${set} where ${condition}`))).toEqual(those(changes?.by ?? nobody));
  });
  it('is taken away by whose it is, where that leaves nothing unsaid', async () => {
    expect(await who((one) => touches(one, `delete from ${of('shared')}`))).toEqual(those(deletes));
  });
  it('is not seen by anyone who is not signed in', async () => {
    expect((await db().app.query(`select from coordination.${table}`)).rowCount).toBe(0);
  });
});

describe('the past of a thing', () => {
  it('is read with it, and its drafts stay its own', async () => {
    const seen = (place: Place, state: 'draft' | 'shared') =>
      attempt(actor(place, 'cell_manager'), `select from coordination.past where of = 'action' and row_id = '${ids.action[state]}'`);
    expect(await seen('own', 'draft')).toBe(1);
    expect(await seen('elsewhere', 'draft')).toBe(0);
    expect(await seen('elsewhere', 'shared')).toBe(1);
  });
  it('is changed by nobody', async () => {
    for (const role of roles) expect(await touches(actor('own', role), `update coordination.past set kept = null`)).toBe(false);
    await expect(db().asOwner((owner) => owner.query('delete from coordination.past'))).rejects.toThrow('coordination.past is append-only');
    // A table without a payload says the same of an update.
    await expect(db().asOwner((owner) => owner.query('update coordination.past set kept = null'))).rejects.toThrow('append-only');
    await expect(db().asOwner((owner) => owner.query('truncate coordination.past'))).rejects.toThrow('append-only');
  });
});

describe('what is published', () => {
  const seen = async (table: string, key: string, id: string) =>
    (await db().app.query(`select from coordination.${table} where ${key} = $1`, [id])).rowCount;
  it('is read by everybody, without what is said among organisations', async () => {
    const { shared } = ids.action;
    await db().asOwner((owner) =>
      owner.query(`insert into coordination.publication (subject_kind, subject_id) values ('action', $1)`, [shared]),
    );
    for (const table of ['step', 'commitment', 'action_recommendation']) expect(await seen(table, 'action_id', shared), table).toBe(1);
    expect(await seen('action', 'id', shared)).toBe(1);
    for (const table of ['proof', 'blocker', 'news']) expect(await seen(table, 'action_id', shared), table).toBe(0);
    await db().asOwner((owner) => owner.query('update coordination.proof set is_public = true'));
    expect(await seen('proof', 'action_id', shared)).toBe(1);
    expect(await seen('proof', 'action_id', ids.action.draft)).toBe(0);
    await db().asOwner((owner) => owner.query('delete from coordination.publication'));
  });
  it.each(Object.entries(ids))('a %s is published by whose it is', async (kind, { shared }) => {
    for (const place of places) {
      for (const role of roles) {
        const done = await touches(
          actor(place, role),
          `insert into coordination.publication (subject_kind, subject_id) values ('${kind}', '${shared}')`,
        );
        expect(done, `${role} ${place}`).toBe(place === 'own' && speaks(role));
      }
    }
  });
});
