import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as mupdf from 'mupdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../platform/documents/index.ts';
import { paperDocx, paperPdf } from '../../platform/documents/index.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { useDatabase } from '../../testing/database.ts';
import { buildPlan, inventPlan } from '../../testing/plan.ts';
import { assemble } from '../assemble.ts';
import type { StageSetting } from '../contract.ts';
import { planPaper } from './plan-paper.ts';
import { type PaperLanguage, paperSpeech } from './speak.ts';
import { yearPaper } from './year-paper.ts';

const rows = inventPlan();
const plan = assemble(rows);
const stages: StageSetting[] = [
  {
    key: 'prepared',
    names: { fr: 'Préparation', ar: 'الإعداد' },
    tasks: { fr: 'Décider', ar: 'اتخاذ القرار' },
    monthsAfterStart: 3,
    daysAfterPrevious: null,
    law: { fr: 'Article inventé', ar: 'مادة مختلقة' },
    sourceUrl: null,
    isChecked: false,
  },
];
const printed = { plan, stages, versions: [], today: '2029-03-01', version: null };
const written = (language: PaperLanguage): Paper => planPaper(printed, paperSpeech[language], language);
const year = (language: PaperLanguage): Paper => {
  const paper = yearPaper(plan, 2028, paperSpeech[language], language);
  if (!paper) throw new Error('no evaluation');
  return paper;
};

