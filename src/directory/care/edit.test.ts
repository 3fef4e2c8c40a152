import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../../testing/builders.ts';
import { buildImportedService, buildVocabulary } from '../../testing/care.ts';
import { command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { findRecord } from './record-store.ts';

const db = useDatabase();
let programme: Actor;
let focal: Actor;
let organizationId: string;
let serviceId: string;
const runner = () => testRunner(db());
const run = (actor: Actor, kind: string, payload: object) => mustRun(runner(), actor, `directory.${kind}`, payload);
const refusal = async (actor: Actor, kind: string, payload: object) => {
  const answer = await runner().run(actor, command(`directory.${kind}`, payload));
  return answer.status === 'refused' ? answer.code : 'done';
};
const edit = (fields: object, service = serviceId) => ({ changeId: randomUUID(), proposalId: randomUUID(), serviceId: service, fields });
const fields = async (id = serviceId) => (await findRecord(db().app, 'service', id))?.fields;
const rows = async (sql: string, values: unknown[] = []) => db().asOwner(async (owner) => (await owner.query(sql, values)).rows);
const history = () =>
  rows('select kind, state, before, after from directory.change where entity_id = $1 order by proposed_at', [serviceId]);

beforeAll(async () => {
  await buildVocabulary(db());
  programme = await buildActor(db(), 'programme');
}, 60_000);
beforeEach(async () => {
  ({ organizationId, serviceId } = await buildImportedService(db()));
  focal = await buildActor(db(), 'partner', organizationId);
});

describe('a focal point', () => {
  it('changes texts, hours and telephones of their own service at once', async () => {
    const phones = [{ number: '0500000009', extension: null, type: 'whatsapp', description: null }];
    const schedules = [{ freq: 'WEEKLY', byday: 'WE', opensAt: '10:00', closesAt: '16:00', season: 'ramadan', byAppointment: true }];
    const answer = await run(focal, 'edit_service', edit({ description: 'Texte neuf', phones, schedules, fees: 'Gratuit' }));
    expect(answer).toEqual({ applied: ['description', 'fees', 'phones', 'schedules'], proposed: [] });
    const now = await fields();
    expect(now).toMatchObject({ description: 'Texte neuf', fees: 'Gratuit', phones });
    expect(now?.schedules).toMatchObject(schedules);
    expect(await history()).toMatchObject([{ kind: 'edit', state: 'applied', before: { description: 'Texte de la source' } }]);
  });
  it('says in Arabic what their service asks for and costs, and takes it back', async () => {
    const wordings = { 'Le passeport': 'جواز السفر' };
    const arabic = { fees: 'مجاني', applicationProcess: 'بدون موعد', wordings };
    await run(focal, 'edit_service', edit({ documents: [{ document: 'Le passeport' }], translations: { ar: arabic } }));
    const told = () =>
      rows('select fees_description, application_process, wordings from directory.translation where entity_id = $1', [serviceId]);
    expect(await told()).toEqual([{ fees_description: 'مجاني', application_process: 'بدون موعد', wordings }]);
    await run(focal, 'edit_service', edit({ translations: { ar: { fees: null, applicationProcess: null, wordings: null } } }));
    expect(await told()).toEqual([{ fees_description: null, application_process: null, wordings: null }]);
  });
  it('proposes another name or other needs, which change nothing until an editor applies them', async () => {
    const payload = edit({
      name: 'Nouveau nom',
      needs: ['health'],
      description: 'Texte neuf',
      translations: { ar: { name: 'اسم جديد', alert: 'تنبيه' } },
    });
    expect(await run(focal, 'edit_service', payload)).toEqual({
      applied: ['description', 'translations.ar.alert'],
      proposed: ['name', 'needs', 'translations.ar.name'],
    });
    expect(await fields()).toMatchObject({
      name: 'Consultation inventée',
      needs: [],
      'translations.ar.name': 'استشارة مختلقة',
      'translations.ar.alert': 'تنبيه',
    });
    await run(programme, 'decide_change', { changeId: payload.proposalId, decision: 'apply' });
    expect(await fields()).toMatchObject({
      name: 'Nouveau nom',
      needs: ['health'],
      'translations.ar.name': 'اسم جديد',
      'translations.ar.description': 'نص المصدر',
    });
    expect(await refusal(programme, 'decide_change', { changeId: payload.proposalId, decision: 'apply' })).toBe('change_decided');
  });
  it('cannot decide about a proposal, nor send an edit of another organisation', async () => {
    const other = await buildActor(db(), 'partner');
    expect(await refusal(other, 'edit_service', edit({ description: 'x' }))).toBe('not_allowed');
    const payload = edit({ name: 'Nouveau nom' });
    await run(focal, 'edit_service', payload);
    expect(await refusal(focal, 'decide_change', { changeId: payload.proposalId, decision: 'apply' })).toBe('not_allowed');
  });
  it('proposes a new service, which nobody outside sees before it is published', async () => {
    const draft = randomUUID();
    const changeId = randomUUID();
    const proposed = {
      name: 'Atelier inventé',
      needs: ['justice'],
      audiences: ['everyone'],
      areas: ['024110101'],
      phones: [{ number: '0500000002' }],
    };
    const places = [{ name: 'Salle inventée', communeCode: '024110102', address: '1, rue inventée' }];
    await run(focal, 'propose_service', { changeId, serviceId: draft, organizationId, fields: proposed, places, publish: true });
    expect(await rows('select from directory.service where id = $1', [draft])).toEqual([]);
    await run(programme, 'decide_change', { changeId, decision: 'apply' });
    expect(await fields(draft)).toMatchObject({
      name: 'Atelier inventé',
      needs: ['justice'],
      audiences: ['everyone'],
      areas: ['024110101'],
    });
    expect(
      await rows(
        `select l.name, l.commune_code, a.address_1, a.city from directory.service_at_location x join directory.location l on l.id = x.location_id
         join directory.address a on a.location_id = l.id where x.service_id = $1`,
        [draft],
      ),
    ).toEqual([{ name: 'Salle inventée', commune_code: '024110102', address_1: '1, rue inventée', city: 'Commune Deux' }]);
  });
  it('may close for a time, and only asks to archive', async () => {
    expect(await run(focal, 'edit_service', edit({ status: 'temporarily closed' }))).toMatchObject({ applied: ['status'] });
    const changeId = randomUUID();
    expect(await run(focal, 'archive_service', { changeId, serviceId, status: 'defunct' })).toEqual({ state: 'proposed' });
    expect(await fields()).toMatchObject({ status: 'temporarily closed' });
    await run(programme, 'decide_change', { changeId, decision: 'apply' });
    expect(await fields()).toMatchObject({ status: 'defunct' });
    await run(programme, 'publish_service', { changeId: randomUUID(), serviceId });
    expect(await fields()).toMatchObject({ status: 'active' });
  });
  it('says how many places are left, and withdraws it', async () => {
    const said = () => rows('select state, places, until from directory.availability where service_id = $1', [serviceId]);
    await run(focal, 'set_availability', { changeId: randomUUID(), serviceId, availability: { state: 'places', places: 4 } });
    await run(focal, 'set_availability', { changeId: randomUUID(), serviceId, availability: { state: 'closed', until: '2027-01-15' } });
    expect(await said()).toEqual([{ state: 'closed', places: null, until: '2027-01-15' }]);
    await run(focal, 'set_availability', { changeId: randomUUID(), serviceId, availability: null });
    expect(await said()).toEqual([]);
  });
});

describe('an editor', () => {
  it('changes everything at once, moves a service to another organisation, and moves on the directory', async () => {
    const version = async () => (await rows('select number from directory.version'))[0].number;
    const before = await version();
    const other = await buildOrganization(db(), 'Autre maison inventée');
    const answer = await run(programme, 'edit_service', edit({ name: 'Nom', organizationId: other, audiences: ['rpt', 'mre'] }));
    expect(answer).toEqual({ applied: ['name', 'organizationId', 'audiences'], proposed: [] });
    expect(await fields()).toMatchObject({ name: 'Nom', organizationId: other, audiences: ['mre', 'rpt'] });
    expect(await version()).toBeGreaterThan(before);
  });
  it('rejects with a reason, which stands in the history', async () => {
    const payload = edit({ name: 'Nouveau nom' });
    await run(focal, 'edit_service', payload);
    expect(await refusal(programme, 'decide_change', { changeId: payload.proposalId, decision: 'reject' })).toBe('invalid_fields');
    await run(programme, 'decide_change', { changeId: payload.proposalId, decision: 'reject', reason: 'Nom déjà pris' });
    expect(await rows('select state, decision_reason, decided_by from directory.change where id = $1', [payload.proposalId])).toEqual([
      { state: 'rejected', decision_reason: 'Nom déjà pris', decided_by: programme.userId },
    ]);
    expect(await fields()).toMatchObject({ name: 'Consultation inventée' });
  });
});

it.each([
  [{ needs: ['no_such_need'] }, 'need_unknown'],
  [{ audiences: ['no_such_audience'] }, 'audience_unknown'],
  [{ areas: ['029999999'] }, 'territory_unknown'],
  [{ organizationId: '11111111-1111-4111-8111-111111111111' }, 'organization_not_found'],
  [{ minimumAge: 20, maximumAge: 18 }, 'ages_crossed'],
  [{ url: 'javascript:alert(1)' }, 'invalid_fields'],
  [{}, 'invalid_fields'],
])('an edit to %j is refused: %s', async (wished, code) => {
  expect(await refusal(programme, 'edit_service', edit(wished))).toBe(code);
});

it('an edit that says what the record says changes nothing and leaves no trace', async () => {
  const phones = [{ number: '0500000001' }];
  expect(
    await run(focal, 'edit_service', edit({ description: 'Texte de la source', phones, translations: { ar: { name: 'استشارة مختلقة' } } })),
  ).toEqual({
    applied: [],
    proposed: [],
  });
  expect(await history()).toEqual([]);
});

it('what was edited of an imported record is held with what the source said, once', async () => {
  const held = () => rows('select field, source_value from directory.held_field where entity_id = $1 order by field', [serviceId]);
  await run(focal, 'edit_service', edit({ description: 'Premier', phones: [], translations: { ar: { description: 'نص' } } }));
  await run(focal, 'edit_service', edit({ description: 'Second' }));
  expect(await held()).toEqual([
    { field: 'description', source_value: 'Texte de la source' },
    { field: 'phones', source_value: [{ number: '0500000001', extension: null, type: null, description: null }] },
    { field: 'translations.ar.description', source_value: 'نص المصدر' },
  ]);
});

it('an organisation is edited by its own, and its name by editors', async () => {
  const payload = { changeId: randomUUID(), proposalId: randomUUID(), organizationId };
  const wished = { name: 'Autre nom', website: 'https://example.org/', phones: [{ number: '0500000007' }], communeCode: '024110101' };
  expect(await run(focal, 'edit_organization', { ...payload, fields: wished })).toEqual({
    applied: ['website', 'communeCode', 'phones'],
    proposed: ['name'],
  });
  expect((await findRecord(db().app, 'organization', organizationId))?.fields).toMatchObject({
    name: 'Association inventée',
    website: 'https://example.org/',
    communeCode: '024110101',
  });
});

it('an organisation says in each language what it does, and only its names wait for an editor', async () => {
  const ids = { changeId: randomUUID(), proposalId: randomUUID(), organizationId };
  const texts = { name: 'جمعية مختلقة', description: 'نص مختلق' };
  const wished = { description: 'Texte inventé', email: 'accueil@example.org', translations: { ar: texts, en: { description: 'Text' } } };
  expect(await run(focal, 'edit_organization', { ...ids, fields: wished })).toEqual({
    applied: ['description', 'email', 'translations.ar.description', 'translations.en.description'],
    proposed: ['translations.ar.name'],
  });
  const now = async () => (await findRecord(db().app, 'organization', organizationId))?.fields;
  expect(await now()).toMatchObject({ 'translations.ar.name': null, 'translations.en.description': 'Text', email: 'accueil@example.org' });
  await run(programme, 'decide_change', { changeId: ids.proposalId, decision: 'apply' });
  expect(await now()).toMatchObject({ 'translations.ar.name': 'جمعية مختلقة', 'translations.ar.description': 'نص مختلق' });
});
it('an organisation is not edited by another, and nothing of it points where nothing is', async () => {
  const send = (actor: Actor, wished: object) =>
    refusal(actor, 'edit_organization', { changeId: randomUUID(), proposalId: randomUUID(), organizationId, fields: wished });
  expect(await send(await buildActor(db(), 'partner'), { description: 'x' })).toBe('not_allowed');
  expect(await send(focal, { communeCode: '029999999' })).toBe('territory_unknown');
  expect(await send(focal, { website: 'javascript:alert(1)' })).toBe('invalid_fields');
});

it('an organisation is added by an editor with all it says, stands in its history, and by nobody else', async () => {
  const added = { changeId: randomUUID(), organizationId: randomUUID() };
  const wished = {
    name: 'Maison inventée',
    description: 'Texte inventé',
    communeCode: '024110101',
    phones: [{ number: '0500000003' }],
    translations: { ar: { name: 'دار مختلقة' }, es: { description: 'Texto inventado' } },
  };
  expect(await refusal(focal, 'add_organization', { ...added, fields: wished })).toBe('not_allowed');
  expect(await refusal(programme, 'add_organization', { ...added, fields: { name: 'Maison inventée' } })).toBe('invalid_fields');
  expect(await refusal(programme, 'add_organization', { ...added, fields: { ...wished, communeCode: '029999999' } })).toBe(
    'territory_unknown',
  );
  await run(programme, 'add_organization', { ...added, fields: wished });
  expect((await findRecord(db().app, 'organization', added.organizationId))?.fields).toMatchObject({
    name: 'Maison inventée',
    communeCode: '024110101',
    phones: [{ number: '0500000003' }],
    'translations.ar.name': 'دار مختلقة',
    'translations.es.description': 'Texto inventado',
  });
  expect(await rows('select kind, state from directory.change where entity_id = $1', [added.organizationId])).toEqual([
    { kind: 'create', state: 'applied' },
  ]);
});

describe('confirming', () => {
  it('dates all that the organisation offers, and does not say that it was edited', async () => {
    await db().asOwner((owner) =>
      owner.query(`update directory.service set last_modified = '2020-01-01', to_be_confirmed = true where id = $1`, [serviceId]),
    );
    expect(await run(focal, 'confirm', { changeId: randomUUID(), organizationId })).toEqual({ confirmed: 1 });
    const [service] = await rows(
      `select assured_date = directory.today() as today, assurer_email is not null as by, to_be_confirmed, source_year = extract(year from now()) as year,
         last_modified < '2020-02-01' as unmoved from directory.service where id = $1`,
      [serviceId],
    );
    expect(service).toEqual({ today: true, by: true, to_be_confirmed: false, year: true, unmoved: true });
  });
  it('of another organisation, or of services that are not its own, is refused', async () => {
    const other = await buildActor(db(), 'partner');
    expect(await refusal(other, 'confirm', { changeId: randomUUID(), organizationId })).toBe('not_allowed');
    expect(await refusal(other, 'confirm', { changeId: randomUUID(), organizationId: other.organizationId, serviceIds: [serviceId] })).toBe(
      'service_not_found',
    );
    expect(await refusal(other, 'confirm', { changeId: randomUUID(), organizationId: other.organizationId })).toBe('nothing_to_confirm');
  });
});

it.each([
  [{ freq: 'MONTHLY', byday: '1MO', opensAt: '09:00', closesAt: '12:00' }],
  [{ freq: 'MONTHLY', bymonthday: '15', byAppointment: true }],
  [{ validFrom: '2026-12-24', validTo: '2027-01-03' }],
  [{ validFrom: '2026-12-24', validTo: '2026-12-24', opensAt: '09:00', closesAt: '12:00' }],
  [{ freq: 'WEEKLY', byday: 'TU', validFrom: '2026-10-01', opensAt: '09:00', closesAt: '12:00', openOnHolidays: true }],
  [{ freq: 'WEEKLY', byAppointment: true }],
  [{ season: 'summer' }],
  [{ freq: 'WEEKLY', byday: 'MO', opensAt: '9:00:00', closesAt: '12:00+01:00' }],
  [{ description: 'Le matin, sauf le vendredi' }],
])('hours that say %j are kept as they are', async (hours) => {
  await run(focal, 'edit_service', edit({ schedules: [hours] }));
  expect((await fields())?.schedules).toMatchObject([hours]);
});
it('hours that were not touched keep all that their source says of them, beside others that were', async () => {
  const place = randomUUID();
  const beside = {
    ...{ count: 3, byweekno: '50', byyearday: '340', wkst: 'SU', timezone: 1, schedule_link: 'https://example.org/agenda' },
    ...{ attending_type: 'phone', notes: 'Sonner deux fois', location_id: place },
  };
  await db().asOwner(async (owner) => {
    await owner.query(`insert into directory.location (id, name, location_type) values ($1, 'Lieu inventé', 'physical')`, [place]);
    const set = Object.keys(beside).map((column, i) => `${column} = $${i + 2}`);
    await owner.query(`update directory.schedule set ${set.join(', ')} where service_id = $1`, [serviceId, ...Object.values(beside)]);
  });
  const kept = (await fields())?.schedules as object[];
  await run(focal, 'edit_service', edit({ schedules: [...kept, { freq: 'WEEKLY', byday: 'WE', opensAt: '10:00', closesAt: '16:00' }] }));
  expect((await fields())?.schedules).toEqual(expect.arrayContaining(kept));
  const rows = await db().asOwner(
    async (owner) => (await owner.query('select * from directory.schedule where service_id = $1 order by byday', [serviceId])).rows,
  );
  expect(rows).toMatchObject([
    { byday: 'MO,TU', ...beside, timezone: '1' },
    { byday: 'WE', location_id: null, notes: null },
  ]);
});
it('hours that say nothing, or end before they begin, are refused', async () => {
  expect(await refusal(focal, 'edit_service', edit({ schedules: [{ opensAt: '09:00', closesAt: '12:00' }] }))).toBe('invalid_fields');
  const backwards = { validFrom: '2027-01-03', validTo: '2026-12-24' };
  expect(await refusal(focal, 'edit_service', edit({ schedules: [backwards] }))).toBe('invalid_fields');
});
