import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import type { CommandRunner } from '../platform/commands/run.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { buildReferral, command, mustRun, testRunner, visitPayload } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { findKnown, findVisit } from '../desk/store.ts';
import { referenceOf } from '../platform/reference.ts';
import { findCaseFile } from './file.ts';
import { loadDelays } from './load-delays.ts';
import { listClosedCases, listOpenCases } from './store.ts';

const db = useDatabase();
const region = new URL('../../data/oriental/delays.json', import.meta.url).pathname;
let runner: CommandRunner;
let agent: Actor;
let colleague: Actor;
let head: Actor;

beforeAll(async () => {
  await db().asOwner((owner) => loadDelays(owner, region));
  const cell = await buildOrganization(db());
  [agent, colleague, head] = [
    await buildActor(db(), 'agent', cell),
    await buildActor(db(), 'agent', cell),
    await buildActor(db(), 'cell_manager', cell),
  ];
  runner = testRunner(db());
});

const run = (kind: string, payload: object, who = agent, at?: Date) => runner.run(who, command(kind, payload, at));
async function openCase(over: object = {}, who = agent): Promise<string> {
  const caseId = randomUUID();
  await mustRun(runner, who, 'cases.open', { caseId, needs: ['pensions'], ...over });
  return caseId;
}
const file = async (caseId: string, who = agent) => {
  const found = await withActor(db().app, who, (tx) => findCaseFile(tx, caseId, 'fr'));
  if (!found) throw new Error('the case is not seen');
  return found;
};
const move = (caseId: string, action: string, more: object = {}) => run('cases.move', { caseId, action, ...more });

