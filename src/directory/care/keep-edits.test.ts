import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/database/actor.ts';
import { withActor } from '../../platform/database/actor.ts';
import { buildActor } from '../../testing/builders.ts';
import { mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { importHsds } from '../import/import-hsds.ts';
import { aPackage, aService, type Files, uuidFor, writeFolder } from '../import/package-builder.ts';
import { listDifferences } from './read-differences.ts';
import { findRecord } from './record-store.ts';

const db = useDatabase();
const serviceId = uuidFor('care');
let editor: Actor;
const run = (kind: string, payload: object) => mustRun(testRunner(db()), editor, `directory.${kind}`, payload);
const edit = (fields: object) => run('edit_service', { changeId: randomUUID(), proposalId: randomUUID(), serviceId, fields });
const load = async (changes: Files = {}, sourceKey = 'test') => {
  const report = await db().asOwner((owner) => importHsds(owner, { path: writeFolder(aPackage(changes)), sourceKey }));
  expect(report.errors).toEqual([]);
  return report;
};
const fields = async () => (await findRecord(db().app, 'service', serviceId))?.fields ?? {};
const differences = async () => (await withActor(db().app, editor, listDifferences)).differences;
const review = async (decision: string) => {
  const [difference] = await differences();
  return run('review_difference', { changeId: randomUUID(), differenceId: difference?.id, decision });
};
const query = (sql: string, values: unknown[] = []) => db().asOwner(async (owner) => (await owner.query(sql, values)).rows);
const phone = (number: string) => ({
  id: uuidFor('phone'),
  service_id: serviceId,
  location_id: '',
  organization_id: '',
  number,
  type: 'voice',
});
const withService = (over: Record<string, string>) => ({ 'services.csv': [{ ...aService('care'), ...over }, aService('advice')] });
const withPhone = (number: string) => ({ 'phones.csv': [phone(number)], 'contacts.csv': [] });

beforeEach(async () => {
  await query(`delete from directory.difference; delete from directory.held_field; delete from directory.merge`);
  await query(
    `update directory.service set merged_into = null, vanished_at = null; update directory.organization set merged_into = null, vanished_at = null`,
  );
  await query(`delete from directory.phone; delete from directory.attribute; delete from directory.translation`);
  editor = await buildActor(db(), 'programme');
  await load();
}, 60_000);

describe('what was edited here', () => {
  it('outlives an import of the same edition, which finds nothing to do', async () => {
    await edit({ description: 'Texte d’ici', phones: [{ number: '0511111111' }], needs: [], status: 'temporarily closed' });
    expect((await load()).outcome).toBe('unchanged');
    expect(await fields()).toMatchObject({
      description: 'Texte d’ici',
      phones: [{ number: '0511111111' }],
      needs: [],
      status: 'temporarily closed',
    });
    expect(await differences()).toEqual([]);
  });
  it('outlives a new edition too, and an editor sees what the source says now', async () => {
    const before = (await fields()).description;
    await edit({ description: 'Texte d’ici' });
    await load(withService({ description: 'Texte neuf de la source', alert: 'Alerte de la source' }));
    // What nobody edited follows the source.
    expect(await fields()).toMatchObject({ description: 'Texte d’ici', alert: 'Alerte de la source' });
    expect(await differences()).toMatchObject([
      { field: 'description', ours: 'Texte d’ici', theirs: 'Texte neuf de la source', theirsBefore: before, entityId: serviceId },
    ]);
  });
  it('is no difference any more when the source says again what it said', async () => {
    await edit({ description: 'Texte d’ici' });
    await load(withService({ description: 'Texte neuf de la source' }));
    await load();
    expect(await differences()).toEqual([]);
  });
});

describe('a difference', () => {
  it('is settled by taking theirs: the field follows its source again', async () => {
    await edit({ description: 'Texte d’ici' });
    const neuf = withService({ description: 'Texte neuf de la source' });
    await load(neuf);
    await review('take_theirs');
    expect(await fields()).toMatchObject({ description: 'Texte neuf de la source' });
    expect((await load(neuf)).outcome).toBe('unchanged');
    await load(withService({ description: 'Plus neuf' }));
    expect(await fields()).toMatchObject({ description: 'Plus neuf' });
  });
  it('is settled by keeping ours until the source says something else again', async () => {
    await edit({ description: 'Texte d’ici' });
    await load(withService({ description: 'Texte neuf de la source' }));
    await review('keep_ours');
    await load(withService({ description: 'Texte neuf de la source' }));
    expect(await differences()).toEqual([]);
    await load(withService({ description: 'Plus neuf' }));
    expect(await differences()).toMatchObject([{ theirs: 'Plus neuf', theirsBefore: 'Texte neuf de la source', ours: 'Texte d’ici' }]);
  });
  it('of telephones brings back the source’s own, which the next import knows', async () => {
    await edit({ phones: [{ number: '0511111111' }] });
    const neuf = withPhone('0522222222');
    await load(neuf);
    expect((await fields()).phones).toMatchObject([{ number: '0511111111' }]);
    expect(await differences()).toMatchObject([{ field: 'phones', theirs: [{ number: '0522222222' }], ours: [{ number: '0511111111' }] }]);
    await review('take_theirs');
    expect((await fields()).phones).toMatchObject([{ number: '0522222222' }]);
    expect((await load(neuf)).outcome).toBe('unchanged');
  });
  it('is found too when the source dropped the whole list', async () => {
    await edit({ phones: [{ number: '0511111111' }] });
    await load({ 'phones.csv': [], 'contacts.csv': [] });
    expect(await differences()).toMatchObject([{ field: 'phones', theirs: [] }]);
    await review('take_theirs');
    expect((await fields()).phones).toEqual([]);
  });
  it('of needs is told by their codes', async () => {
    await edit({ needs: [] });
    await load({ 'attributes.csv': [] });
    expect(await differences()).toMatchObject([{ field: 'needs', theirs: [], theirsBefore: ['health'] }]);
  });
});

it('texts of one language that were edited here stay when the source’s translation changes or goes', async () => {
  const arabic = (name: string, description: string) => ({ 'translations/services.ar.csv': [{ id: serviceId, name, description }] });
  await load(arabic('اسم', 'وصف'));
  await edit({ translations: { ar: { description: 'وصف من هنا' } } });
  await load(arabic('اسم آخر', 'وصف آخر'));
  expect(await fields()).toMatchObject({ 'translations.ar.name': 'اسم آخر', 'translations.ar.description': 'وصف من هنا' });
  expect(await differences()).toMatchObject([{ field: 'translations.ar.description', theirs: 'وصف آخر', ours: 'وصف من هنا' }]);
  await load({ 'translations/services.ar.csv': [{ id: uuidFor('advice'), name: 'نصيحة' }] });
  expect(await fields()).toMatchObject({ 'translations.ar.description': 'وصف من هنا' });
});

it('organisations and services that were merged stay merged when their sources are imported again', async () => {
  const kept = await buildActor(db(), 'partner');
  const merge = (entity: string, keptId: string, goneId: string) =>
    run('merge', { mergeId: randomUUID(), changeId: randomUUID(), entity, keptId, goneId });
  await merge('organization', kept.organizationId, uuidFor('assoc'));
  await merge('service', uuidFor('advice'), serviceId);
  expect((await load()).outcome).toBe('unchanged');
  await load(withPhone('0533333333'));
  expect(await query('select id from directory.service where vanished_at is null and organization_id = $1', [kept.organizationId])).toEqual(
    [{ id: uuidFor('advice') }],
  );
  expect(
    await query(`select merged_into as into, vanished_at is not null as gone from directory.service where id = $1`, [serviceId]),
  ).toEqual([{ into: uuidFor('advice'), gone: true }]);
});
