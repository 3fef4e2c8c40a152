import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/database/actor.ts';
import { buildActor, buildOrganization, buildService } from '../../testing/builders.ts';
import { buildVocabulary } from '../../testing/care.ts';
import { buildReferral, command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';

const db = useDatabase();
let editor: Actor;
beforeAll(async () => {
  await buildVocabulary(db());
  editor = await buildActor(db(), 'programme');
}, 60_000);

const query = (sql: string, values: unknown[] = []) => db().asOwner(async (owner) => (await owner.query(sql, values)).rows);
const run = (kind: string, payload: object) => mustRun(testRunner(db()), editor, `directory.${kind}`, payload);
const code = async (kind: string, payload: object, actor = editor) => {
  const answer = await testRunner(db()).run(actor, command(`directory.${kind}`, payload));
  return answer.status === 'refused' ? answer.code : 'done';
};
const merge = (entity: string, keptId: string, goneId: string) => ({
  mergeId: randomUUID(),
  changeId: randomUUID(),
  entity,
  keptId,
  goneId,
});

/** Every row of every table a merge may touch, without the moments at which it was touched. */
async function everything(): Promise<string> {
  const tables = await query(
    `select distinct place from directory.reference where place <> 'directory.change'
     union values ('referrals.referral'), ('people.consent'), ('desk.orientation'), ('platform.notice'), ('directory.service'), ('directory.organization')`,
  );
  const dump: Record<string, unknown[]> = {};
  for (const { place } of tables) {
    const admin = new (await import('pg')).Client({ connectionString: db().adminUrl });
    await admin.connect();
    const { rows } = await admin.query(`select to_jsonb(t) - 'last_modified' as row from ${place} t order by 1`);
    await admin.end();
    dump[place] = rows.map(({ row }) => row);
  }
  return JSON.stringify(dump);
}

const part = fc.constantFrom(
  'phone',
  'same phone',
  'translation',
  'ar',
  'attribute',
  'service',
  'contact',
  'identifier',
  'steward',
  'member',
  'url',
  'referral',
);
async function give(organizationId: string, parts: readonly string[]): Promise<void> {
  const serviceId = await buildService(db(), organizationId, 'Service inventé');
  const insert = (sql: string, ...values: unknown[]) => query(sql, [organizationId, ...values]);
  for (const [i, what] of parts.entries()) {
    const n = `05000000${i}`;
    if (what === 'phone')
      await insert('insert into directory.phone (id, organization_id, number) values (gen_random_uuid(), $1, $2)', `${n}${parts.length}`);
    if (what === 'same phone')
      await insert(`insert into directory.phone (id, organization_id, number) values (gen_random_uuid(), $1, '05 00 00 00 00')`);
    if (what === 'translation' || what === 'ar')
      await insert(
        `insert into directory.translation (entity, entity_id, language, name) values ('organization', $1, $2, 'x') on conflict do nothing`,
        what === 'ar' ? 'ar' : 'en',
      );
    if (what === 'attribute')
      await insert(`insert into directory.attribute (id, link_id, link_entity, link_type, taxonomy_term_id)
        select gen_random_uuid(), $1, 'organization', 'need', id from directory.taxonomy_term where code = 'health'`);
    if (what === 'service') await buildService(db(), organizationId, `Service ${i}`);
    if (what === 'contact')
      await insert(`insert into directory.contact (id, organization_id, name) values (gen_random_uuid(), $1, 'Testa')`);
    if (what === 'identifier')
      await insert(
        `insert into directory.organization_identifier (id, organization_id, identifier_type, identifier) values (gen_random_uuid(), $1, 'ICE', '1')`,
      );
    if (what === 'steward') await insert(`insert into directory.stewardship (organization_id) values ($1) on conflict do nothing`);
    if (what === 'member') await buildActor(db(), 'partner', organizationId);
    if (what === 'url')
      await insert(`insert into directory.url (id, organization_id, url) values (gen_random_uuid(), $1, 'https://example.org/')`);
    if (what === 'referral') {
      await buildActor(db(), 'partner', organizationId);
      const agent = await buildActor(db(), 'agent');
      const { visitId } = await buildReferral(testRunner(db()), agent, organizationId);
      await mustRun(testRunner(db()), agent, 'desk.orient', { orientationId: randomUUID(), visitId, serviceId });
    }
  }
}

it('merging two organisations and undoing it leaves everything as it was, whatever both have', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), fc.array(part, { maxLength: 6 }), async (ofKept, ofGone) => {
      const [kept, gone] = [await buildOrganization(db(), 'Maison A'), await buildOrganization(db(), 'Maison B')];
      await give(kept, ofKept);
      await give(gone, ofGone);
      const before = await everything();
      const payload = merge('organization', kept, gone);
      await run('merge', payload);
      expect(await query('select 1 from directory.service where organization_id = $1', [gone])).toEqual([]);
      expect(await everything()).not.toBe(before);
      await run('undo_merge', { mergeId: payload.mergeId, changeId: randomUUID() });
      expect(await everything()).toBe(before);
    }),
    { numRuns: 12 },
  );
}, 120_000);

