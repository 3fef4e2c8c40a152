import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Role, withActor } from '../../platform/database/actor.ts';
import { buildApp, type Browser, signInAs, type TestApp } from '../../testing/app.ts';
import { buildOrganization } from '../../testing/builders.ts';
import { buildImportedService, buildVocabulary } from '../../testing/care.ts';
import { command } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import {
  actorsSchema,
  boardSchema,
  changesSchema,
  coverageSchema,
  differencesSchema,
  duplicatesSchema,
  linksSchema,
  mergesSchema,
  openingCalendarSchema,
  organizationRecordSchema,
  organizationsSchema,
  overdueSchema,
  queriesSchema,
  serviceRecordSchema,
  sideBySideSchema,
  staleTranslationsSchema,
  wordsSchema,
} from './contract.ts';

const db = useDatabase();
let platform: TestApp;
let editor: Browser;
let focal: Browser;
let stranger: Browser;
let organizationId: string;
let serviceId: string;

/** The answer, which says exactly what its contract promises. */
async function read<T>(browser: Browser, path: string, schema: z.ZodType<T>): Promise<T> {
  const answer = await browser.get(`/api/directory/care/${path}`);
  expect(answer.status).toBe(200);
  const body = await answer.json();
  const parsed = schema.parse(body);
  expect(parsed).toEqual(body);
  return parsed;
}
async function run(browser: Browser, kind: string, payload: object): Promise<void> {
  const answer = await browser.post('/api/commands', { commands: [command(`directory.${kind}`, payload)] });
  expect((await answer.json()).answers[0]).toMatchObject({ status: 'done' });
}
const status = async (browser: Browser, path: string) => (await browser.get(`/api/directory/care/${path}`)).status;

beforeAll(async () => {
  await buildVocabulary(db());
  platform = buildApp(db());
  ({ organizationId, serviceId } = await buildImportedService(db()));
  const signIn = (role: Role, organization?: string) => signInAs(platform, db(), role, organization);
  editor = await signIn('programme');
  focal = await signIn('partner', organizationId);
  stranger = await signIn('partner');
}, 60_000);

describe('the organisations someone keeps', () => {
  it('are all for an editor, and one’s own for a focal point', async () => {
    const all = await read(editor, 'organizations', organizationsSchema);
    expect(all.total).toBe(3);
    const own = await read(focal, 'organizations', organizationsSchema);
    expect(own.organizations).toMatchObject([
      { id: organizationId, services: 1, state: 'never_confirmed', stewardship: { rhythmMonths: 12 } },
    ]);
  });
  it('are found by a part of their name and by how their services stand', async () => {
    expect((await read(editor, 'organizations?q=tion%20inv', organizationsSchema)).organizations.map((o) => o.id)).toEqual([
      organizationId,
    ]);
    expect((await read(editor, 'organizations?q=100%25', organizationsSchema)).total).toBe(0);
    expect((await read(editor, 'organizations?state=never_confirmed', organizationsSchema)).total).toBe(1);
    expect(await status(editor, 'organizations?state=lost')).toBe(400);
  });
});

describe('one record', () => {
  it('of a service comes with all that can be edited', async () => {
    const record = await read(focal, `services/${serviceId}`, serviceRecordSchema);
    expect(record).toMatchObject({ state: 'never_confirmed', mayEdit: true, mayDecide: false, sourceKey: 'test' });
    expect(record.fields.translations.ar).toMatchObject({ name: 'استشارة مختلقة' });
    expect(record.fields.schedules).toMatchObject([{ byday: 'MO,TU', opensAt: '09:00' }]);
  });
  it('is not shown to another organisation, nor to someone who keeps none', async () => {
    expect(await status(stranger, `services/${serviceId}`)).toBe(404);
    expect(await status(stranger, `organizations/${organizationId}`)).toBe(404);
    expect(await status(await signInAs(platform, db(), 'administrator'), `services/${serviceId}`)).toBe(403);
    expect((await platform.app.request(`/api/directory/care/services/${serviceId}`)).status).toBe(401);
  });
  it('of an organisation comes with its services and its drafts', async () => {
    const draft = { name: 'Atelier inventé', needs: ['health'], audiences: ['everyone'] };
    const ids = { changeId: randomUUID(), serviceId: randomUUID() };
    await run(focal, 'propose_service', { ...ids, organizationId, fields: draft });
    const record = await read(focal, `organizations/${organizationId}`, organizationRecordSchema);
    expect(record.services.map((s) => s.id)).toEqual([serviceId]);
    expect(record.drafts).toMatchObject([{ ...ids, name: 'Atelier inventé' }]);
  });
});

