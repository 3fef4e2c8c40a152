import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/database/actor.ts';
import type { CommandRunner } from '../../platform/commands/run.ts';
import { buildApp, type Browser, signInAs } from '../../testing/app.ts';
import { buildActor, buildOrganization } from '../../testing/builders.ts';
import { buildReferral, command, testRunner, visitPayload } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { type MonthReport, periods } from './contract.ts';
import { type CountedRow, publishMonth } from './publish.ts';

const db = useDatabase();
let runner: CommandRunner;
let head: Browser;
let agent: Actor;

beforeAll(async () => {
  await db().asOwner((owner) =>
    owner.query(
      `insert into cases.delay (kind, days, source) values ('acknowledge', 15, 'Décret inventé'), ('answer', 60, 'Décret inventé')`,
    ),
  );
  runner = testRunner(db());
  head = await signInAs(buildApp(db()), db(), 'cell_manager');
  agent = await buildActor(db(), 'agent', head.actor.organizationId);
});
const send = async (kind: string, payload: object, at: string): Promise<void> => {
  const answer = await runner.run(agent, command(kind, payload, new Date(at)));
  if (answer.status === 'refused') throw new Error(`${kind}: ${answer.code}`);
};
const visits = async (count: number, at: string, over: object = {}): Promise<void> => {
  for (let i = 0; i < count; i++) await send('desk.record_visit', visitPayload(over), at);
};
const report = async (month: string): Promise<MonthReport> =>
  (await (await head.get(`/api/observatory/month?month=${month}`)).json()) as MonthReport;
const table = (of: MonthReport, dimension: string) => of.tables.find((t) => t.dimension === dimension)?.rows ?? [];
const row = (of: MonthReport, dimension: string, value: string) => table(of, dimension).find((r) => r.value === value);

