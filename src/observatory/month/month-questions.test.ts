import { randomUUID } from 'node:crypto';
import * as mupdf from 'mupdf';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandRunner } from '../../platform/commands/run.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { type Browser, buildApp, signInAs } from '../../testing/app.ts';
import { buildActor } from '../../testing/builders.ts';
import { command, mustRun, testRunner, visitPayload } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import type { MonthReport } from './contract.ts';

const db = useDatabase();
let runner: CommandRunner;
let head: Browser;
let agent: Actor;

const port = { fr: 'Port d’arrivée', ar: 'ميناء الوصول' };
const options = [
  { key: 'sum', labels: { fr: 'Nador', ar: 'الناظور' } },
  { key: 'melilla', labels: { fr: 'Melilla', ar: 'مليلية' } },
  { key: 'oujda', labels: { fr: 'Oujda', ar: 'وجدة' } },
];
const named = (word: string) => ({ fr: `Question ${word}`, ar: `سؤال ${word}` });
async function ask(over: object): Promise<string> {
  const fieldId = randomUUID();
  const field = { fieldId, subject: 'visit', sensitivity: 'plain', needs: [], options: [], position: 0, ...over };
  await mustRun(runner, head.actor, 'desk.define_field', field);
  return fieldId;
}
/** A visit for each of these values, which is what was answered to a question there. */
async function answer(fieldId: string, values: readonly unknown[], at = '2026-06-10T10:00:00Z'): Promise<void> {
  for (const value of values) {
    const visitId = randomUUID();
    await mustRun(runner, agent, 'desk.record_visit', visitPayload({ visitId }));
    const payload = { subject: 'visit', subjectId: visitId, values: { [fieldId]: value } };
    expect(await runner.run(agent, command('desk.set_values', payload, new Date(at)))).toMatchObject({ status: 'done' });
  }
}
const times = (count: number, value: unknown): unknown[] => Array.from({ length: count }, () => value);

const address = (kind: string, language: string) => `/api/observatory/month/report.${kind}?month=2026-06&language=${language}`;
const bytesOf = async (path: string) => Buffer.from(await (await head.get(path)).arrayBuffer());
const readReport = async (month = '2026-06') => (await (await head.get(`/api/observatory/month?month=${month}`)).json()) as MonthReport;
const question = async (id: string) => (await readReport()).questions.find((q) => q.id === id);
const figures = async (id: string) =>
  (await question(id))?.rows.map(({ value, figures: f }) => [value, f.current, f.previous, f.last_year]);
const openPages = async (language: string) => {
  const document = mupdf.Document.openDocument(await bytesOf(address('pdf', language)), 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, i) => document.loadPage(i));
};
const readPages = async (language: string): Promise<string> =>
  (await openPages(language))
    .map((page) => page.toStructuredText('').asText())
    .join('\n')
    .normalize('NFKC');
const readSheets = async (language: string) => readWorkbook(await bytesOf(address('xlsx', language)));
/** Arabic comes back from a PDF by its shapes: joined letters twice, with gaps between them. */
const letters = (text: string): string => text.replace(/\s+/gu, '').replace(/(.)\1+/gu, '$1');
/** All that leaves the cell: what the screen is given, both papers and both workbooks. */
async function readEverything(): Promise<string> {
  const papers = [await readPages('fr'), await readPages('ar')];
  const workbooks = [await readSheets('fr'), await readSheets('ar')];
  // A random id may hold any digits.
  return JSON.stringify([await readReport(), papers, workbooks]).replace(/"id":"[^"]*"/g, '');
}

let arrival: string;
beforeAll(async () => {
  runner = testRunner(db());
  head = await signInAs(buildApp(db()), db(), 'cell_manager');
  agent = await buildActor(db(), 'agent', head.actor.organizationId);
  arrival = await ask({ kind: 'choice', labels: port, options });
  await answer(arrival, [...times(9, 'sum'), ...times(6, 'melilla'), ...times(2, 'oujda')]);
  // The last evening of May in UTC is June already where the region's clock is well ahead.
  await db().asOwner((owner) => owner.query(`update directory.calendar set timezone = 'Asia/Tokyo'`));
  await answer(arrival, times(7, 'sum'), '2026-05-31T22:30:00Z');
  await answer(arrival, times(5, 'melilla'), '2026-05-31T14:30:00Z');
  await answer(arrival, times(8, 'oujda'), '2025-06-20T10:00:00Z');
});

