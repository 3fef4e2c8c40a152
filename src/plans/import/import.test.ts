import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { withActor } from '../../platform/database/actor.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { command, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { buildPlan, inventPlan } from '../../testing/plan.ts';
import type { PlanView } from '../contract.ts';
import { viewPlan } from '../store.ts';
import { changesOf } from './bring-in.ts';
import type { ImportPreview } from './contract.ts';
import { largestTable } from './lists.ts';

const db = useDatabase();
let platform: TestApp;
let officer: Browser;
let partner: Browser;
const rows = inventPlan({ projects: 1 });
const planId = rows.plan.id;
const path = `/api/plans/${planId}/import`;
beforeAll(async () => {
  platform = buildApp(db());
  officer = await signInAs(platform, db(), 'plan_officer');
  partner = await signInAs(platform, db(), 'partner');
  rows.plan.organization_id = officer.actor.organizationId;
  await buildPlan(db(), rows);
});
const csv = [
  'Projet;Objectif;Source de financement;2028;2029;Indicateur;Cible',
  'Projet inventé 1;;Commune;125000,5;300000;;',
  'Maison des jeunes;Un lieu à eux;Région;1 000 000;à définir;Jeunes reçus;500',
  ';;Association du quartier;٢٥٠٠٠;;;',
  'Total;;;1 150 000,5;300000;;',
].join('\n');
const looked = async (text = csv, choices = {}): Promise<ImportPreview> => {
  const answer = await officer.put(`${path}?choices=${encodeURIComponent(JSON.stringify(choices))}`, Buffer.from(text));
  expect(answer.status).toBe(200);
  return answer.json() as Promise<ImportPreview>;
};
const view = async (): Promise<PlanView> => {
  const found = await withActor(db().app, officer.actor, (tx) => viewPlan(tx, planId));
  if (!found) throw new Error('no plan');
  return found;
};
const bring = async ({ projects }: ImportPreview, who = officer): Promise<string[]> => {
  const runner = testRunner(db());
  const answers = [];
  for (const change of changesOf(planId, projects, randomUUID))
    answers.push(await runner.run(who.actor, command('plans.bring_in', change)));
  return answers.map((answer) => (answer.status === 'done' ? 'done' : answer.code));
};

describe('a spreadsheet of projects', () => {
  it('is looked at before anything comes in: what is new, what would change, what was not understood', async () => {
    const preview = await looked();
    expect(preview.projects.map(({ id, costs }) => [id, costs])).toEqual([
      [rows.project[0]?.id, [{ year: 2029, source: 'commune', amount: 300_000, base: 125_000.5 }]],
      [
        null,
        [
          { year: 2028, source: 'region', amount: 1_000_000, base: null },
          { year: 2028, source: 'association', amount: 25_000, base: null },
        ],
      ],
    ]);
    expect(preview.unread).toMatchObject([{ line: 3, problem: 'amount_unread', heading: '2029', text: 'à définir' }]);
    expect(preview.totals.map((total) => total.agrees)).toEqual([true, true]);
    expect((await view()).plan.projects).toHaveLength(1);
  });
  it('comes in as it was seen, and seen again brings nothing more', async () => {
    expect(await bring(await looked())).toEqual(['done']);
    const { plan } = await view();
    expect(plan.projects.map(({ title, position }) => [title.fr, position])).toEqual([
      ['Projet inventé 1', 1],
      ['Maison des jeunes', 2],
    ]);
    expect(plan.projects[1]).toMatchObject({
      objective: { fr: 'Un lieu à eux' },
      cost: 1_025_000,
      indicators: [{ name: { fr: 'Jeunes reçus' }, target: 500 }],
    });
    expect(plan.projects[0]?.costs).toContainEqual({ year: 2029, source: 'commune', amount: 300_000 });
    for (const { id, costs, indicators } of (await looked()).projects) {
      expect([id === null, costs]).toEqual([false, []]);
      expect(indicators.filter((i) => i.id === null || i.values.length > 0)).toEqual([]);
    }
  });
  it('never writes over what somebody changed since it was looked at', async () => {
    const preview = await looked(csv.replace('300000', '400000'));
    await db().asOwner((owner) => owner.query(`update plans.cost set amount = 5 where year = 2029 and source = 'commune'`));
    expect(await bring(preview)).toEqual(['plan_changed_meanwhile']);
    expect(await bring(await looked(csv.replace('300000', '400000')))).toEqual(['done']);
  });
  it('is read as its keeper corrects it', async () => {
    const text = 'Chantier;Qui;Somme\nUne place;Fonds du Soleil;1000';
    expect((await looked(text)).projects).toEqual([]);
    const corrected = await looked(`Projet;Qui;Budget\nUne place;Fonds du Soleil;1000`, {
      columns: { 0: { 1: { field: 'source' } } },
      sources: { 'fonds du soleil': 'partner' },
      year: 2030,
    });
    expect(corrected.projects).toMatchObject([{ costs: [{ year: 2030, source: 'partner', amount: 1000 }] }]);
  });
  it('of hundreds of projects comes in with few changes', async () => {
    const many = ['Projet;Source;2028', ...Array.from({ length: 200 }, (_, i) => `Chantier ${i};Commune;${i + 1}`)].join('\n');
    const preview = await looked(many);
    expect(changesOf(planId, preview.projects, randomUUID)).toHaveLength(5);
    expect(new Set(await bring(preview))).toEqual(new Set(['done']));
    expect((await view()).plan.projects.map((p) => p.position)).toEqual(Array.from({ length: 202 }, (_, i) => i + 1));
  });
});