describe('history and proposals', () => {
  it('tell who proposed what, and which part of it is out of date', async () => {
    const ids = { changeId: randomUUID(), proposalId: randomUUID() };
    await run(focal, 'edit_service', {
      ...ids,
      serviceId,
      fields: { name: 'Nom proposé', alert: 'Fermé ce jour' },
      reason: 'Nouvelle enseigne',
    });
    await run(editor, 'edit_service', { changeId: randomUUID(), proposalId: randomUUID(), serviceId, fields: { name: 'Nom entre-temps' } });
    const { changes } = await read(editor, 'proposals', changesSchema);
    expect(changes.find((change) => change.id === ids.proposalId)).toMatchObject({
      name: { fr: 'Nom entre-temps', ar: 'استشارة مختلقة' },
      before: { name: 'Consultation inventée' },
      after: { name: 'Nom proposé' },
      outdated: ['name'],
      proposedBy: 'Testeuse Inventée',
      proposedFor: { fr: 'Association inventée' },
      reason: 'Nouvelle enseigne',
    });
    const history = (await read(focal, `history/service/${serviceId}`, changesSchema)).changes;
    expect(history.map((change) => `${change.state} ${Object.keys(change.after)}`).sort()).toEqual([
      'applied alert',
      'applied name',
      'proposed name',
    ]);
    expect(history[0]?.proposedBy).toBeNull();
  });
  it('count a confirmation of the whole organisation for each of its services', async () => {
    await run(focal, 'confirm', { changeId: randomUUID(), organizationId });
    expect((await read(focal, `history/service/${serviceId}`, changesSchema)).changes[0]).toMatchObject({
      kind: 'confirm',
      entity: 'organization',
    });
    expect((await read(focal, `services/${serviceId}`, serviceRecordSchema)).state).toBe('up_to_date');
  });
  it('of another organisation are nobody else’s', async () => {
    expect((await read(stranger, `history/service/${serviceId}`, changesSchema)).changes).toEqual([]);
    expect((await read(stranger, 'proposals', changesSchema)).changes).toEqual([]);
  });
});

it('what should be looked at again is listed for editors only', async () => {
  await db().asOwner((owner) => owner.query(`update directory.service set assured_date = current_date - 400 where id = $1`, [serviceId]));
  expect(await read(editor, 'overdue', overdueSchema)).toMatchObject({ total: 1, services: [{ id: serviceId, state: 'update_advised' }] });
  expect((await read(editor, 'overdue?state=update_mandatory', overdueSchema)).services).toEqual([]);
  expect(await status(focal, 'overdue')).toBe(403);
});