describe('the cell’s own questions in the report of the month', () => {
  it('are counted by the days of the region, beside the month before and a year ago, small numbers hidden with what would tell them', async () => {
    expect(await question(arrival)).toMatchObject({ labels: port, rows: [{ value: 'visit' }, { name: options[0]?.labels }, {}, {}] });
    expect(await figures(arrival)).toEqual([
      ['visit', 24, 5, 8],
      ['choice.sum', 16, 0, 0],
      ['choice.melilla', null, 5, 0],
      ['choice.oujda', null, 0, 8],
    ]);
  });

  it('of a number tell the total and the median where enough have answered', async () => {
    const [few, enough] = [await ask({ kind: 'number', labels: named('rare') }), await ask({ kind: 'number', labels: named('courante') })];
    await answer(few, [1, 2, 3, 977]);
    await answer(enough, [0.1, 0.2, 3, 4, 5.7]);
    expect(await figures(few)).toEqual([
      ['visit', null, 0, 0],
      ['sum', null, null, null],
      ['median', null, null, null],
    ]);
    expect(await figures(enough)).toEqual([
      ['visit', 5, 0, 0],
      ['sum', 13, null, null],
      ['median', 3, null, null],
    ]);
    expect(await readEverything()).not.toMatch(/977|983/);
  });

  it('of words and of dates tell how often they were answered, and nothing of what was said', async () => {
    const [words, day] = [await ask({ kind: 'text', labels: named('libre') }), await ask({ kind: 'date', labels: named('datée') })];
    await answer(words, times(6, 'Parole inventée'));
    await answer(day, times(5, '1987-03-21'));
    expect([await figures(words), await figures(day)]).toEqual([[['visit', 6, 0, 0]], [['visit', 5, 0, 0]]]);
    expect(await readEverything()).not.toMatch(/Parole|1987/);
  });

  it('that are personal or sensitive are nowhere in it, not even by name, though its reader be entrusted with them', async () => {
    await mustRun(runner, head.actor, 'access.entrust', { userId: head.actor.userId, entrusted: true });
    const before = await readReport();
    for (const sensitivity of ['personal', 'sensitive']) {
      const of = { sensitivity, retentionMonths: 12 };
      const [secret, health] = [`secrète ${sensitivity}`, `intime ${sensitivity}`];
      const spoken = { fr: `Choix ${secret}`, ar: `جواب ${secret}` };
      await answer(
        await ask({ ...of, kind: 'choice', labels: named(secret), options: [{ key: 'secret', labels: spoken }] }),
        times(31, 'secret'),
      );
      await answer(await ask({ ...of, kind: 'number', labels: named(health) }), times(7, 4_321));
    }
    expect(await readEverything()).not.toMatch(/secr|intime|4.?321|30.?247/);
    expect(await readReport()).toEqual(before);
  });

  it('stay while they were answered in the month though asked no more, and come with no answer never', async () => {
    const [retired, silent] = [
      await ask({ kind: 'yes_no', labels: named('passée'), position: 1 }),
      await ask({ kind: 'yes_no', labels: named('muette') }),
    ];
    await answer(retired, times(5, true));
    await answer(silent, [true], '2026-05-10T10:00:00Z');
    await mustRun(runner, head.actor, 'desk.retire_field', { fieldId: retired });
    expect(await figures(retired)).toEqual([
      ['visit', 5, 0, 0],
      ['true', 5, 0, 0],
      ['false', 0, 0, 0],
    ]);
    expect(await question(silent)).toBeUndefined();
    expect((await readReport('2001-01')).questions).toEqual([]);
  });

  it('are printed in the language of the paper', async () => {
    const [french, arabic] = [await readPages('fr'), await readPages('ar')];
    for (const words of ['Questions de la cellule', port.fr, 'Visites avec une réponse', 'Melilla', 'celles qu’elle pose en plus'])
      expect(french).toContain(words);
    for (const word of [...port.ar.split(' '), 'أسئلة', 'الخلية', 'مليلية', 'زيارات']) expect(letters(arabic)).toContain(letters(word));
    expect(arabic).not.toContain(port.fr);
  });

  it('go on in the next line of the paper where a word is longer than its column', async () => {
    const long = { fr: 'Anticonstitutionnellement'.repeat(4), ar: 'للمستقبلين'.repeat(9) };
    await answer(await ask({ kind: 'choice', labels: long, options: [{ key: 'long', labels: long }] }), times(5, 'long'));
    for (const language of ['fr', 'ar'])
      for (const page of await openPages(language)) {
        const [left, , right] = page.getBounds();
        page.toStructuredText('').walk({
          beginLine([from, , to]) {
            expect(from).toBeGreaterThan(left + 40);
            expect(to).toBeLessThan(right - 40);
          },
        });
      }
  });

  it('stand on one sheet of the workbook, each row with its question, numbers as numbers and hidden ones in words', async () => {
    const [french, arabic] = [await readSheets('fr'), await readSheets('ar')];
    const rows = french.find(({ sheet }) => sheet === 'Questions de la cellule')?.data;
    expect(rows?.[1]).toEqual(['Question', 'Détail', 'Nombre', 'Mois d’avant', 'Il y a un an']);
    expect(rows).toContainEqual([port.fr, 'Melilla', 'trop peu', 5, 0]);
    expect(rows).toContainEqual(['Question passée', 'Oui', 5, 0, 0]);
    expect(arabic.find(({ sheet }) => sheet === 'أسئلة الخلية')?.data).toContainEqual([port.ar, 'مليلية', 'عدد قليل', 5, 0]);
  });

  it('are those of the head’s own cell', async () => {
    const stranger = await signInAs(buildApp(db()), db(), 'cell_manager');
    expect(((await (await stranger.get('/api/observatory/month?month=2026-06')).json()) as MonthReport).questions).toEqual([]);
    expect(await (await stranger.get(address('xlsx', 'fr'))).text()).not.toContain(port.fr);
  });
});
