import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { withActor, type Actor } from '../../platform/database/actor.ts';
import { languages } from '../../platform/i18n/index.ts';
import { buildApp, type TestApp } from '../../testing/app.ts';
import { buildActor, buildMeeting, buildOrganization } from '../../testing/builders.ts';
import { mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { readPublicMeeting } from './public.ts';
import { viewMinutes } from './store.ts';

const db = useDatabase();
let platform: TestApp;
let secretary: Actor;
let meetingId: string;
const [groupId, decisionId] = [randomUUID(), randomUUID()];
/** Said where only those who sign in may read it. */
const secret = (what: string): string => `zzsecret${what}`;
const must = (kind: string, payload: object) => mustRun(testRunner(db()), secretary, `coordination.${kind}`, payload);
const page = async (language = 'fr') => platform.app.request(`http://localhost/${language}/coordination/meetings/${meetingId}`);
const edit = (subjectKind: string, subjectId: string, field: string, base: string, value: string) =>
  must('edit_text', { subjectKind, subjectId, field, language: 'fr', base, value, conflictId: randomUUID() });
const validate = async (reason?: string) => {
  const view = await withActor(db().app, secretary, (tx) => viewMinutes(tx, meetingId, 'fr'));
  await must('validate_minutes', { minutesId: randomUUID(), meetingId, mark: view?.draft?.mark, ...(reason ? { reason } : {}) });
};

beforeAll(async () => {
  platform = buildApp(db());
  secretary = await buildActor(db(), 'coordinator', await buildOrganization(db(), 'Coordination inventée'));
  meetingId = await buildMeeting(db(), secretary.organizationId, 'held');
  await db().asOwner((client) =>
    client.query(`
      update coordination.meeting set link = 'https://example.org/${secret('link')}' where id = '${meetingId}';
      insert into coordination.meeting_group (id, meeting_id, position, title) values ('${groupId}', '${meetingId}', 1, '{"fr": "Groupe des cellules"}');
      insert into coordination.agenda_item (id, meeting_id, position, kind, title, minutes)
        values (gen_random_uuid(), '${meetingId}', 1, 'plenary', '{"fr": "Ouverture"}', 30);
      insert into coordination.attendance (id, meeting_id, organization_id, words, role, sex, by_hand)
        values (gen_random_uuid(), '${meetingId}', null, '${secret('who')}', '${secret('role')}', 'f', true)`),
  );
  await must('write_note', { noteId: randomUUID(), meetingId, groupId, kind: 'said', words: { fr: secret('note') }, position: 1 });
  await must('record_decision', {
    decisionId,
    meetingId,
    words: { fr: 'Ouvrir le samedi' },
    ownerId: secretary.organizationId,
    dueOn: '2026-06-30',
  });
  await edit('minutes_part', groupId, 'words', '', 'Le groupe veut des interprètes.');
  await edit('meeting', meetingId, 'opening', '', `Une matinée, ${secret('draft')}.`);
});

describe('a meeting in public', () => {
  it('is nothing until somebody publishes it', async () => {
    expect((await page()).status).toBe(404);
  });

  it('once published says when it is and what it is about, and nothing that is still being written', async () => {
    await must('publish', { subjectKind: 'meeting', subjectId: meetingId, publishes: true });
    const html = await (await page()).text();
    for (const text of ['Atelier inventé', 'Ouverture', '12 mars 2026']) expect(html).toContain(text);
    for (const text of ['zzsecret', 'Ouvrir le samedi', 'veut des interprètes']) expect(html).not.toContain(text);
    const overview = await platform.app.request('http://localhost/fr/coordination');
    expect(await overview.text()).toContain(`/fr/coordination/meetings/${meetingId}`);
  });

  it('says what its minutes say once they are validated: totals without a name, words of groups, decisions and where they stand', async () => {
    await edit('meeting', meetingId, 'opening', `Une matinée, ${secret('draft')}.`, 'Une matinée de travail.');
    await validate();
    await must('move_decision', { decisionId, act: 'finish', reason: secret('proof') });
    const html = await (await page()).text();
    for (const text of [
      'Une matinée de travail.',
      'Le groupe veut des interprètes.',
      'Femmes 1',
      '2026-03-12/1',
      'Ouvrir le samedi',
      'faite',
      'Coordination inventée',
    ])
      expect(html).toContain(text);
    expect(html).not.toContain('zzsecret');
  });

  it('shows beforehand the very thing it shows afterwards', async () => {
    const before = await withActor(db().app, secretary, (tx) => readPublicMeeting(tx, meetingId));
    expect(before).toEqual(await readPublicMeeting(db().app, meetingId));
    expect(JSON.stringify(before)).not.toContain('zzsecret');
  });

  it('what is corrected and not yet validated is not yet said', async () => {
    await edit('meeting', meetingId, 'closing', '', secret('closing'));
    expect(await (await page()).text()).not.toContain('zzsecret');
  });

  it('is read in four languages, the words of people as they were written', async () => {
    for (const language of languages) {
      const html = await (await page(language)).text();
      expect(html).toContain('Ouvrir le samedi');
      expect(html).not.toMatch(/minutes\.[a-z]+/);
    }
    expect(await (await page('ar')).text()).toContain('ورشة مخترعة');
  });

  it('taken back is gone', async () => {
    await must('publish', { subjectKind: 'meeting', subjectId: meetingId, publishes: false });
    expect((await page()).status).toBe(404);
  });

  it('of a long day with eight groups fits one round trip', async () => {
    const rows = (n: number, row: (i: number) => string) => Array.from({ length: n }, (_, i) => row(i)).join(', ');
    await db().asOwner((client) =>
      client.query(`
        insert into coordination.meeting_group (id, meeting_id, position, title)
          values ${rows(7, (i) => `(gen_random_uuid(), '${meetingId}', ${i + 2}, '{"fr": "Groupe numéro ${i}"}')`)};
        insert into coordination.agenda_item (id, meeting_id, position, kind, title, minutes)
          values ${rows(20, (i) => `(gen_random_uuid(), '${meetingId}', ${i + 2}, 'plenary', '{"fr": "Point ${i} du programme"}', 30)`)};
        update coordination.minutes_part p set words = jsonb_build_object('fr', (
          select string_agg(left(md5(p.id::text || n), 7), ' ') from generate_series(1, 100) n)) where p.meeting_id = '${meetingId}'
          and exists (select from coordination.meeting_group g where g.id = p.id);
        insert into coordination.decision (id, meeting_id, number, words, created_by)
          select gen_random_uuid(), '${meetingId}', n, jsonb_build_object('fr', 'Décision ' || md5(n::text)), '${secretary.userId}' from generate_series(2, 40) n`),
    );
    await edit('meeting', meetingId, 'closing', secret('closing'), 'Rendez-vous en juin.');
    await validate('Tout y est');
    await must('publish', { subjectKind: 'meeting', subjectId: meetingId, publishes: true });
    const html = await (await page()).text();
    expect(html).toContain('10 autres');
    expect(gzipSync(html).length).toBeLessThan(14_000);
  });
});