describe('a case', () => {
  it('belongs to the agent who opened it and runs against the region’s delays', async () => {
    const { case: row, clocks } = await file(await openCase());
    expect(row).toMatchObject({ status: 'open', assignedTo: agent.userId, late: false });
    expect(clocks.map((c) => [c.kind, c.days])).toEqual([
      ['acknowledge', 15],
      ['answer', 60],
    ]);
    expect((await file(await openCase({ needs: ['investment'] }))).clocks.at(-1)?.days).toBe(30);
  });
  it('is opened once for a visit, and once for each of those who came together', async () => {
    const alone = visitPayload();
    const together = visitPayload({ group: { people: 30, profiles: [], attention: { sick_or_injured: 2 } } });
    for (const visit of [alone, together]) await mustRun(runner, agent, 'desk.record_visit', visit);
    const open = (visitId: string, name: string) =>
      run('cases.open', { caseId: randomUUID(), visitId, needs: ['health'], person: { personId: randomUUID(), name } });
    await open(alone.visitId, 'Testa Seule');
    expect(await open(alone.visitId, 'Testa Autre')).toMatchObject({ status: 'refused', code: 'case_already_open' });
    expect([await open(together.visitId, 'Testa Une'), await open(together.visitId, 'Testa Deux')].map((a) => a.status)).toEqual([
      'done',
      'done',
    ]);
    const [seenAlone, seenTogether] = await withActor(db().app, agent, async (tx) => [
      await findVisit(tx, alone.visitId),
      await findVisit(tx, together.visitId),
    ]);
    expect(seenAlone).toMatchObject({ cases: 1, personName: 'Testa Seule', mine: true });
    // It stays one row of the day, and no one's own visit.
    expect(seenTogether).toMatchObject({ cases: 2, people: 30, personName: null });
    const known = await withActor(db().app, agent, (tx) => findKnown(tx, referenceOf(together.visitId)));
    expect(known).toMatchObject({ personId: null, caseId: null, visit: { people: 30 } });
  });
  it('waits for a third party and is solved, and its file tells how', async () => {
    const caseId = await openCase();
    await move(caseId, 'start');
    await move(caseId, 'wait_for_third_party', { note: 'Bureau d’état civil' });
    expect(await file(caseId)).toMatchObject({ case: { status: 'waiting_third_party' }, statusNote: 'Bureau d’état civil' });
    await move(caseId, 'resume');
    await move(caseId, 'solve');
    const { case: row, history, clocks } = await file(caseId);
    expect(row.status).toBe('solved');
    expect(clocks.every((c) => c.stoppedAt !== null)).toBe(true);
    expect(history.filter((h) => h.kind === 'case_moved').map((h) => h.to)).toEqual([
      'solved',
      'in_progress',
      'waiting_third_party',
      'in_progress',
    ]);
  });
  it('does not age while the person is waited for, and the pause is kept with its reason', async () => {
    const caseId = await openCase();
    const before = (await file(caseId)).clocks.find((c) => c.kind === 'answer');
    const now = Date.now();
    await run('cases.move', { caseId, action: 'wait_for_person', note: 'Copie du livret' }, agent, new Date(now - 10 * 86_400_000));
    expect((await file(caseId)).clocks.find((c) => c.kind === 'answer')?.pausedAt).not.toBeNull();
    await run('cases.move', { caseId, action: 'resume' }, agent, new Date(now));
    const after = (await file(caseId)).clocks.find((c) => c.kind === 'answer');
    expect(Date.parse(after?.dueAt ?? '') - Date.parse(before?.dueAt ?? '')).toBe(10 * 86_400_000);
    expect(after?.pauses).toMatchObject([{ reason: 'Copie du livret' }]);
  });
  it('before a court is not receivable; without its reason the server refuses and nothing moves', async () => {
    const caseId = await openCase({ needs: ['land_property'] });
    expect(await move(caseId, 'declare_not_receivable')).toMatchObject({ status: 'refused', code: 'reason_missing' });
    expect((await file(caseId)).case.status).toBe('open');
    expect(await move(caseId, 'declare_not_receivable', { reason: 'before_court' })).toMatchObject({ status: 'done' });
    expect(await file(caseId)).toMatchObject({ case: { status: 'not_receivable' }, statusReason: 'before_court' });
  });
  it('reopened is owed an answer again', async () => {
    const caseId = await openCase();
    await move(caseId, 'solve');
    await move(caseId, 'reopen', { note: 'Le versement s’est arrêté' });
    const { case: row, clocks } = await file(caseId);
    expect(row.status).toBe('reopened');
    expect(clocks.find((c) => c.kind === 'answer')).toMatchObject({ stoppedAt: null });
    const open = await withActor(db().app, agent, (tx) => listOpenCases(tx, 'mine', 'fr'));
    expect(open.some((c) => c.id === caseId)).toBe(true);
  });
  it('keeps what two people changed without seeing each other: the second is told, and nothing is overwritten', async () => {
    const caseId = await openCase({ summary: 'Avant' });
    const change = (summary: string) => run('cases.change', { caseId, set: { summary }, was: { summary: 'Avant' } });
    expect(await change('Un')).toMatchObject({ status: 'done' });
    expect(await change('Deux')).toMatchObject({ status: 'refused', code: 'changed_meanwhile' });
    expect((await file(caseId)).case.summary).toBe('Un');
  });
});

describe('an anonymous first contact', () => {
  it('becomes someone’s file later with all that was written before', async () => {
    const visitId = randomUUID();
    await mustRun(runner, agent, 'desk.record_visit', visitPayload({ visitId }));
    const caseId = await openCase({ visitId });
    await mustRun(runner, agent, 'cases.add_note', { noteId: randomUUID(), caseId, level: 'ordinary', text: 'Écrit avant le nom' });
    const personId = randomUUID();
    await mustRun(runner, agent, 'cases.name_person', { caseId, person: { personId, name: 'Testa Inventée', birthDate: '1950' } });
    const { person, notes, history } = await file(caseId);
    expect(person).toMatchObject({ id: personId, name: 'Testa Inventée', birthDate: '1950' });
    expect(notes.map((n) => n.text)).toEqual(['Écrit avant le nom']);
    expect(history.at(-1)?.kind).toBe('case_opened');
    expect(await run('cases.name_person', { caseId, personId })).toMatchObject({ code: 'case_has_person' });
  });
});

