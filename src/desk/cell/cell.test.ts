import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import type { CommandRunner } from '../../platform/commands/run.ts';
import { buildActor, buildOrganization } from '../../testing/builders.ts';
import { command, mustRun, testRunner, visitPayload } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { listCellCases, listHandovers, previewHandover, readToday, readWorkload } from './store-work.ts';

const db = useDatabase();
const day = 86_400_000;
const ago = (days: number): Date => new Date(Date.now() - days * day);
let runner: CommandRunner;
let head: Actor;
let agent: Actor;
let colleague: Actor;

beforeAll(async () => {
  await db().asOwner((owner) =>
    owner.query(
      `insert into cases.delay (kind, days, source) values ('acknowledge', 15, 'Décret inventé'), ('answer', 60, 'Décret inventé')`,
    ),
  );
  runner = testRunner(db());
});
async function newCell(): Promise<void> {
  const cell = await buildOrganization(db());
  [head, agent, colleague] = [
    await buildActor(db(), 'cell_manager', cell),
    await buildActor(db(), 'agent', cell),
    await buildActor(db(), 'agent', cell),
  ];
}
async function openCase(at: Date, over: object = {}, who = agent): Promise<string> {
  const caseId = randomUUID();
  const answer = await runner.run(who, command('cases.open', { caseId, needs: ['pensions'], ...over }, at));
  if (answer.status === 'refused') throw new Error(answer.code);
  return caseId;
}
const move = async (caseId: string, action: string, at: Date, more: object = {}) => {
  const answer = await runner.run(agent, command('cases.move', { caseId, action, ...more }, at));
  if (answer.status === 'refused') throw new Error(answer.code);
};
const asHead = <T>(work: Parameters<typeof withActor<T>>[2]): Promise<T> => withActor(db().app, head, work);

describe('today', () => {
  beforeAll(newCell);

  it('counts what is not started, late, an emergency or nobody’s, and each figure has its list', async () => {
    const late = await openCase(ago(20));
    const emergency = await openCase(ago(0.01), { priority: 'emergency' });
    const nobodys = await openCase(ago(0.01));
    await mustRun(runner, head, 'cases.assign', { caseId: nobodys });
    const begun = await openCase(ago(0.01));
    await move(begun, 'start', new Date());
    const closed = await openCase(ago(70));
    await move(closed, 'orient', new Date());
    expect(await asHead(readToday)).toMatchObject({ late: 1, emergency: 1, unassigned: 1, waiting: 3, open: 4 });
    const ids = async (list: 'late' | 'emergency' | 'unassigned' | 'waiting') =>
      (await asHead((tx) => listCellCases(tx, list))).map(({ id }) => id).sort();
    expect(await ids('late')).toEqual([late]);
    expect(await ids('emergency')).toEqual([emergency]);
    expect(await ids('unassigned')).toEqual([nobodys]);
    expect(await ids('waiting')).toEqual([late, emergency, nobodys].sort());
  });

  it('a case that waits for the person is not late, and says when the cell was told once it is', async () => {
    const waiting = await openCase(ago(80));
    await move(waiting, 'wait_for_person', ago(79), { note: 'Un papier' });
    const late = await openCase(ago(90));
    await db().app.query('select platform.tell_about_late_cases()');
    const rows = await asHead((tx) => listCellCases(tx, 'late'));
    expect(rows.map(({ id }) => id)).not.toContain(waiting);
    expect(rows.find(({ id }) => id === late)?.toldAt).toBeInstanceOf(Date);
  });

  it('shows steps due today and before, not those of tomorrow nor of closed cases', async () => {
    const caseId = await openCase(ago(0.01));
    const dated = async (days: number, title: string, of = caseId) =>
      mustRun(runner, agent, 'cases.add_step', { stepId: randomUUID(), caseId: of, title, dueOn: ago(-days).toISOString().slice(0, 10) });
    await dated(-3, 'Avant');
    await dated(0, 'Aujourd’hui');
    await dated(2, 'Plus tard');
    const closed = await openCase(ago(1));
    await dated(-1, 'Clos', closed);
    await move(closed, 'orient', new Date());
    const { steps } = await asHead(readToday);
    expect(steps.map(({ title, isLate }) => [title, isLate])).toEqual([
      ['Avant', true],
      ['Aujourd’hui', false],
    ]);
  });

  it('sets today’s visits beside the usual of this weekday, days without a visit counted', async () => {
    const visit = (at: Date) => runner.run(agent, command('desk.record_visit', visitPayload(), at));
    expect((await asHead(readToday)).visits).toMatchObject({ today: 0, usual: null, weeks: 0 });
    for (const [weeks, visits] of [
      [3, 4],
      [1, 2],
      [0, 1],
    ] as const)
      for (let i = 0; i < visits; i++) await visit(ago(7 * weeks + 0.0001));
    // Of the three weeks before: four, none, two.
    expect((await asHead(readToday)).visits).toMatchObject({ today: 1, people: 1, usual: 2, weeks: 3 });
  });

  it('another cell sees none of it', async () => {
    const stranger = await buildActor(db(), 'cell_manager');
    expect(await withActor(db().app, stranger, readToday)).toMatchObject({ open: 0, steps: [], visits: { today: 0 } });
  });
});