describe('what there is to look after', () => {
  const query = (sql: string, values: unknown[] = []) => db().asOwner(async (owner) => (await owner.query(sql, values)).rows);

  it('is counted on one board, which says what the owner has not switched on', async () => {
    await query(
      `insert into directory.feedback (id, reference, service_id, kind, language) values (gen_random_uuid(), 'B', $1, 'wrong', 'fr')`,
      [serviceId],
    );
    await query(`insert into directory.link_check (url, state, tries, checked_at) values ('https://example.org/x', 'not_found', 3, now())`);
    await query(
      `insert into directory.unanswered_query (query, language, count) values ('introuvable', 'fr', 4), ('introuvable', 'ar', 1)`,
    );
    await query(`insert into directory.unanswered_query (query, language, day, count) values ('introuvable', 'fr', current_date - 1, 2)`);
    await query(
      `insert into directory.difference (entity, entity_id, field, theirs, source_key) values ('service', $1, 'alert', '"Fermé"', 'test')`,
      [serviceId],
    );
    await query(`update directory.translation set updated_at = now() - interval '1 day' where entity_id = $1`, [serviceId]);
    await query(`update directory.service set description = 'Texte changé' where id = $1`, [serviceId]);
    await query(`insert into platform.message (kind, recipient, subject, body) values ('test', 'testa@example.org', 'Objet', 'Texte')`);
    const board = await read(editor, 'board', boardSchema);
    expect(board).toMatchObject({
      counts: {
        openFeedback: 1,
        deadLinks: 1,
        unansweredQueries: 2,
        differences: 1,
        staleTranslations: 1,
        messagesWaiting: 1,
        messagesFailed: 0,
      },
      mail: { enabled: false },
      links: { enabled: false },
    });
    expect(board.counts.services).toBe(1);
  });
  it('is listed, each as its contract says', async () => {
    expect((await read(editor, 'links', linksSchema)).links).toMatchObject([{ url: 'https://example.org/x', tries: 3, usedBy: [] }]);
    expect((await read(editor, 'queries', queriesSchema)).queries).toMatchObject([
      { query: 'introuvable', language: 'fr', count: 6 },
      { query: 'introuvable', language: 'ar', count: 1 },
    ]);
    expect((await read(editor, 'translations', staleTranslationsSchema)).translations).toMatchObject([{ id: serviceId, language: 'ar' }]);
    expect((await read(editor, 'differences', differencesSchema)).differences).toMatchObject([
      { entityId: serviceId, field: 'alert', theirs: 'Fermé', ours: 'Fermé ce jour', sourceName: 'Source inventée' },
    ]);
    await run(editor, 'add_everyday_word', { wordId: randomUUID(), language: 'fr', word: 'Toubib', termCode: 'health' });
    expect((await read(editor, 'words', wordsSchema)).words).toMatchObject([{ word: 'Toubib', termCode: 'health', language: 'fr' }]);
  });
  it('a translation that still says what its original says leaves the list without being written anew', async () => {
    const old = async () => (await read(editor, 'translations', staleTranslationsSchema)).translations;
    const confirm = async (browser: Browser, more: object = {}) => {
      const payload = { entity: 'service', id: serviceId, language: 'ar', originalChangedAt: seen?.originalChangedAt, ...more };
      const answer = await browser.post('/api/commands', { commands: [command('directory.confirm_translation', payload)] });
      const [{ status: outcome, code }] = (await answer.json()).answers;
      return code ?? outcome;
    };
    const [seen] = await old();
    expect(await confirm(editor, { language: 'es' })).toBe('translation_not_old');
    expect(await confirm(stranger)).toBe('not_allowed');
    await query(`update directory.service set description = 'Texte changé encore' where id = $1`, [serviceId]);
    expect(await confirm(editor)).toBe('original_changed_again');
    const [again] = await old();
    expect(await confirm(focal, { originalChangedAt: again?.originalChangedAt })).toBe('done');
    expect(await old()).toEqual([]);
    expect(await confirm(editor, { originalChangedAt: again?.originalChangedAt })).toBe('translation_not_old');
    const told = await withActor(db().app, focal.actor, async (tx) => {
      return (await tx.query(`select user_id, subject_id, payload from platform.journal where kind = 'translation_confirmed'`)).rows;
    });
    expect(told).toMatchObject([{ user_id: focal.actor.userId, subject_id: serviceId, payload: { language: 'ar' } }]);
    await query(`update directory.service set description = 'Texte changé de nouveau' where id = $1`, [serviceId]);
    expect(await old()).toMatchObject([{ id: serviceId, language: 'ar' }]);
  });
  it.each(['board', 'links', 'queries', 'words', 'translations', 'differences', 'duplicates', 'merges', 'overdue'])(
    '%s is for editors only',
    async (path) => {
      expect(await status(focal, path)).toBe(403);
      expect((await platform.app.request(`/api/directory/care/${path}`)).status).toBe(401);
    },
  );
});

describe('likely duplicates', () => {
  it('are shown side by side with what refers to each, merged, and listed as merged', async () => {
    const { organizationId: twin } = await buildImportedService(db());
    const { duplicates } = await read(editor, 'duplicates?entity=organization', duplicatesSchema);
    const pair = duplicates.find((d) => [d.a.id, d.b.id].includes(twin));
    expect([pair?.a.id, pair?.b.id].sort()).toEqual([organizationId, twin].sort());
    const side = await read(editor, `duplicates/organization/${organizationId}/${twin}`, sideBySideSchema);
    expect(side).toMatchObject({ a: { references: { service: 1, membership: 1 }, mustStay: null }, because: ['same_name'] });
    const mergeId = randomUUID();
    await run(editor, 'merge', { mergeId, changeId: randomUUID(), entity: 'organization', keptId: organizationId, goneId: twin });
    expect((await read(editor, 'merges', mergesSchema)).merges).toMatchObject([{ id: mergeId, moved: { service: 1 }, undoneAt: null }]);
    await run(editor, 'undo_merge', { mergeId, changeId: randomUUID() });
    await run(editor, 'mark_not_same', { entity: 'organization', a: twin, b: organizationId });
    const left = (await read(editor, 'duplicates?entity=organization', duplicatesSchema)).duplicates;
    expect(left.filter((d) => [d.a.id, d.b.id].includes(twin))).toEqual([]);
  });
});