describe('a restricted note', () => {
  it('is read by its author, the assigned agent and those entrusted; a colleague does not even learn its words from the journal', async () => {
    const caseId = await openCase();
    await mustRun(runner, colleague, 'cases.add_note', { noteId: randomUUID(), caseId, level: 'health', text: 'MOT-RETENU' });
    const reads = async (who: Actor) => (await file(caseId, who)).notes.map((n) => n.text);
    expect([await reads(agent), await reads(colleague), await reads(head)]).toEqual([['MOT-RETENU'], ['MOT-RETENU'], []]);
    await withActor(db().app, head, async (tx) => {
      const { rows } = await tx.query(`select from platform.journal where payload::text like '%MOT-RETENU%'`);
      expect(rows).toEqual([]);
    });
    await mustRun(runner, head, 'access.entrust', { userId: head.userId, entrusted: true });
    expect(await reads(head)).toEqual(['MOT-RETENU']);
    await mustRun(runner, head, 'access.entrust', { userId: head.userId, entrusted: false });
    expect(await reads(head)).toEqual([]);
  });
  it('an agent cannot entrust themselves', async () => {
    expect(await run('access.entrust', { userId: agent.userId, entrusted: true })).toMatchObject({ code: 'not_allowed' });
    await withActor(db().app, agent, (tx) => tx.query('select access.entrust_restricted($1, true)', [agent.userId]));
    const entrusted = await withActor(db().app, agent, (tx) => tx.query('select access.may_read_restricted() as yes'));
    expect(entrusted.rows).toEqual([{ yes: false }]);
  });
});

describe('a plan', () => {
  it('has steps with dates, which are done or dropped once', async () => {
    const caseId = await openCase();
    const stepId = randomUUID();
    await mustRun(runner, agent, 'cases.add_step', { stepId, caseId, title: 'Demander l’acte', dueOn: '2026-08-01' });
    await mustRun(runner, agent, 'cases.change_step', { stepId, caseId, dueOn: '2026-08-15' });
    expect((await file(caseId)).steps).toMatchObject([{ title: 'Demander l’acte', dueOn: '2026-08-15', ending: null }]);
    expect((await file(caseId)).case.nextStepOn).toContain('2026-08-1');
    await mustRun(runner, agent, 'cases.end_step', { stepId, caseId, ending: 'done' });
    expect(await run('cases.end_step', { stepId, caseId, ending: 'dropped' })).toMatchObject({ code: 'step_already_ended' });
  });
  it('has no step for a day that was mistyped: the refusal says which field', async () => {
    const caseId = await openCase();
    for (const dueOn of ['1850-01-01', '0206-08-01', '9999-12-31']) {
      expect(await run('cases.add_step', { stepId: randomUUID(), caseId, title: 'Relevé', dueOn })).toMatchObject({
        code: 'invalid_fields',
        fields: [{ path: 'dueOn', code: 'day_unlikely' }],
      });
    }
    expect((await file(caseId)).steps).toEqual([]);
  });
  it('of an unaccompanied child is urgent', async () => {
    expect((await file(await openCase({ minorSituation: 'unaccompanied' }))).case.priority).toBe('urgent');
    expect((await file(await openCase({ minorSituation: 'with_parents' }))).case.priority).toBe('normal');
  });
});

describe('the work of a cell', () => {
  it('goes from one colleague to another, and all of it at once when someone leaves', async () => {
    const leaver = await buildActor(db(), 'agent', agent.organizationId);
    const [one, two] = [await openCase({}, leaver), await openCase({}, leaver)];
    await mustRun(runner, agent, 'cases.assign', { caseId: one, userId: colleague.userId });
    const handed = await mustRun(runner, head, 'cases.hand_over', {
      fromUserId: leaver.userId,
      toUserId: colleague.userId,
      reason: 'departure',
    });
    expect(handed).toEqual({ cases: 1 });
    const theirs = await withActor(db().app, colleague, (tx) => listOpenCases(tx, 'mine', 'fr'));
    expect(theirs.map((c) => c.id)).toEqual(expect.arrayContaining([one, two]));
    expect((await file(two)).history[0]).toMatchObject({ kind: 'case_handed_over', reason: 'departure' });
  });
  it('is assigned to nobody of another organisation', async () => {
    const stranger = await buildActor(db(), 'agent');
    expect(await run('cases.assign', { caseId: await openCase(), userId: stranger.userId })).toMatchObject({ code: 'member_not_found' });
  });
  it('lists emergencies before the rest and closed cases apart', async () => {
    const urgent = await openCase({ priority: 'emergency' }, colleague);
    const [closed] = [await openCase({}, colleague)];
    await mustRun(runner, colleague, 'cases.move', { caseId: closed, action: 'orient' });
    const [open, ended] = await withActor(db().app, colleague, async (tx) => [
      await listOpenCases(tx, 'mine', 'fr'),
      await listClosedCases(tx, 'fr'),
    ]);
    expect(open[0]?.id).toBe(urgent);
    expect(open.some((c) => c.id === closed)).toBe(false);
    expect(ended.some((c) => c.id === closed)).toBe(true);
  });
});

