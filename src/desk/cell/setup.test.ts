import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import type { CommandRunner } from '../../platform/commands/run.ts';
import { loadRegion } from '../../region.ts';
import { buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { buildActor } from '../../testing/builders.ts';
import { command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { writeHours } from './hours.ts';
import { stepsOf } from './rules.ts';
import { listKnownPlaces, readSetup } from './store.ts';

const db = useDatabase();
const jerada = '022750101';
let runner: CommandRunner;
let testApp: TestApp;
let programme: Actor;
let commune: string;

beforeAll(async () => {
  await db().asOwner((owner) => loadRegion(owner));
  runner = testRunner(db());
  testApp = buildApp(db());
  programme = await buildActor(db(), 'programme');
  const { rows } = await db().app.query<{ code: string }>(
    `select code from territory.territory where level = 'commune' and name_fr ilike 'jerada%' union all select $1 limit 1`,
    [jerada],
  );
  commune = rows[0]?.code ?? jerada;
}, 120_000);

/** What the programme does for a cell to begin: an organisation, its service, and the two as a cell. */
async function startCell(): Promise<{ organizationId: string; serviceId: string }> {
  const [organizationId, serviceId] = [randomUUID(), randomUUID()];
  const texts = { fr: 'Cellule inventée', ar: 'خلية مختلقة' };
  await mustRun(runner, programme, 'directory.add_organization', {
    changeId: randomUUID(),
    organizationId,
    fields: { name: texts.fr, description: 'Inventée pour un test', communeCode: commune, translations: { ar: { name: texts.ar } } },
  });
  await mustRun(runner, programme, 'directory.propose_service', {
    changeId: randomUUID(),
    serviceId,
    organizationId,
    fields: { name: 'Accueil inventé', needs: ['orientation'], audiences: ['mre', 'rpt'], areas: [commune] },
    places: [{ communeCode: commune }],
    publish: true,
  });
  await mustRun(runner, programme, 'desk.start_cell', { organizationId, serviceId });
  return { organizationId, serviceId };
}
const statesOf = async (actor: Actor) =>
  Object.fromEntries(stepsOf(await withActor(db().app, actor, readSetup)).map(({ step, state }) => [step, state]));
const edit = (actor: Actor, serviceId: string, fields: object) =>
  mustRun(runner, actor, 'directory.edit_service', { changeId: randomUUID(), proposalId: randomUUID(), serviceId, fields });

describe('a new cell', () => {
  it('begins published, and its head brings every step to its end by saying what is so', async () => {
    const { organizationId, serviceId } = await startCell();
    const head = await buildActor(db(), 'cell_manager', organizationId);
    expect(await statesOf(head)).toMatchObject({
      published: 'done',
      place: 'begun',
      hours: 'todo',
      summer: 'todo',
      team: 'todo',
      poster: 'todo',
    });

    await mustRun(runner, head, 'desk.place_cell', { serviceId, communeCode: commune, address: 'Rue inventée, n° 1' });
    const plain = { days: ['MO', 'TU', 'WE', 'TH', 'FR'] as const, opens: '08:30', closes: '16:30', opensAgain: '', closesAgain: '' };
    const ordinary = writeHours({ ...plain, days: [...plain.days] });
    const year = new Date().getFullYear() + 1;
    const summer = writeHours({ ...plain, days: [...plain.days, 'SA'], closes: '19:00' }, { from: `${year}-06-10`, to: `${year}-09-15` });
    await edit(head, serviceId, { schedules: ordinary });
    expect(await statesOf(head)).toMatchObject({ place: 'done', hours: 'done', summer: 'todo' });
    await edit(head, serviceId, {
      schedules: [...ordinary, ...summer],
      languages: [{ code: 'fr' }, { code: 'ary' }],
      phones: [{ number: '0500000000' }, { number: '0600000000', type: 'whatsapp' }],
      email: 'cellule@example.org',
    });
    const agent = await buildActor(db(), 'agent', organizationId);
    await mustRun(runner, head, 'desk.set_duties', {
      duties: { reception: [agent.userId], figures: [head.userId] },
      onCall: { phone: '0600000000', hours: 'samedi' },
    });
    const words = { fr: 'Texte', ar: 'نص' };
    const sheet = { purpose: words, legalBasis: words, categories: words, recipients: words, retention: words };
    await mustRun(runner, head, 'desk.set_data_sheet', { sheet: { ...sheet, rightsContact: 'Bureau 1', cndpNumber: '', cndpDate: '' } });
    await mustRun(runner, head, 'desk.note_printed', { paper: 'data_sheet' });
    expect((await statesOf(head)).data_sheet).toBe('begun');
    await mustRun(runner, head, 'desk.set_data_sheet', {
      sheet: { ...sheet, rightsContact: 'Bureau 1', cndpNumber: 'D-00-0000', cndpDate: '2026-01-02' },
    });
    await mustRun(runner, head, 'desk.note_printed', { paper: 'poster' });
    expect(Object.entries(await statesOf(head)).filter(([, state]) => state !== 'done')).toEqual([['assessment', 'todo']]);

    const { rows } = await db().app.query(
      `select o.organization_type as type, a.address_1 as address from directory.organization o
       join directory.service s on s.organization_id = o.id and s.published join directory.service_at_location l on l.service_id = s.id
       join directory.address a on a.location_id = l.location_id where o.id = $1`,
      [organizationId],
    );
    expect(rows).toEqual([{ type: 'reception_cell', address: 'Rue inventée, n° 1' }]);
  });

  it('may receive at a place the directory knows, never at one that is confidential', async () => {
    const { organizationId, serviceId } = await startCell();
    const head = await buildActor(db(), 'cell_manager', organizationId);
    await mustRun(runner, head, 'desk.place_cell', { serviceId, communeCode: commune, address: 'Rue inventée, n° 2' });
    const known = await withActor(db().app, head, (tx) => listKnownPlaces(tx, commune));
    const place = known.find(({ address }) => address === 'Rue inventée, n° 2');
    const other = await startCell();
    const otherHead = await buildActor(db(), 'cell_manager', other.organizationId);
    await mustRun(runner, otherHead, 'desk.place_cell', { serviceId: other.serviceId, locationId: place?.id });
    expect(await statesOf(otherHead)).toMatchObject({ place: 'done' });
    const hidden = randomUUID();
    await db().asOwner((owner) =>
      owner.query(`insert into directory.location (id, location_type, commune_code, confidential) values ($1, 'physical', $2, true)`, [
        hidden,
        commune,
      ]),
    );
    expect(await runner.run(head, command('desk.place_cell', { serviceId, locationId: hidden }))).toMatchObject({
      code: 'commune_not_found',
    });
    const around = withActor(db().app, head, (tx) =>
      tx.query('select directory.place_service($1, $2, null, null, null)', [serviceId, hidden]),
    );
    await expect(around).rejects.toThrow('a confidential place');
  });

  it('is begun by the programme alone, and a head places no service but their own', async () => {
    const { organizationId, serviceId } = await startCell();
    const head = await buildActor(db(), 'cell_manager', organizationId);
    const stranger = await buildActor(db(), 'cell_manager');
    expect(await runner.run(head, command('desk.start_cell', { organizationId, serviceId }))).toMatchObject({ code: 'not_allowed' });
    const place = { serviceId, communeCode: commune, address: 'Ailleurs' };
    expect(await runner.run(stranger, command('desk.place_cell', place))).toMatchObject({ code: 'service_not_found' });
    const around = withActor(db().app, stranger, (tx) =>
      tx.query('select directory.place_service($1, null, $2, $3, null)', [serviceId, commune, 'x']),
    );
    await expect(around).rejects.toThrow('not a service of this cell');
    await expect(
      withActor(db().app, head, (tx) =>
        tx.query(`update directory.organization set organization_type = 'public_body' where id = $1`, [organizationId]),
      ),
    ).rejects.toThrow('an editor says');
  });

  it('duties go to colleagues only', async () => {
    const { organizationId } = await startCell();
    const head = await buildActor(db(), 'cell_manager', organizationId);
    const stranger = await buildActor(db(), 'agent');
    expect(await runner.run(head, command('desk.set_duties', { duties: { reception: [stranger.userId] } }))).toMatchObject({
      code: 'member_not_found',
    });
  });
});

describe('the team of a cell', () => {
  const path = '/api/access/team/invitations';
  it('is invited by its head, into this cell and as no more than its head', async () => {
    const { organizationId } = await startCell();
    const head = await signInAs(testApp, db(), 'cell_manager', organizationId);
    const answer = await head.post(path, { email: 'nouvelle@example.org', role: 'agent' });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ link: expect.stringContaining('/workspace/invitation#') });
    expect((await head.post(path, { email: 'autre@example.org', role: 'agent', organizationId: programme.organizationId })).status).toBe(
      403,
    );
    expect((await head.post(path, { email: 'autre@example.org', role: 'administrator' })).status).toBe(422);
    const { invitations } = (await (await head.get(path)).json()) as { invitations: { id: string; email: string }[] };
    expect(invitations.map(({ email }) => email)).toEqual(['nouvelle@example.org']);
    expect((await statesOf(head.actor)).team).toBe('begun');
    expect((await head.post(`${path}/${invitations[0]?.id}/withdraw`, {})).status).toBe(200);
    expect((await statesOf(head.actor)).team).toBe('todo');
  });
  it('has its head invited by the programme, and an agent invites nobody', async () => {
    const { organizationId } = await startCell();
    const team = await signInAs(testApp, db(), 'programme');
    expect((await team.post(path, { email: 'tete@example.org', role: 'cell_manager', organizationId })).status).toBe(201);
    expect((await team.post(path, { email: 'agent@example.org', role: 'agent', organizationId })).status).toBe(403);
    const agent = await signInAs(testApp, db(), 'agent', organizationId);
    expect((await agent.post(path, { email: 'x@example.org', role: 'agent' })).status).toBe(403);
  });
});