/** Every letter of every page where it stands, in the order it is read. */
interface Read {
  said: string;
  /** Where the letter stands that follows so many of this text. */
  at: (text: string, letter?: number) => number;
}
function read(document: mupdf.Document): Read {
  const places: { letter: string; x: number }[] = [];
  for (let page = 0; page < document.countPages(); page++) {
    document
      .loadPage(page)
      .toStructuredText('')
      .walk({
        onChar: (letter, origin) => {
          for (const one of letter.normalize('NFKC')) if (/\S/u.test(one)) places.push({ letter: one, x: origin[0] });
        },
      });
  }
  const said = places.map(({ letter }) => letter).join('');
  return { said, at: (text, letter = 0) => places[said.indexOf(text) + letter]?.x ?? Number.NaN };
}
async function inOffice(paper: Paper): Promise<Read> {
  const folder = await mkdtemp(join(tmpdir(), 'istiqbal-plan-'));
  try {
    await writeFile(join(folder, 'plan.docx'), await paperDocx(paper));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const office = process.env.SOFFICE ?? 'soffice';
    await promisify(execFile)(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'plan.docx')]);
    return read(mupdf.Document.openDocument(await readFile(join(folder, 'plan.pdf')), 'application/pdf'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
const asPdf = async (paper: Paper): Promise<Read> => read(mupdf.Document.openDocument(await paperPdf(paper), 'application/pdf'));

describe.each([
  ['as a document in LibreOffice', inOffice],
  ['as PDF', asPdf],
] as const)('a plan before its council, %s', (_, open) => {
  it('says all that it holds: who was heard, what comes first, whose money, what is measured, what was answered', async () => {
    const { said } = await open(written('fr'));
    for (const text of [
      'Une commune ouverte à toutes et tous.',
      '50 présences, dont 21 de femmes',
      'Salle inventée – Associations du quartier',
      '1. Besoin inventé 2',
      '64 demandes, dont 30 de femmes',
      'Projet 2 : Projet inventé 2',
      'Association inventée',
      // One year of one source, one year of one project, six years of three.
      '125 000,50',
      '750 003',
      '13 500 054 DH',
      'Personnes reçues (personnes)',
      '1 200 (2033)',
      'Prévoir un espace pour les enfants.',
      'Un coin est aménagé.',
      'Article inventé *',
      // Of those a plan should speak of, some are named nowhere.
      'Marocains de retour – Enfants – Jeunes',
      'Date et signature',
    ])
      expect(said).toContain(text.normalize('NFKC').replace(/\s/gu, ''));
  }, 60_000);

  it('in Arabic stands from the right, with the same figures', async () => {
    const { said, at } = await open(written('ar'));
    expect(said).toContain('13500054');
    // The years of the money go to the left, as words do.
    expect(at('20282029')).toBeGreaterThan(at('20282029', 4));
    // And the word that heads them stands at their right.
    expect(at('20282029', -1)).toBeGreaterThan(at('20282029'));
  }, 60_000);

  it('tells a year project by project, what was spent of what was planned, and what was learned', async () => {
    const { said } = await open(year('fr'));
    for (const text of [
      'L’accueil a ouvert.',
      '270 000 DH sur 2 250 009 DH',
      'femmes 140',
      'Deux agents formés.',
      'Ouvrir le samedi change tout.',
    ])
      expect(said).toContain(text.normalize('NFKC').replace(/\s/gu, ''));
  }, 60_000);
});

it('a year that nobody evaluated has no report', () => {
  expect(yearPaper(plan, 2029, paperSpeech.fr, 'fr')).toBeUndefined();
});
it('a plan of which nothing is written yet is a paper all the same', () => {
  const empty = assemble({
    ...rows,
    plan: { ...rows.plan, vision: null, regional_link: null },
    ...{
      session: [],
      need: [],
      vote: [],
      project: [],
      cost: [],
      indicator: [],
      indicator_value: [],
      remark: [],
      evaluation: [],
      judged: [],
    },
  });
  for (const language of ['fr', 'ar'] as const) {
    const { blocks } = planPaper({ ...printed, plan: empty, stages: [] }, paperSpeech[language], language);
    expect(JSON.stringify(blocks)).not.toMatch(/undefined|NaN/);
    expect(blocks.filter((b) => b.kind === 'text' && b.look === 'quiet').length).toBeGreaterThan(4);
  }
});

const db = useDatabase();
let platform: TestApp;
let officer: Browser;
let partner: Browser;
const frozen = randomUUID();
beforeAll(async () => {
  platform = buildApp(db());
  officer = await signInAs(platform, db(), 'plan_officer');
  partner = await signInAs(platform, db(), 'partner');
  rows.plan.organization_id = officer.actor.organizationId;
  await buildPlan(db(), rows);
  await db().asOwner((owner) =>
    owner.query(
      `insert into plans.version (id, plan_id, number, stage, ends_stage, reached_on, content)
       select $2, $1, 1, 'visa', true, '2028-03-01', plans.rows_of($1)`,
      [rows.plan.id, frozen],
    ),
  );
});
const addresses = ['plan.pdf', 'plan.docx', 'plan.xlsx', 'years/2028/report.pdf', 'years/2028/report.docx'];

describe('the papers of a plan', () => {
  it.each(addresses)('%s is given to its commune in French and Arabic, also of a frozen version', async (file) => {
    for (const query of ['', '?language=ar', `?version=${frozen}`]) {
      const answer = await officer.get(`/api/plans/${rows.plan.id}/${file}${query}`);
      expect(answer.status).toBe(200);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.subarray(0, 4).toString('latin1')).toBe(file.endsWith('pdf') ? '%PDF' : 'PK\u0003\u0004');
    }
  });
  it.each(addresses)('%s is nothing for others until the plan is shared, nor for who does not sign in', async (file) => {
    const address = `/api/plans/${rows.plan.id}/${file}`;
    expect((await partner.get(address)).status).toBe(404);
    expect((await platform.app.request(address)).status).toBe(401);
    const administrator = await signInAs(platform, db(), 'administrator');
    expect((await administrator.get(address)).status).toBe(403);
    await db().asOwner((owner) => owner.query('update plans.plan set shared_at = now()'));
    expect((await partner.get(address)).status).toBe(200);
    await db().asOwner((owner) => owner.query('update plans.plan set shared_at = null'));
  });
  it('that do not exist are said not to', async () => {
    for (const file of ['years/2029/report.pdf', `plan.pdf?version=${randomUUID()}`])
      expect((await officer.get(`/api/plans/${rows.plan.id}/${file}`)).status).toBe(404);
    expect((await officer.get(`/api/plans/${rows.plan.id}/plan.pdf?language=xx`)).status).toBe(400);
  });
});
