import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { buildActor, buildMeeting, buildOrganization } from '../../testing/builders.ts';
import { command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import type { MinutesContent, MinutesView } from './contract.ts';
import { findVersion, listDecisions, readLive, viewMinutes } from './store.ts';

const db = useDatabase();
let meetingId: string;
let secretary: Actor;
let colleague: Actor;
let owner: Actor;
let stranger: Actor;
const [groupId, itemId] = [randomUUID(), randomUUID()];
const runner = () => testRunner(db());
const run = (who: Actor, kind: string, payload: object) => runner().run(who, command(`coordination.${kind}`, payload));
const must = (who: Actor, kind: string, payload: object) => mustRun(runner(), who, `coordination.${kind}`, payload);

beforeAll(async () => {
  const organization = await buildOrganization(db(), 'Coordination inventée');
  secretary = await buildActor(db(), 'coordinator', organization);
  colleague = await buildActor(db(), 'coordinator', organization);
  owner = await buildActor(db(), 'partner', await buildOrganization(db(), 'Association qui s’en charge'));
  stranger = await buildActor(db(), 'partner', await buildOrganization(db(), 'Association ailleurs'));
  meetingId = await buildMeeting(db(), organization, 'held');
  await db().asOwner((client) =>
    client.query(`
      insert into coordination.meeting_group (id, meeting_id, position, title, theme)
        values ('${groupId}', '${meetingId}', 1, '{"fr": "Groupe des cellules"}', 'cells');
      insert into coordination.agenda_item (id, meeting_id, position, kind, title, minutes)
        values ('${itemId}', '${meetingId}', 1, 'plenary', '{"fr": "Ouverture"}', 30);
      insert into coordination.attendance (id, meeting_id, organization_id, sex, group_id, by_hand) values
        (gen_random_uuid(), '${meetingId}', '${organization}', 'f', '${groupId}', true),
        (gen_random_uuid(), '${meetingId}', null, 'm', null, true)`),
  );
});
const view = async (who = secretary): Promise<MinutesView> => {
  const found = await withActor(db().app, who, (tx) => viewMinutes(tx, meetingId, 'fr'));
  if (!found) throw new Error('the meeting is gone');
  return found;
};
const draft = async (): Promise<NonNullable<MinutesView['draft']>> => {
  const found = (await view()).draft;
  if (!found) throw new Error('no draft');
  return found;
};
const edit = (who: Actor, place: { subjectKind: string; subjectId: string; field: string }, base: string, value: string) =>
  run(who, 'edit_text', { ...place, language: 'fr', base, value, conflictId: randomUUID() });
const decisionsFor = (who: Actor) => withActor(db().app, who, (tx) => listDecisions(tx, who, { meetingId }, 'fr'));

describe('what a meeting decided', () => {
  const decisionId = randomUUID();
  const decide = (over: object = {}) => ({
    ...{ decisionId: randomUUID(), meetingId, words: { fr: 'Ouvrir le samedi' } },
    ...{ ownerId: owner.organizationId, dueOn: '2026-06-30', ...over },
  });

  it('is numbered in the order it was recorded, also of two at the very same moment', async () => {
    await must(secretary, 'record_decision', decide({ decisionId }));
    await Promise.all([must(secretary, 'record_decision', decide()), must(colleague, 'record_decision', decide())]);
    expect((await decisionsFor(secretary)).decisions.map((each) => each.number).sort()).toEqual([1, 2, 3]);
  });

  it('is recorded by those who hold the meeting alone, and stays theirs until the minutes are validated', async () => {
    expect(await run(stranger, 'record_decision', decide())).toMatchObject({ code: 'not_yours_to_decide' });
    expect((await decisionsFor(stranger)).decisions).toEqual([]);
  });

  it('is done with what shows it, and opened again with the reason', async () => {
    expect(await run(secretary, 'move_decision', { decisionId, act: 'finish' })).toMatchObject({ code: 'reason_missing' });
    await must(secretary, 'move_decision', { decisionId, act: 'finish', reason: 'Horaire affiché' });
    const find = async () => (await decisionsFor(secretary)).decisions.find((each) => each.id === decisionId);
    expect(await find()).toMatchObject({ status: 'done', proof: 'Horaire affiché', endedBy: 'Coordination inventée', acts: ['reopen'] });
    await must(colleague, 'move_decision', { decisionId, act: 'reopen', reason: 'Fermé de nouveau' });
    expect(await find()).toMatchObject({ status: 'open', proof: null, endedOn: null });
  });
});

describe('minutes', () => {
  it('are built of the agenda, totals without a name, notes by group and decisions', async () => {
    await must(secretary, 'write_note', {
      ...{ noteId: randomUUID(), meetingId, groupId, kind: 'need', words: { fr: 'Un interprète' }, position: 1 },
    });
    expect((await draft()).content).toMatchObject({
      agenda: [{ id: itemId, words: {} }],
      attendance: { all: 2, sex: { f: 1, m: 1 }, kind: { other: 2 }, group: { [groupId]: 1 } },
      groups: [{ id: groupId, theme: 'cells' }],
      notes: [{ groupId, kind: 'need' }],
      decisions: [{ number: 1, owner: { fr: 'Association qui s’en charge' } }, { number: 2 }, { number: 3 }],
    });
  });

  it('take from the thread what the meeting found and asked for, drafts of somebody’s left out', async () => {
    const source = () => ({ sourceId: randomUUID(), kind: 'meeting', meetingId, saidOn: '2026-03-12' });
    const finding = { kind: 'need', themes: ['cells'], audiences: [], communeCodes: [] };
    for (const share of [true, false])
      await must(secretary, 'raise_finding', {
        ...{ findingId: randomUUID(), ...finding, title: { fr: share ? 'Partagé' : 'Brouillon' }, source: source(), share },
      });
    const { content } = await draft();
    expect(content.findings.map((each) => each.title.fr)).toEqual(['Partagé']);
    expect(content.recommendations).toEqual([]);
  });

  it('of one part two people write at once, and no word is lost', async () => {
    const place = { subjectKind: 'minutes_part', subjectId: groupId, field: 'words' };
    await edit(secretary, place, '', 'Le groupe demande un interprète le jeudi.');
    const seen = 'Le groupe demande un interprète le jeudi.';
    await Promise.all([
      edit(secretary, place, seen, seen.replace('un interprète', 'deux interprètes')),
      edit(colleague, place, seen, seen.replace('jeudi', 'samedi')),
    ]);
    expect((await draft()).content.groups[0]?.words.fr).toBe('Le groupe demande deux interprètes le samedi.');
  });

  it('wait for a choice where two wrote the same words, and are not validated before', async () => {
    const place = { subjectKind: 'meeting', subjectId: meetingId, field: 'closing' };
    await edit(secretary, place, '', 'Prochaine rencontre en mai.');
    await edit(secretary, place, 'Prochaine rencontre en mai.', 'Prochaine rencontre en juin.');
    await edit(colleague, place, 'Prochaine rencontre en mai.', 'Prochaine rencontre en juillet.');
    const { mark, conflicts } = await draft();
    expect(conflicts).toMatchObject([{ subjectId: meetingId, field: 'closing', mine: 'Prochaine rencontre en juillet.' }]);
    expect(await run(secretary, 'validate_minutes', { minutesId: randomUUID(), meetingId, mark })).toMatchObject({
      code: 'minutes_have_two_texts',
    });
    await must(secretary, 'settle_conflict', { conflictId: conflicts[0]?.id, value: 'Prochaine rencontre en juin ou juillet.' });
    expect((await draft()).conflicts).toEqual([]);
  });

  it('are validated as they were read: what others wrote meanwhile is read first', async () => {
    const { mark } = await draft();
    const place = { subjectKind: 'minutes_part', subjectId: itemId, field: 'words' };
    await edit(colleague, place, '', 'Le mot d’accueil.');
    const validation = { minutesId: randomUUID(), meetingId };
    expect(await run(secretary, 'validate_minutes', { ...validation, mark })).toMatchObject({ code: 'minutes_changed' });
    expect(await run(stranger, 'validate_minutes', { ...validation, mark })).toMatchObject({ code: 'not_yours_to_decide' });
    await must(secretary, 'validate_minutes', { ...validation, mark: (await draft()).mark });
    expect(await view()).toMatchObject({ status: 'validated', versions: [{ version: 1, reason: null }] });
  });

  it('once validated are read by all who sign in, their draft by nobody else', async () => {
    const read = await view(stranger);
    expect(read).toMatchObject({ isOwn: false, draft: null });
    expect(read.validated?.agenda[0]?.words.fr).toBe('Le mot d’accueil.');
    expect(JSON.stringify(read)).not.toContain(secretary.userId);
    expect((await decisionsFor(stranger)).decisions).toHaveLength(3);
    expect((await decisionsFor(owner)).decisions[0]?.acts).toEqual(['finish', 'drop']);
  });

  it('are corrected by a new version with its reason, and the old one stays as it was', async () => {
    const place = { subjectKind: 'minutes_part', subjectId: itemId, field: 'words' };
    await edit(secretary, place, 'Le mot d’accueil.', 'Le mot d’accueil du gouverneur.');
    const validation = { minutesId: randomUUID(), meetingId, mark: (await draft()).mark };
    expect(await run(secretary, 'validate_minutes', validation)).toMatchObject({ code: 'reason_missing' });
    await must(secretary, 'validate_minutes', { ...validation, reason: 'Il manquait qui parlait' });
    const versions = await Promise.all([1, 2].map((version) => withActor(db().app, stranger, (tx) => findVersion(tx, meetingId, version))));
    const opening = (content: MinutesContent | undefined) => content?.agenda[0]?.words.fr;
    expect(versions.map(opening)).toEqual(['Le mot d’accueil.', 'Le mot d’accueil du gouverneur.']);
    expect((await view()).versions).toMatchObject([{ version: 2, reason: 'Il manquait qui parlait' }, { version: 1 }]);
  });

  it('keep each version against every later change', async () => {
    const change = db().asOwner((client) => client.query(`update coordination.minutes set content = '{}'`));
    await expect(change).rejects.toThrow();
  });

  it('of a meeting that was not held there are none', async () => {
    const ahead = await buildMeeting(db(), secretary.organizationId, 'called');
    const found = await withActor(db().app, secretary, (tx) => viewMinutes(tx, ahead, 'fr'));
    expect(await run(secretary, 'validate_minutes', { minutesId: randomUUID(), meetingId: ahead, mark: found?.draft?.mark })).toMatchObject(
      {
        code: 'meeting_not_held',
      },
    );
  });
});

describe('an organisation that was asked to a meeting', () => {
  it('writes its notes while it is held, and no longer once its minutes are validated', async () => {
    const held = await buildMeeting(db(), secretary.organizationId, 'held');
    const note = () => ({ noteId: randomUUID(), meetingId: held, groupId: null, kind: 'said', words: { fr: 'Dit' }, position: 1 });
    expect(await run(owner, 'write_note', note())).toMatchObject({ code: 'not_yours_to_decide' });
    await db().asOwner((client) =>
      client.query(
        `insert into coordination.invitation (id, meeting_id, organization_id, language) values (gen_random_uuid(), $1, $2, 'fr')`,
        [held, owner.organizationId],
      ),
    );
    await must(owner, 'write_note', note());
    expect((await withActor(db().app, owner, (tx) => readLive(tx, held, 'fr')))?.isOwn).toBe(false);
    const read = await withActor(db().app, secretary, (tx) => viewMinutes(tx, held, 'fr'));
    await must(secretary, 'validate_minutes', { minutesId: randomUUID(), meetingId: held, mark: read?.draft?.mark });
    expect(await withActor(db().app, owner, (tx) => readLive(tx, held, 'fr'))).toBeUndefined();
  });
});