describe('papers for the wall', () => {
  const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  it('are one page each, in French and in Arabic, before anything is filled in too', async () => {
    const { organizationId, serviceId } = await startCell();
    const head = await signInAs(testApp, db(), 'cell_manager', organizationId);
    const look = async () => {
      for (const path of [
        'poster?language=fr&paper=a4',
        'poster?language=ar&paper=a3',
        'data-sheet?languages=fr,ar',
        'data-sheet?languages=ar',
      ]) {
        const answer = await head.get(`/api/desk/cell/${path}`);
        expect(answer.headers.get('content-type'), path).toBe('application/pdf');
        expect(pages(Buffer.from(await answer.arrayBuffer())), path).toBe(1);
      }
    };
    await look();
    const rows = writeHours({
      days: ['MO', 'TU', 'WE', 'TH', 'FR'],
      opens: '08:30',
      closes: '12:30',
      opensAgain: '13:30',
      closesAgain: '16:30',
    });
    await edit(head.actor, serviceId, {
      schedules: [...rows, ...rows.map((r) => ({ ...r, season: 'own_dates', validFrom: '2099-06-10', validTo: '2099-09-15' }))],
      languages: ['fr', 'ary', 'rif', 'zgh', 'en', 'es', 'nl', 'xx'].map((code) => ({ code })),
      phones: [{ number: '+212 500000000' }, { number: '0600000000', type: 'whatsapp' }],
      email: 'cellule@example.org',
    });
    await mustRun(runner, head.actor, 'desk.set_duties', { duties: {}, onCall: { phone: '0600000000', hours: 'nuit et jours fériés' } });
    const words = { fr: 'Des mots '.repeat(20), ar: 'كلمات '.repeat(20) };
    const sheet = { purpose: words, legalBasis: words, categories: words, recipients: words, retention: words };
    await mustRun(runner, head.actor, 'desk.set_data_sheet', {
      sheet: { ...sheet, rightsContact: '#panic("x") $x$', cndpNumber: 'D-00', cndpDate: '2026-01-02' },
    });
    await look();
  });
  it('are the head’s to print', async () => {
    const agent = await signInAs(testApp, db(), 'agent');
    expect((await agent.get('/api/desk/cell/poster')).status).toBe(403);
  });
});
