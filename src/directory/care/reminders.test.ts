import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../platform/database/actor.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { buildActor } from '../../testing/builders.ts';
import { buildImportedService } from '../../testing/care.ts';
import { command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { readConfirmToken } from './confirm-link.ts';
import { textLanguages } from './lists.ts';
import { remindOrganizations, reminder } from './reminders.ts';

const db = useDatabase();
let focal: Actor;
let organizationId: string;
let serviceId: string;
const steward = (over: object = {}) => ({ organizationId, rhythmMonths: 6, contactEmail: 'Focal@Example.org', language: 'ar', ...over });
const round = () => inTransaction(db().app, remindOrganizations(db().secret, 'https://istiqbal.example.org'));
const outbox = () => db().asOwner(async (owner) => (await owner.query('select kind, recipient, subject, body from platform.message')).rows);
const code = async (actor: Actor, payload: object) => {
  const answer = await testRunner(db()).run(actor, command('directory.set_stewardship', payload));
  return answer.status === 'refused' ? answer.code : 'done';
};

beforeEach(async () => {
  await db().asOwner((owner) => owner.query('delete from platform.message; delete from directory.stewardship'));
  ({ organizationId, serviceId } = await buildImportedService(db()));
  focal = await buildActor(db(), 'partner', organizationId);
});

it('an organisation whose facts nobody confirmed is written to once in thirty days, in its language, with a link that serves', async () => {
  await mustRun(testRunner(db()), focal, 'directory.set_stewardship', steward());
  await round();
  await round();
  const [mail, ...others] = await outbox();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ kind: 'confirm_reminder', recipient: 'focal@example.org' });
  expect(mail.body).toContain('استشارة مختلقة');
  const token = /https:\/\/istiqbal\.example\.org\/ar\/confirm\/(\S+)/.exec(mail.body)?.[1] ?? '';
  expect(readConfirmToken(db().secret, token, new Date())).toBe(organizationId);
  await db().asOwner((owner) => owner.query(`update directory.stewardship set reminded_at = now() - interval '31 days'`));
  await round();
  expect(await outbox()).toHaveLength(2);
});

it.each([
  [
    'its facts are confirmed',
    async () => mustRun(testRunner(db()), focal, 'directory.confirm', { changeId: serviceId, organizationId }),
    {},
  ],
  ['it gave no address', async () => undefined, { contactEmail: null }],
])('nobody is written to when %s', async (_why, meanwhile, over) => {
  await mustRun(testRunner(db()), focal, 'directory.set_stewardship', steward(over));
  await meanwhile();
  await round();
  expect(await outbox()).toEqual([]);
});

it('never to be asked is an editor’s decision, which a focal point cannot make or undo', async () => {
  const editor = await buildActor(db(), 'coordinator');
  expect(await code(focal, steward({ rhythmMonths: null }))).toBe('rhythm_by_editor');
  expect(await code(editor, steward({ rhythmMonths: null }))).toBe('done');
  expect(await code(focal, steward())).toBe('rhythm_by_editor');
  await round();
  expect(await outbox()).toEqual([]);
});

it('a rhythm nobody offers, and another organisation’s, are refused', async () => {
  expect(await code(focal, steward({ rhythmMonths: 2 }))).toBe('invalid_fields');
  expect(await code(await buildActor(db(), 'partner'), steward())).toBe('not_allowed');
});

it('the letter stays short however many services there are, and no name can add lines to its subject', () => {
  for (const language of textLanguages) {
    const letter = reminder(
      { name: 'Maison\r\nBcc: x', services: Array.from({ length: 30 }, (_, i) => `Service ${i}`), language },
      'L',
      'W',
    );
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.text).not.toContain('Service 20');
    expect(letter.text).toContain('10');
  }
});
