import { randomUUID } from 'node:crypto';
import * as mupdf from 'mupdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../../platform/database/actor.ts';
import { withActor } from '../../../platform/database/actor.ts';
import { paperDocx, paperPdf } from '../../../platform/documents/index.ts';
import { buildActor, buildOrganization } from '../../../testing/builders.ts';
import { useDatabase } from '../../../testing/database.ts';
import { type CommitteeReport, readReport } from './read-report.ts';
import { reportPaper } from './report-paper.ts';
import { reportWords } from './words.ts';

const db = useDatabase();
let reader: Actor;
const actionId = randomUUID();

beforeAll(async () => {
  const cell = await buildOrganization(db(), 'Cellule A');
  reader = await buildActor(db(), 'coordinator' satisfies Role);
  await db().asOwner(async (owner) => {
    await owner.query(
      `insert into coordination.recommendation (id, organization_id, title, text, themes, status) values
         ($1, $2, '{"fr": "Former les agents", "ar": "تكوين الأعوان"}', '{"fr": "T"}', '{training}', 'adopted')`,
      [randomUUID(), cell],
    );
    await owner.query(
      `insert into coordination.action (id, organization_id, title, themes, status, ends_on) values
         ($1, $2, '{"fr": "Ouvrir une cellule", "ar": "فتح خلية"}', '{cells}', 'under_way', directory.today() - 2)`,
      [actionId, cell],
    );
    await owner.query(
      `insert into coordination.step (id, action_id, position, title, ending, ended_on, due_on) values
         ($1, $3, 1, '{"fr": "Louer le local"}', 'done', directory.today() - 10, null),
         ($2, $3, 2, '{"fr": "Équiper le local"}', null, null, directory.today() + 12)`,
      [randomUUID(), randomUUID(), actionId],
    );
    await owner.query(
      `insert into coordination.proof (id, action_id, step_id, organization_id, kind, dated_on, words)
       select gen_random_uuid(), action_id, id, $1, 'statement', directory.today(), '{"fr": "Bail signé"}' from coordination.step where ending = 'done'`,
      [cell],
    );
  });
}, 60_000);

const report = (language: 'fr' | 'ar'): Promise<CommitteeReport> => withActor(db().app, reader, (tx) => readReport(tx, language));
const textOf = (pdf: Uint8Array): string => {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, i) => document.loadPage(i).toStructuredText('').asText())
    .join('\n')
    .normalize('NFKC')
    .replace(/\s+/g, ' ');
};

describe('the report to the committee', () => {
  it('tells what is late, what nobody took up, what was done with its proof, and what comes', async () => {
    const { pressing, untouched, achieved, agenda } = await report('fr');
    expect(pressing.map(({ id, signals }) => [id, signals])).toEqual([[actionId, ['late']]]);
    expect(untouched.map(({ title }) => title.fr)).toEqual(['Former les agents']);
    expect(achieved.map(({ title, isProven }) => [title.fr, isProven])).toEqual([['Louer le local', true]]);
    expect(agenda.coming.map(({ title }) => title.fr)).toEqual(['Équiper le local']);
  });
  it('is printed with the same in French', async () => {
    const said = textOf(await paperPdf(reportPaper(await report('fr'), reportWords.fr, 'fr')));
    for (const words of [
      'Ouvrir une cellule',
      'En retard',
      'Former les agents',
      'Louer le local',
      'montrée',
      'Équiper le local',
      'Décisions',
    ]) {
      expect(said).toContain(words);
    }
  }, 30_000);
  it('is a document an office goes on writing in, in Arabic too', async () => {
    const paper = reportPaper(await report('ar'), reportWords.ar, 'ar');
    expect(JSON.stringify(paper)).toContain('فتح خلية');
    expect(JSON.stringify(paper)).not.toMatch(/(report|thread)\.[a-z_.]+"/);
    expect(Buffer.from((await paperDocx(paper)).subarray(0, 2)).toString()).toBe('PK');
  });
});
