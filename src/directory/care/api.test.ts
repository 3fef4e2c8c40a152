import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Role } from '../../platform/database/actor.ts';
import { buildApp, type Browser, signInAs, type TestApp } from '../../testing/app.ts';
import { buildImportedService, buildVocabulary } from '../../testing/care.ts';
import { command } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { changesSchema, organizationRecordSchema, organizationsSchema, overdueSchema, serviceRecordSchema } from './contract.ts';

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
      name: 'Nom entre-temps',
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
