import { beforeAll, expect, it } from 'vitest';
import type { PoolClient } from 'pg';
import { withActor } from '../platform/database/actor.ts';
import { buildActor } from '../testing/builders.ts';
import { useDatabase } from '../testing/database.ts';
import { importHsds } from './import/import-hsds.ts';
import { aPackage, uuidFor, writeFolder } from './import/package-builder.ts';

const db = useDatabase();
const contacts = [
  { id: uuidFor('hidden'), service_id: uuidFor('care'), name: 'Testa Cachée', published: 'false' },
  { id: uuidFor('shown'), service_id: uuidFor('care'), name: 'Testa Publiée', published: 'true' },
];
const phones = [
  { id: uuidFor('a'), contact_id: uuidFor('hidden'), service_id: uuidFor('care'), number: '0500000001' },
  { id: uuidFor('b'), contact_id: uuidFor('shown'), service_id: '', number: '0500000002' },
  { id: uuidFor('c'), contact_id: '', service_id: uuidFor('care'), number: '0500000003' },
];
beforeAll(async () => {
  const path = writeFolder(aPackage({ 'contacts.csv': contacts, 'phones.csv': phones }));
  const report = await db().asOwner((owner) => importHsds(owner, { path, sourceKey: 'test' }));
  expect(report.errors).toEqual([]);
}, 60_000);

const seen = async (tx: Pick<PoolClient, 'query'>) => ({
  contacts: (await tx.query<{ name: string }>('select name from directory.contact order by name')).rows.map((row) => row.name),
  phones: (await tx.query<{ number: string }>('select number from directory.phone order by number')).rows.map((row) => row.number),
});

it('someone who is not signed in sees only the contacts an organisation published, and their telephones', async () => {
  expect(await seen(db().app)).toEqual({ contacts: ['Testa Publiée'], phones: ['0500000002', '0500000003'] });
});

it('an actor who is signed in sees every focal point', async () => {
  const actor = await buildActor(db(), 'agent');
  expect(await withActor(db().app, actor, seen)).toEqual({
    contacts: ['Testa Cachée', 'Testa Publiée'],
    phones: ['0500000001', '0500000002', '0500000003'],
  });
});

it('someone who only claims an organisation sees no more than the public', async () => {
  const actor = await buildActor(db(), 'agent');
  const stranger = await buildActor(db(), 'partner');
  const impostor = { ...stranger, organizationId: actor.organizationId };
  expect((await withActor(db().app, impostor, seen)).contacts).toEqual(['Testa Publiée']);
});

it('what is made for the public shows no unpublished contact, even to the signed-in', async () => {
  const actor = await buildActor(db(), 'agent');
  const names = await withActor(db().app, actor, (tx) => tx.query('select name from directory.public_contact'));
  expect(names.rows).toEqual([{ name: 'Testa Publiée' }]);
});

it('a draft that is not inactive cannot be', async () => {
  await expect(db().asOwner((owner) => owner.query(`update directory.service set published = false`))).rejects.toThrow('draft_is_inactive');
});