describe('workload', () => {
  beforeAll(newCell);
  const month = (): [string, string] => [ago(29).toISOString().slice(0, 10), ago(-1).toISOString().slice(0, 10)];
  const loadOf = async (userId: string | null) =>
    (await asHead((tx) => readWorkload(tx, ...month()))).loads.find((l) => l.userId === userId);

  it('gives the median days to the first action and to closure, the wait for the person taken out', async () => {
    const quick = await openCase(ago(20));
    await move(quick, 'start', ago(19));
    await move(quick, 'orient', ago(10));
    const slow = await openCase(ago(25));
    await move(slow, 'start', ago(22));
    // Eight days that were not the cell's.
    await move(slow, 'wait_for_person', ago(20), { note: 'Un papier' });
    await move(slow, 'resume', ago(12));
    await move(slow, 'orient', ago(5));
    await openCase(ago(16), {}, colleague);
    expect(await loadOf(agent.userId)).toMatchObject({ open: 0, closedThisMonth: 2, daysToFirstAction: 2, daysToClosure: 11 });
    expect(await loadOf(colleague.userId)).toMatchObject({ open: 1, late: 1, closedThisMonth: 0, daysToFirstAction: null });
    expect(await loadOf(null)).toMatchObject({ open: 1, late: 1, closedThisMonth: 2, daysToClosure: 11 });
  });

  it('names who left with cases still theirs, until they are handed over', async () => {
    const leaver = await buildActor(db(), 'agent', head.organizationId);
    const caseId = await openCase(ago(1), { priority: 'urgent' }, leaver);
    await mustRun(runner, leaver, 'cases.add_step', { stepId: randomUUID(), caseId, title: 'Rappeler', assignedTo: leaver.userId });
    await db().asOwner((owner) => owner.query('update access.membership set ended_at = now() where user_id = $1', [leaver.userId]));
    const member = async () => (await asHead((tx) => readWorkload(tx, ...month()))).members.find((m) => m.userId === leaver.userId);
    expect(await member()).toMatchObject({ isActive: false });
    const preview = await asHead((tx) => previewHandover(tx, leaver.userId));
    expect([preview.steps, preview.cases.map(({ priority }) => priority)]).toEqual([1, ['urgent']]);
    await mustRun(runner, head, 'cases.hand_over', { fromUserId: leaver.userId, toUserId: colleague.userId, reason: 'departure' });
    expect(await member()).toBeUndefined();
    expect(await asHead(listHandovers)).toMatchObject([
      { fromUserId: leaver.userId, toUserId: colleague.userId, reason: 'departure', cases: 1 },
    ]);
  });

  it('a handover of several cases is told once', async () => {
    for (let i = 0; i < 3; i++) await openCase(ago(1), {}, colleague);
    await mustRun(runner, head, 'cases.hand_over', { fromUserId: colleague.userId, toUserId: agent.userId, reason: 'leave' });
    const [last] = await asHead(listHandovers);
    expect(last?.cases).toBeGreaterThanOrEqual(4);
  });
});