it('merging two services and undoing it leaves everything as it was', async () => {
  const organizationId = await buildOrganization(db());
  const [kept, gone] = [await buildService(db(), organizationId), await buildService(db(), organizationId)];
  const fill = async (id: string, more: string) => {
    await query(`insert into directory.schedule (id, service_id, byday) values (gen_random_uuid(), $1, 'MO')`, [id]);
    await query(
      `insert into directory.phone (id, service_id, number) values (gen_random_uuid(), $1, '0500000001'), (gen_random_uuid(), $1, $2)`,
      [id, more],
    );
    await query(`insert into directory.availability (service_id, state) values ($1, 'places')`, [id]);
    await query(
      `insert into directory.service_area (id, service_id, territory_code) values (gen_random_uuid(), $1, '02'), (gen_random_uuid(), $1, $2)`,
      [id, more],
    );
    await query(
      `insert into directory.feedback (id, reference, service_id, kind, language) values (gen_random_uuid(), $1, $2, 'wrong', 'fr')`,
      [more, id],
    );
    await query(`insert into directory.required_document (id, service_id, document) values (gen_random_uuid(), $1, $2)`, [id, more]);
  };
  await fill(kept, '0500000002');
  await fill(gone, '0500000003');
  const before = await everything();
  const payload = merge('service', kept, gone);
  await run('merge', payload);
  const numbers = await query('select number from directory.phone where service_id = $1 order by 1', [kept]);
  expect(numbers.map((row) => row.number)).toEqual(['0500000001', '0500000002', '0500000003']);
  // Hours of both would contradict each other.
  expect(await query('select 1 from directory.schedule where service_id = $1', [kept])).toHaveLength(1);
  expect(await query('select 1 from directory.feedback where service_id = $1', [kept])).toHaveLength(2);
  await run('undo_merge', { mergeId: payload.mergeId, changeId: randomUUID() });
  expect(await everything()).toBe(before);
});

describe('a merge is refused', () => {
  it('when the one that goes has files of people, or members of a desk: others would see them', async () => {
    const kept = await buildOrganization(db(), 'Maison');
    const cell = await buildActor(db(), 'agent');
    expect(await code('merge', merge('organization', kept, cell.organizationId))).toBe('gone_has_desk');
    await buildActor(db(), 'partner', kept);
    await buildReferral(testRunner(db()), cell, kept);
    expect(await code('merge', merge('organization', kept, cell.organizationId))).toBe('gone_has_files');
    expect(await code('merge', merge('organization', cell.organizationId, kept))).toBe('done');
  });
  it('of a record with itself, with what does not exist, twice, or by someone who is no editor', async () => {
    const [kept, gone] = [await buildOrganization(db(), 'A'), await buildOrganization(db(), 'B')];
    expect(await code('merge', merge('organization', kept, kept))).toBe('same_record');
    expect(await code('merge', merge('organization', kept, randomUUID()))).toBe('organization_not_found');
    const partner = await buildActor(db(), 'partner', kept);
    expect(await code('merge', merge('organization', kept, gone), partner)).toBe('not_allowed');
    expect(await code('merge', merge('organization', kept, gone))).toBe('done');
    expect(await code('merge', merge('organization', kept, gone))).toBe('already_merged');
  });
  it('by the database too, whatever a request may try', async () => {
    const { withActor } = await import('../../platform/database/actor.ts');
    const [kept, gone] = [await buildOrganization(db(), 'A'), await buildOrganization(db(), 'B')];
    const partner = await buildActor(db(), 'partner', kept);
    const attempt = withActor(db().app, partner, (tx) =>
      tx.query('select directory.merge_records($1, $2, $3, $4)', [randomUUID(), 'organization', kept, gone]),
    );
    await expect(attempt).rejects.toThrow('may not be merged');
  });
});

it('merges built upon one another are undone in the order of their making, the last first', async () => {
  const [a, b, c] = [await buildOrganization(db(), 'A'), await buildOrganization(db(), 'B'), await buildOrganization(db(), 'C')];
  const serviceId = await buildService(db(), a);
  const before = await everything();
  const [first, second] = [merge('organization', b, a), merge('organization', c, b)];
  await run('merge', first);
  await run('merge', second);
  expect(await query('select organization_id as o from directory.service where id = $1', [serviceId])).toEqual([{ o: c }]);
  expect(await query('select merged_into as into from directory.organization where id = $1', [a])).toEqual([{ into: c }]);
  const undo = ({ mergeId }: { mergeId: string }) => ({ mergeId, changeId: randomUUID() });
  expect(await code('undo_merge', undo(first))).toBe('merge_built_upon');
  await run('undo_merge', undo(second));
  await run('undo_merge', undo(first));
  expect(await everything()).toBe(before);
  expect(await code('undo_merge', undo(first))).toBe('merge_not_found');
});