describe('two services called alike', () => {
  it('are told apart by whose they are and where', async () => {
    const one = await buildImportedService(db(), await buildOrganization(db(), 'Association Première'));
    const other = await buildImportedService(db(), await buildOrganization(db(), 'Association Seconde'));
    await db().asOwner((owner) =>
      owner.query(
        `insert into directory.service_area (id, service_id, territory_code)
         select gen_random_uuid(), $1, code from territory.territory where level = 'commune' order by code limit 1`,
        [one.serviceId],
      ),
    );
    const { a, b } = await read(editor, `duplicates/service/${one.serviceId}/${other.serviceId}`, sideBySideSchema);
    expect([a.organization?.fr, b.organization?.fr]).toEqual(['Association Première', 'Association Seconde']);
    expect([a.places.length, b.places]).toEqual([1, []]);
  });
});

describe('the actors’ list', () => {
  it('shows whoever is signed in whom to talk to, even where the organisation publishes no name', async () => {
    await db().asOwner((owner) =>
      owner.query(
        `with c as (insert into directory.contact (id, organization_id, name, email) values (gen_random_uuid(), $1, 'Testa Focale', 'focale@example.org') returning id)
         insert into directory.phone (id, contact_id, number) select gen_random_uuid(), c.id, '0500000042' from c`,
        [organizationId],
      ),
    );
    const administrator = await signInAs(platform, db(), 'administrator');
    const { actors } = await read(administrator, 'actors?q=association', actorsSchema);
    expect(actors.find((actor) => actor.id === organizationId)).toMatchObject({
      services: 1,
      focalPoints: [{ name: 'Testa Focale', email: 'focale@example.org', phones: ['0500000042'], published: false }],
      answers: true,
    });
    expect((await platform.app.request('/api/directory/care/actors')).status).toBe(401);
  });
  it('is narrowed by need, audience and commune', async () => {
    await run(editor, 'edit_service', {
      changeId: randomUUID(),
      proposalId: randomUUID(),
      serviceId,
      fields: { needs: ['justice'], audiences: ['rpt'], areas: ['02411'] },
    });
    const ids = async (asked: string) => (await read(editor, `actors?${asked}`, actorsSchema)).actors.map((actor) => actor.id);
    expect(await ids('need=justice&audience=rpt&commune=024110102')).toEqual([organizationId]);
    expect(await ids('need=health')).toEqual([]);
    expect(await ids('commune=024110102&audience=mre')).toEqual([]);
    expect(await status(editor, 'actors?commune=x')).toBe(400);
  });
});

it('the coverage of communes counts what reaches each, and marks the gaps by zero', async () => {
  await buildImportedService(db());
  const coverage = await read(focal, 'coverage', coverageSchema);
  const need = coverage.needs.indexOf('justice');
  const audience = coverage.audiences.indexOf('rpt');
  expect(coverage.communes.map((commune) => commune.code)).toEqual(['024110102', '024110101']);
  expect(coverage.counts.map((commune) => commune[need]?.[audience])).toEqual([1, 1]);
  expect((await read(focal, 'coverage?province=99999', coverageSchema)).communes).toEqual([]);
});

it('without an account none of this can be read, whatever it is', async () => {
  const patterns = platform.app.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/directory/care/'))
    .map(({ path }) => path);
  expect(patterns.length).toBeGreaterThan(15);
  for (const path of patterns) {
    const address = path.replace(':entity', 'service').replace(/:(id|a|b)/g, serviceId);
    expect([path, (await platform.app.request(address)).status]).toEqual([path, 401]);
  }
});

it('a record says which of its texts are older than the one they translate', async () => {
  const own = await buildImportedService(db());
  const fields = { translations: { en: { name: 'Invented advice' }, ar: { description: 'نص' } } };
  const ids = () => ({ changeId: randomUUID(), proposalId: randomUUID() });
  await run(editor, 'edit_service', { ...ids(), serviceId: own.serviceId, fields });
  expect((await read(editor, `services/${own.serviceId}`, serviceRecordSchema)).staleTexts).toEqual([]);
  await run(editor, 'edit_service', { ...ids(), serviceId: own.serviceId, fields: { description: 'Autre texte inventé' } });
  expect((await read(editor, `services/${own.serviceId}`, serviceRecordSchema)).staleTexts).toEqual(['ar', 'en']);
  const revised = { translations: { en: { name: 'Advice, invented' } } };
  await run(editor, 'edit_service', { ...ids(), serviceId: own.serviceId, fields: revised });
  expect((await read(editor, `services/${own.serviceId}`, serviceRecordSchema)).staleTexts).toEqual(['ar']);
});

it('whoever keeps hours reads the calendar they are held against', async () => {
  const calendar = await read(focal, 'opening-calendar', openingCalendarSchema);
  expect(calendar.timezone).not.toBe('');
  expect(await status(await signInAs(platform, db(), 'administrator'), 'opening-calendar')).toBe(403);
});
