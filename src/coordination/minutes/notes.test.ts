import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { buildActor, buildMeeting, buildOrganization } from '../../testing/builders.ts';
import { command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { readLive } from './store.ts';

const db = useDatabase();
let meetingId: string;
let secretary: Actor;
let agent: Actor;
let stranger: Actor;
const groupId = randomUUID();
const runner = () => testRunner(db());

beforeAll(async () => {
  const organization = await buildOrganization(db(), 'Cellule qui invite');
  secretary = await buildActor(db(), 'cell_manager', organization);
  agent = await buildActor(db(), 'agent', organization);
  stranger = await buildActor(db(), 'partner', await buildOrganization(db(), 'Association ailleurs'));
  meetingId = await buildMeeting(db(), organization);
  await db().asOwner((client) =>
    client.query(
      `insert into coordination.meeting_group (id, meeting_id, position, title) values ($1, $2, 1, '{"fr": "Groupe inventé"}')`,
      [groupId, meetingId],
    ),
  );
});
const note = (words: string, over: object = {}) => ({
  noteId: randomUUID(),
  meetingId,
  groupId: null,
  kind: 'said',
  words: { fr: words },
  position: Date.now(),
  ...over,
});
const write = async (who: Actor, words: string, over: object = {}): Promise<string> => {
  const payload = note(words, over);
  await mustRun(runner(), who, 'coordination.write_note', payload);
  return payload.noteId;
};
const edit = (who: Actor, noteId: string, base: string, value: string) =>
  runner().run(
    who,
    command('coordination.edit_text', {
      ...{ subjectKind: 'note', subjectId: noteId, field: 'words', language: 'fr' },
      ...{ base, value, conflictId: randomUUID() },
    }),
  );
const live = async (who = secretary) => {
  const found = await withActor(db().app, who, (tx) => readLive(tx, meetingId, 'fr'));
  if (!found) throw new Error('the meeting is gone');
  return found;
};
const find = async (noteId: string) => (await live()).notes.find((each) => each.id === noteId);

describe('notes of a meeting', () => {
  it('stand in the order of their writing, whoever of the organisation wrote them', async () => {
    await write(agent, 'Deuxième', { position: 2000 });
    await write(secretary, 'Première', { position: 1000, kind: 'difficulty' });
    expect((await live(agent)).notes.map(({ words, kind, organization }) => [words.fr, kind, organization])).toEqual([
      ['Première', 'difficulty', 'Cellule qui invite'],
      ['Deuxième', 'said', 'Cellule qui invite'],
    ]);
  });

  it('are neither read nor written by an organisation that does not hold the meeting', async () => {
    const noteId = await write(secretary, 'Entre nous');
    expect(await withActor(db().app, stranger, (tx) => readLive(tx, meetingId, 'fr'))).toBeUndefined();
    expect(await runner().run(stranger, command('coordination.write_note', note('Autre')))).toMatchObject({ code: 'not_yours_to_decide' });
    expect(await edit(stranger, noteId, 'Entre nous', 'Changé')).toMatchObject({ code: 'subject_not_found' });
    const past = await withActor(db().app, stranger, (tx) => tx.query(`select from coordination.past where row_id = $1`, [noteId]));
    expect(past.rowCount).toBe(0);
  });

  it('lose no word when many write one at the very same moment', async () => {
    const noteId = await write(secretary, 'Dit');
    await Promise.all(Array.from({ length: 8 }, (_, n) => edit(n % 2 ? agent : secretary, noteId, 'Dit', `Dit mot${n}`)));
    const found = await find(noteId);
    const kept = [found?.words.fr, ...(found?.conflicts.map((each) => each.mine) ?? [])].join(' ');
    for (let n = 0; n < 8; n++) expect(kept).toContain(`mot${n}`);
    expect(found?.conflicts.length).toBeGreaterThan(0);
    const [conflict] = found?.conflicts ?? [];
    await mustRun(runner(), agent, 'coordination.settle_conflict', { conflictId: conflict?.id, value: 'Dit, choisi' });
    expect((await find(noteId))?.words.fr).toBe('Dit, choisi');
  });

  it('are moved, called otherwise and withdrawn, each change leaving alone what it does not name', async () => {
    const noteId = await write(secretary, 'À revoir', { kind: 'need', position: 5 });
    await mustRun(runner(), agent, 'coordination.change_note', { noteId, groupId });
    expect(await find(noteId)).toMatchObject({ kind: 'need', groupId });
    await mustRun(runner(), agent, 'coordination.change_note', { noteId, kind: 'action' });
    expect(await find(noteId)).toMatchObject({ kind: 'action', groupId, position: 5 });
    await mustRun(runner(), secretary, 'coordination.change_note', { noteId, isWithdrawn: true });
    expect(await find(noteId)).toBeUndefined();
    await mustRun(runner(), secretary, 'coordination.change_note', { noteId, isWithdrawn: false });
    expect(await find(noteId)).toMatchObject({ kind: 'action' });
  });

  it('become one thing of the thread, once', async () => {
    const noteId = await write(secretary, 'Manque d’interprètes', { kind: 'difficulty' });
    const findingId = randomUUID();
    await mustRun(runner(), secretary, 'coordination.note_became', { noteId, findingId });
    expect((await find(noteId))?.became).toEqual({ kind: 'finding', id: findingId });
    const again = command('coordination.note_became', { noteId, findingId: randomUUID() });
    expect(await runner().run(agent, again)).toMatchObject({ code: 'note_became_already' });
  });

  it('come no more once the meeting is over', async () => {
    const over = await buildMeeting(db(), secretary.organizationId, 'validated');
    expect(await runner().run(secretary, command('coordination.write_note', note('Tard', { meetingId: over })))).toMatchObject({
      code: 'meeting_is_over',
    });
  });
});