describe('who may not', () => {
  it('others neither look nor bring in, also where the plan is shared', async () => {
    await db().asOwner((owner) => owner.query('update plans.plan set shared_at = now()'));
    expect((await partner.put(path, Buffer.from(csv))).status).toBe(403);
    const neighbour = await signInAs(platform, db(), 'plan_officer');
    expect((await neighbour.put(path, Buffer.from(csv))).status).toBe(404);
    const preview = await looked('Projet;Source;2028\nUne autre;Commune;5');
    expect(await bring(preview, neighbour)).toEqual(['not_your_plan']);
    expect(await bring(preview, partner)).toEqual(['not_allowed']);
    expect((await platform.app.request(path, { method: 'PUT', body: csv, headers: { origin: 'http://localhost' } })).status).toBe(401);
  });
  it('nobody brings figures to a project of another plan', async () => {
    const { projects } = await looked('Projet;Source;2028\nUne autre;Commune;5');
    expect(await bring({ projects: projects.map((p) => ({ ...p, id: randomUUID() })) } as ImportPreview)).toEqual(['not_found']);
  });
  it('nobody writes in a plan that is closed', async () => {
    await db().asOwner((owner) => owner.query(`update plans.plan set stage = 'closed'`));
    expect(await bring(await looked('Projet;Source;2028\nUne autre;Commune;5'))).toEqual(['plan_closed']);
  });
});

describe('a file that is none', () => {
  it.each([
    ['empty', new Uint8Array(), 422, 'file_empty'],
    ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), 415, 'table_wrong_kind'],
    ['larger than it may be', new Uint8Array(largestTable + 1).fill(65), 413, 'table_too_large'],
    ['a workbook made to fill the memory', bomb(), 422, 'table_too_large'],
    ['a broken workbook', Buffer.concat([bomb().subarray(0, 500), Buffer.from('xl/workbook.xml')]), 422, 'table_file_damaged'],
  ])('%s is refused with what to do', async (_, bytes, status, code) => {
    const answer = await officer.put(path, bytes);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });
  it('choices that are none are refused', async () => {
    for (const choices of ['{', '{"year": 1}', '{"columns": {"x": {}}}'])
      expect((await officer.put(`${path}?choices=${encodeURIComponent(choices)}`, Buffer.from(csv))).status).toBe(400);
  });
});

function bomb(): Buffer {
  return Buffer.from(
    zipSync({ 'xl/workbook.xml': new Uint8Array(10), 'xl/worksheets/sheet1.xml': new Uint8Array(80_000_000) }, { level: 9 }),
  );
}