describe('the month of a cell', () => {
  beforeAll(async () => {
    await visits(9, '2026-06-10T10:00:00Z', { audience: 'mre', sex: 'man' });
    await visits(7, '2026-06-11T10:00:00Z', { audience: 'rpt', needs: ['health', 'shelter_emergency'] });
    await visits(2, '2026-06-12T10:00:00Z', { audience: 'family_member' });
    await visits(6, '2026-05-31T22:30:00Z');
    await visits(12, '2025-06-20T10:00:00Z');
    for (let i = 0; i < 6; i++) {
      const caseId = randomUUID();
      await send('cases.open', { caseId, needs: ['pensions'] }, '2026-06-01T08:00:00Z');
      await send('cases.move', { caseId, action: 'start' }, '2026-06-03T08:00:00Z');
      if (i < 5) await send('cases.move', { caseId, action: 'declare_not_receivable', reason: 'before_court' }, '2026-06-11T08:00:00Z');
      else await send('cases.move', { caseId, action: 'solve' }, '2026-06-11T08:00:00Z');
    }
  });

  it('counts visits and people beside the month before and the same month a year ago, by the days of the region', async () => {
    const june = await report('2026-06');
    expect(row(june, 'visits', 'all')).toEqual({ value: 'all', people: 18, figures: { current: 18, previous: 6, last_year: 12 } });
    expect(row(june, 'need', 'health')?.figures.current).toBe(7);
    const may = await report('2026-05');
    expect(row(may, 'visits', 'all')?.figures).toEqual({ current: 6, previous: 0, last_year: 0 });
  });

  it('hides small numbers, and with them what would give them away', async () => {
    const audiences = table(await report('2026-06'), 'audience');
    expect(audiences.find((r) => r.value === 'family_member')).toMatchObject({ people: null, figures: { current: null } });
    expect(audiences.find((r) => r.value === 'rpt')).toMatchObject({ people: null, figures: { current: null } });
    expect(audiences.find((r) => r.value === 'mre')?.figures.current).toBe(9);
  });

  it('tells how cases ended and how long they took; reasons go with an ending that is hidden', async () => {
    const june = await report('2026-06');
    expect(row(june, 'cases', 'closed')?.figures.current).toBe(6);
    expect(row(june, 'ending', 'not_receivable')?.figures.current).toBeNull();
    expect(row(june, 'not_receivable', 'before_court')?.figures.current).toBeNull();
    expect(row(june, 'delay', 'first_action')?.figures).toEqual({ current: 2, previous: null, last_year: null });
    expect(row(june, 'delay', 'closure')?.figures.current).toBe(10);
  });

  it('counts referrals sent, accepted and declined', async () => {
    const receiver = await buildOrganization(db(), 'Partenaire inventé');
    await buildActor(db(), 'partner', receiver);
    for (let i = 0; i < 5; i++) await buildReferral(runner, agent, receiver);
    const now = await report(new Date().toISOString().slice(0, 7));
    expect(row(now, 'referral', 'sent')?.figures.current).toBe(5);
  });

  it('is the head’s alone, and of their own cell', async () => {
    const app = buildApp(db());
    const stranger = await signInAs(app, db(), 'cell_manager');
    expect(((await (await stranger.get('/api/observatory/month?month=2026-06')).json()) as MonthReport).tables).toEqual([]);
    for (const role of ['agent', 'coordinator', 'partner'] as const) {
      const other = await signInAs(app, db(), role);
      for (const path of ['month', 'month/report.pdf', 'month/report.xlsx'])
        expect((await other.get(`/api/observatory/${path}?month=2026-06`)).status).toBe(403);
    }
    expect((await head.get('/api/observatory/month?month=2026-13')).status).toBe(400);
  });

  it('prints, in French and in Arabic, with no month too empty', async () => {
    for (const month of ['2026-06', '2001-01'])
      for (const language of ['fr', 'ar']) {
        const answer = await head.get(`/api/observatory/month/report.pdf?month=${month}&language=${language}`);
        expect(answer.headers.get('content-type')).toBe('application/pdf');
        expect(
          Buffer.from(await answer.arrayBuffer())
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-');
      }
  });

  it('comes as a workbook with a sheet for each table, numbers as numbers and hidden ones in words', async () => {
    const answer = await head.get('/api/observatory/month/report.xlsx?month=2026-06&language=fr');
    const sheets = await readWorkbook(Buffer.from(await answer.arrayBuffer()));
    expect(sheets.at(-1)?.sheet).toBe('Méthode');
    const rows = sheets.find(({ sheet }) => sheet === 'Par public')?.data;
    expect(rows).toContainEqual(['Marocain du monde (MRE)', 9, 9, 0, 0]);
    expect(rows).toContainEqual(['Membre de la famille', 'trop peu', 'trop peu', 0, 0]);
  });
});

describe('what is published', () => {
  const count = fc.integer({ min: 0, max: 12 });
  it('does not hide how many came because few of them were emergencies, nor tells it where few were not', () => {
    const of = (all: number, emergency: number): (number | null | undefined)[] => {
      const row = { period: 'current', dimension: 'visits', people: null, name: null } as const;
      const [table] = publishMonth(
        [
          { ...row, value: 'all', count: all },
          { ...row, value: 'emergency', count: emergency },
        ],
        [],
        5,
      );
      return ['all', 'emergency'].map((value) => table?.rows.find((r) => r.value === value)?.figures.current);
    };
    expect(of(98, 3)).toEqual([98, null]);
    expect(of(98, 96)).toEqual([98, null]);
    expect(of(98, 30)).toEqual([98, 30]);
    expect(of(4, 2)).toEqual([null, null]);
  });
  it('never lets the ending of few people be worked out, by the total or by the reasons', () => {
    fc.assert(
      fc.property(fc.constantFrom(...periods), count, count, count, (period, solved, court, duplicate) => {
        const of = (dimension: CountedRow['dimension'], value: string, n: number): CountedRow[] =>
          n === 0 ? [] : [{ period, dimension, value, count: n, people: null, name: null }];
        const refused = court + duplicate;
        const tables = publishMonth(
          [
            ...of('cases', 'closed', solved + refused),
            ...of('ending', 'solved', solved),
            ...of('ending', 'not_receivable', refused),
            ...of('not_receivable', 'before_court', court),
            ...of('not_receivable', 'duplicate', duplicate),
          ],
          [],
          5,
        );
        const figure = (dimension: string, value: string) =>
          tables.find((t) => t.dimension === dimension)?.rows.find((r) => r.value === value)?.figures[period];
        const isSmall = (n: number): boolean => n > 0 && n < 5;
        for (const [value, n] of [
          ['solved', solved],
          ['not_receivable', refused],
        ] as const)
          if (isSmall(n)) expect(figure('ending', value)).toBeNull();
        for (const [value, n] of [
          ['before_court', court],
          ['duplicate', duplicate],
        ] as const)
          if (isSmall(n)) expect(figure('not_receivable', value)).toBeNull();
        if (isSmall(solved) && refused > 0) {
          expect(figure('ending', 'not_receivable')).toBeNull();
          for (const reason of ['before_court', 'duplicate']) expect(figure('not_receivable', reason) ?? null).toBeNull();
        }
      }),
    );
  });
});