it('a case that a partner has yet to answer in time does not stand before an emergency', async () => {
  const busy = await buildActor(db(), 'agent');
  const partner = await buildActor(db(), 'partner');
  const { caseId } = await buildReferral(runner, busy, partner.organizationId);
  const [emergency, late] = [await openCase({ priority: 'emergency' }, busy), randomUUID()];
  await run('cases.open', { caseId: late, needs: ['pensions'] }, busy, new Date(Date.now() - 61 * 86_400_000));
  const listed = await withActor(db().app, busy, (tx) => listOpenCases(tx, 'mine', 'fr'));
  expect(listed.map((c) => c.id)).toEqual([late, emergency, caseId]);
});

describe('a delay', () => {
  it('is set by the head of the cell for its cases to come, and no agent may', async () => {
    expect(await run('cases.set_delay', { kind: 'answer', days: 20, source: 'Promesse' })).toMatchObject({ code: 'not_allowed' });
    await mustRun(runner, head, 'cases.set_delay', { kind: 'answer', need: 'utilities', days: 20, source: 'Promesse de la cellule' });
    const answer = (await file(await openCase({ needs: ['utilities'] }))).clocks.find((c) => c.kind === 'answer');
    expect(answer).toMatchObject({ days: 20, source: 'Promesse de la cellule' });
    await mustRun(runner, head, 'cases.set_delay', { kind: 'answer', need: 'utilities', source: 'Fin de la promesse' });
    expect((await file(await openCase({ needs: ['utilities'] }))).clocks.find((c) => c.kind === 'answer')?.days).toBe(60);
  });
  it('run past is told to the cell once', async () => {
    const caseId = randomUUID();
    await run('cases.open', { caseId, needs: ['pensions'] }, agent, new Date(Date.now() - 61 * 86_400_000));
    for (let i = 0; i < 2; i++) await db().app.query('select platform.tell_about_late_cases()');
    const told = await withActor(db().app, agent, (tx) =>
      tx.query(`select from platform.notice where kind = 'case_late' and subject_id = $1`, [caseId]),
    );
    expect(told.rowCount).toBe(1);
    expect((await file(caseId)).case.late).toBe(true);
  });
});

it('another cell sees nothing of a case, whatever it asks', async () => {
  const caseId = await openCase({ person: { personId: randomUUID(), name: 'Testa Inventée' } });
  const stranger = await buildActor(db(), 'cell_manager');
  expect(await withActor(db().app, stranger, (tx) => findCaseFile(tx, caseId, 'fr'))).toBeUndefined();
  for (const [kind, payload] of [
    ['cases.move', { caseId, action: 'solve' }],
    ['cases.add_note', { noteId: randomUUID(), caseId, level: 'ordinary', text: 'x' }],
    ['cases.add_step', { stepId: randomUUID(), caseId, title: 'x' }],
    ['cases.add_contact', { contactId: randomUUID(), caseId, role: 'other', name: 'x' }],
    ['cases.assign', { caseId }],
    ['cases.name_person', { caseId, person: { personId: randomUUID(), name: 'x' } }],
    ['cases.change', { caseId, set: {}, was: {} }],
  ] as const)
    expect(await run(kind, payload, stranger), kind).toMatchObject({ status: 'refused', code: 'case_not_found' });
});
