import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { type Role, roles } from '../../platform/database/member-roles.ts';
import { buildActor } from '../../testing/builders.ts';
import { buildImportedService, buildVocabulary } from '../../testing/care.ts';
import { useDatabase } from '../../testing/database.ts';
import { editorRoles, focalRoles } from './contract.ts';

const db = useDatabase();
let organizationId: string;
let serviceId: string;
let term: string;
const own = new Map<Role, Actor>();
const elsewhere = new Map<Role, Actor>();

beforeAll(async () => {
  await buildVocabulary(db());
  ({ organizationId, serviceId } = await buildImportedService(db()));
  for (const role of roles) {
    own.set(role, await buildActor(db(), role, organizationId));
    elsewhere.set(role, await buildActor(db(), role));
  }
  const { rows } = await db().app.query<{ id: string }>(`select id from directory.taxonomy_term limit 1`);
  term = rows[0]?.id ?? '';
}, 60_000);

/** Whether the database lets this actor do it to at least one row; always rolled back. */
async function may(who: Actor | undefined, sql: string): Promise<boolean> {
  let touched = 0;
  const text = sql
    .replaceAll('{service}', serviceId)
    .replaceAll('{organization}', organizationId)
    .replaceAll('{term}', term)
    .replaceAll('{id}', randomUUID());
  const work = async (tx: { query(text: string): Promise<{ rowCount: number | null }> }) => {
    touched = (await tx.query(text)).rowCount ?? 0;
    throw new Error('rolled back');
  };
  const attempt = who ? withActor(db().app, who, work) : withActor(db().app, { userId: '', organizationId: '' }, work);
  await attempt.catch((error: unknown) => {
    const message = error instanceof Error ? error.message : '';
    if (message === 'rolled back') return;
    touched = 0;
    if (!/row-level security|permission denied|an editor approves/.test(message)) throw error;
  });
  return touched > 0;
}
const isEditor = (role: Role): boolean => editorRoles.some((editor) => editor === role);
const isFocal = (role: Role): boolean => focalRoles.some((focal) => focal === role);

const kept = {
  'a text': `update directory.service set description = 'x' where id = '{service}'`,
  'the day it was confirmed': `update directory.service set assured_date = current_date, to_be_confirmed = false where id = '{service}'`,
  'a closure for a time': `update directory.service set status = 'temporarily closed' where id = '{service}'`,
  'a telephone': `insert into directory.phone (id, service_id, number) values ('{id}', '{service}', '05')`,
  'a telephone less': `delete from directory.phone where service_id = '{service}'`,
  'an hour': `insert into directory.schedule (id, service_id, byday) values ('{id}', '{service}', 'MO')`,
  'an hour less': `delete from directory.schedule where service_id = '{service}'`,
  'a paper': `insert into directory.required_document (id, service_id, document) values ('{id}', '{service}', 'x')`,
  'a language': `insert into directory.language (id, service_id, code) values ('{id}', '{service}', 'fr')`,
  'an area': `insert into directory.service_area (id, service_id, territory_code) values ('{id}', '{service}', '02')`,
  'places left': `insert into directory.availability (service_id, state) values ('{service}', 'closed')`,
  'an Arabic text': `update directory.translation set description = 'x' where entity_id = '{service}'`,
  'the website of the organisation': `update directory.organization set website = 'x' where id = '{organization}'`,
};
const approved = {
  'the name of a service': `update directory.service set name = 'x' where id = '{service}'`,
  'the name of an organisation': `update directory.organization set name = 'x' where id = '{organization}'`,
  'the end of a service': `update directory.service set status = 'defunct' where id = '{service}'`,
  'a need': `insert into directory.attribute (id, link_id, link_entity, link_type, taxonomy_term_id) values ('{id}', '{service}', 'service', 'need', '{term}')`,
  'a new service': `insert into directory.service (id, organization_id, name, status) values ('{id}', '{organization}', 'x', 'active')`,
  'a new organisation': `insert into directory.organization (id, name, description) values ('{id}', 'x', 'x')`,
  'an everyday word': `insert into directory.everyday_word (id, language, word, term_id, added_by) values ('{id}', 'fr', 'x', '{term}', '{id}')`,
  'a date of the calendar': `insert into directory.calendar_period (key, year, kind, first_day, last_day, names, confirmed) values ('{id}', 2027, 'holiday', '2027-03-10', '2027-03-10', '{}', true)`,
};

it.each(Object.entries(kept))(
  '%s is kept by focal points of the organisation and by editors, whatever a request may try',
  async (_what, sql) => {
    for (const role of roles) {
      expect([role, await may(own.get(role), sql)]).toEqual([role, isFocal(role) || isEditor(role)]);
      expect([role, await may(elsewhere.get(role), sql)]).toEqual([role, isEditor(role)]);
    }
    expect(await may(undefined, sql)).toBe(false);
  },
);

it.each(Object.entries(approved))('%s is changed by editors only', async (_what, sql) => {
  for (const role of roles) {
    expect([role, await may(own.get(role), sql)]).toEqual([role, isEditor(role)]);
    expect([role, await may(elsewhere.get(role), sql)]).toEqual([role, isEditor(role)]);
  }
  expect(await may(undefined, sql)).toBe(false);
});

it.each([
  `delete from directory.service`,
  `delete from directory.organization`,
  `update directory.service set merged_into = id`,
  `update directory.service set published = false`,
  `delete from directory.calendar_period`,
  `insert into directory.fixed_holiday (key, month, day, names) values ('x', 1, 1, '{}')`,
  `delete from directory.change`,
  `update directory.change set after = '{}'`,
  `delete from directory.feedback`,
  `update directory.feedback set text = ''`,
  `select from platform.message`,
  `insert into directory.feedback (id, reference, service_id, kind, language) values ('{id}', 'X', '{service}', 'wrong', 'fr')`,
])('nobody may, not even an editor: %s', async (sql) => {
  for (const role of roles) expect(await may(own.get(role), sql)).toBe(false);
  expect(await may(undefined, sql)).toBe(false);
});

it('the doors of the worker are shut to whoever acts for someone', async () => {
  await db().asOwner((owner) =>
    owner.query(`insert into platform.message (kind, recipient, subject, body) values ('test', 'testa@example.org', 'Objet', 'Texte')`),
  );
  await db().asOwner((owner) =>
    owner.query(`insert into directory.stewardship (organization_id, contact_email) values ($1, 'a@example.org')`, [organizationId]),
  );
  for (const door of [
    'platform.take_messages(5)',
    'directory.take_reminders()',
    'directory.take_links(5)',
    `directory.confirmable('{organization}', 'fr')`,
  ])
    for (const role of roles) expect(await may(own.get(role), `select from ${door}`)).toBe(false);
  for (const role of roles) {
    const { rows } = await withActor(db().app, own.get(role) ?? { userId: '', organizationId: '' }, (tx) =>
      tx.query<{ n: number }>('select directory.confirm_by_link($1, $2) as n', [organizationId, randomUUID()]),
    );
    expect(rows).toEqual([{ n: 0 }]);
  }
});
