import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { buildActor, buildOrganization, buildService } from '../../testing/builders.ts';
import { buildReferral, mustRun, testRunner, visitPayload } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { type Actor, type Role, withActor } from './actor.ts';
import { roles } from './member-roles.ts';

const db = useDatabase();

// The acting person is a colleague at the cell, someone at the organisation referred to, or someone elsewhere.
type Place = 'cell' | 'receiver' | 'elsewhere';
const places: Place[] = ['cell', 'receiver', 'elsewhere'];
const actors = new Map<string, Actor>();
const actor = (place: Place, role: Role): Actor => {
  const found = actors.get(`${place} ${role}`);
  if (!found) throw new Error(`no ${role} at ${place}`);
  return found;
};

beforeAll(async () => {
  const organization = {
    cell: await buildOrganization(db(), 'Cellule A'),
    receiver: await buildOrganization(db(), 'Partenaire B'),
    elsewhere: await buildOrganization(db(), 'Cellule C'),
  };
  for (const place of places) for (const role of roles) actors.set(`${place} ${role}`, await buildActor(db(), role, organization[place]));
  const runner = testRunner(db());
  const { visitId } = await buildReferral(runner, actor('cell', 'agent'), organization.receiver);
  const serviceId = await buildService(db(), organization.receiver);
  await mustRun(runner, actor('cell', 'agent'), 'desk.orient', { orientationId: randomUUID(), visitId, serviceId });
  const caseId = randomUUID();
  const [one, other] = [randomUUID(), randomUUID()];
  const agent = actor('cell', 'agent');
  await mustRun(runner, agent, 'people.record', { personId: one, name: 'Testa Une', otherNames: [{ name: 'تستا', use: 'other_script' }] });
  await mustRun(runner, agent, 'people.record', { personId: other, name: 'Testa Deux' });
  await mustRun(runner, agent, 'people.join_household', { personId: one, withPersonId: other, householdId: randomUUID() });
  await mustRun(runner, agent, 'people.relate', { relationshipId: randomUUID(), personId: one, otherPersonId: other, kind: 'sibling' });
  await mustRun(runner, agent, 'people.say_not_same', { personId: one, otherPersonId: other });
  await mustRun(runner, agent, 'people.ask_erasure', { erasureId: randomUUID(), personId: one });
  await mustRun(runner, agent, 'people.merge', { mergeId: randomUUID(), keptId: one, mergedId: other });
  await mustRun(runner, actor('cell', 'cell_manager'), 'cases.set_delay', { kind: 'answer', days: 30, source: 'Promesse' });
  await mustRun(runner, agent, 'cases.open', { caseId, needs: ['health'], personId: one });
  await mustRun(runner, agent, 'cases.add_note', { noteId: randomUUID(), caseId, level: 'ordinary', text: 'Note' });
  await mustRun(runner, agent, 'cases.add_step', { stepId: randomUUID(), caseId, title: 'Étape' });
  await mustRun(runner, agent, 'cases.add_contact', { contactId: randomUUID(), caseId, role: 'family', name: 'Testa' });
  await mustRun(runner, actor('cell', 'cell_manager'), 'desk.share_scores', { shares: false });
  const framework = { version: 'essai', criteria: [{ key: 'one', domain: 'missions' }] };
  await db().asOwner((owner) =>
    owner.query('insert into desk.assessment_framework (version, content) values ($1, $2)', ['essai', framework]),
  );
  const assessment = { assessmentId: randomUUID(), version: 'essai', madeOn: '2026-01-02', answers: { one: { level: 1 } } };
  await mustRun(runner, actor('cell', 'cell_manager'), 'desk.assess', assessment);
  const fileId = randomUUID();
  await withActor(db().app, agent, (tx) =>
    tx.query(
      `insert into files.file (id, organization_id, user_id, sent_sha256, media_type, size, sha256, blob, key_id, wrapped_key)
       values ($1, $2, $3, repeat('0', 64), 'image/jpeg', 1, repeat('0', 64), $1, 'essai', '')`,
      [fileId, agent.organizationId, agent.userId],
    ),
  );
  const head = actor('cell', 'cell_manager');
  const recordingId = randomUUID();
  await withActor(db().app, head, (tx) =>
    tx.query(
      `insert into files.file (id, organization_id, user_id, sent_sha256, media_type, size, sha256, blob, key_id, wrapped_key)
       values ($1, $2, $3, repeat('0', 64), 'audio/wav', 1, repeat('0', 64), $1, 'essai', '')`,
      [recordingId, head.organizationId, head.userId],
    ),
  );
  await mustRun(runner, head, 'people.set_consent_audio', { purpose: 'file', language: 'rif', version: '2026-11', fileId: recordingId });
  const names = { fr: 'Cellule', ar: 'خلية' };
  await mustRun(runner, head, 'desk.set_letterhead', { letterheadId: randomUUID(), name: names, address: names, keepsLogo: false });
  const letter = { kind: 'attestation', title: 'Attestation', texts: { fr: 'Texte' } };
  await mustRun(runner, head, 'cases.save_letter_template', { templateId: randomUUID(), version: 1, ...letter });
  await mustRun(runner, agent, 'cases.write_letter', {
    letterId: randomUUID(),
    caseId,
    template: 'attestation',
    templateVersion: 1,
    ...letter,
  });
  const attached = { attachmentId: randomUUID(), caseId, fileId, kind: 'photo', title: 'Pièce', restricted: false };
  await mustRun(runner, agent, 'cases.attach', attached);
  await mustRun(runner, agent, 'cases.move', { caseId, action: 'wait_for_person', note: 'Papiers' });
  await mustRun(runner, agent, 'cases.move', { caseId, action: 'resume' });
  const fieldId = randomUUID();
  const field = {
    fieldId,
    subject: 'case',
    kind: 'text',
    sensitivity: 'plain',
    labels: { fr: 'Question', ar: 'سؤال' },
    needs: [],
    options: [],
    position: 0,
  };
  await mustRun(runner, actor('cell', 'cell_manager'), 'desk.define_field', field);
  await mustRun(runner, agent, 'desk.set_values', { subject: 'case', subjectId: caseId, values: { [fieldId]: 'Réponse' } });
  await mustRun(
    runner,
    agent,
    'desk.record_visit',
    visitPayload({ group: { people: 2, profiles: [{ sex: 'man', ageBand: '18_24', people: 2 }], attention: {} } }),
  );
  await db().asOwner((owner) =>
    owner.query(`
      insert into cases.register_mapping (id, organization_id, name, headers, mapping, saved_by)
        values ('${caseId}', '${agent.organizationId}', 'Cahier', '{Nom}', '{}', '${agent.userId}');
      insert into cases.register_import (id, organization_id, sent_by, sha256, size, format)
        values ('${caseId}', '${agent.organizationId}', '${agent.userId}', '', 1, 'csv');
      insert into cases.register_row (import_id, n, organization_id, cells) values ('${caseId}', 2, '${agent.organizationId}', '{Testa}');
      insert into cases.register_export (id, organization_id, owner_id, kind, options, format, named, with_contacts, purpose)
        values ('${caseId}', '${agent.organizationId}', '${agent.userId}', 'cases', '{}', 'csv', false, false, 'Essai');
      insert into cases.register_download (organization_id, export_id, user_id) values ('${agent.organizationId}', '${caseId}', '${agent.userId}')`),
  );
  await db().asOwner(async (owner) => {
    const pair = [one, other].sort();
    await owner.query('alter table people.likely_pair disable row level security');
    await owner.query(`insert into people.likely_pair (organization_id, a, b, score, reasons) values ($1, $2, $3, 1, '{}')`, [
      organization.cell,
      ...pair,
    ]);
    await owner.query('alter table people.likely_pair enable row level security');
    const { programme } = Object.fromEntries(roles.map((role) => [role, actor('receiver', role).userId]));
    const [a = '', b = ''] = [organization.cell, organization.elsewhere].sort();
    await owner.query(`
      insert into directory.change (id, entity, entity_id, organization_id, kind, state, proposed_by)
        values ('${randomUUID()}', 'service', '${serviceId}', '${organization.receiver}', 'edit', 'proposed', '${programme}');
      insert into directory.held_field (entity, entity_id, field) values ('service', '${serviceId}', 'alert');
      insert into directory.difference (entity, entity_id, field, theirs) values ('service', '${serviceId}', 'alert', '""');
      insert into directory.stewardship (organization_id, contact_email) values ('${organization.receiver}', 'testa@example.org');
      insert into directory.feedback (id, reference, service_id, kind, language) values ('${randomUUID()}', 'ABC', '${serviceId}', 'wrong', 'fr');
      insert into directory.link_check (url) values ('https://example.org/');
      insert into directory.unanswered_query (query, language) values ('introuvable', 'fr');
      insert into directory.not_same (entity, a, b, said_by) values ('organization', '${a}', '${b}', '${programme}');
      insert into directory.merge (id, entity, kept_id, gone_id, merged_by, undone_at)
        values ('${randomUUID()}', 'organization', '${a}', '${b}', '${programme}', now());
      insert into desk.procedure (id, organization_id, key, needs, audiences, content) values
        ('${randomUUID()}', '${organization.cell}', 'own', '{health}', '{mre}', '{}'), ('${a}', null, 'shared', '{health}', '{mre}', '{}');
      insert into desk.procedure_adjustment (procedure_id, organization_id, adjusted_by)
        values ('${a}', null, '${programme}'), ('${a}', '${organization.cell}', '${programme}');
      insert into platform.message (kind, recipient, subject, body) values ('test', 'testa@example.org', 'Objet', 'Texte')`);
  });
}, 60_000);

type Rule = (place: Place, role: Role) => boolean;
const desk: Rule = (place, role) => place === 'cell' && (role === 'agent' || role === 'cell_manager');
const nobody: Rule = () => false;
const editors: Rule = (_place, role) => role === 'programme' || role === 'coordinator';
const focal: Rule = (place, role) => place === 'receiver' && ['agent', 'cell_manager', 'partner'].includes(role);
const everyone: Rule = () => true;
const headOfCell: Rule = (place, role) => place === 'cell' && role === 'cell_manager';
const keepers: Rule = (place, role) => editors(place, role) || focal(place, role);

/** Who reads each table that is not public, and whether the role may write it at all. */
const matrix: Record<string, { reads: Rule; updates: { set: string; by: Rule } | undefined; deletes?: Rule }> = {
  'people.person': { reads: desk, updates: { set: `phone = ''`, by: desk } },
  'people.consent': { reads: desk, updates: { set: 'withdrawn_at = now()', by: desk } },
  'people.consent_audio': { reads: desk, updates: undefined },
  'people.person_name': { reads: desk, updates: undefined, deletes: desk },
  'people.matching_key': { reads: desk, updates: undefined, deletes: desk },
  'people.relationship': { reads: desk, updates: undefined, deletes: desk },
  'people.household': { reads: desk, updates: undefined },
  'people.not_same': { reads: desk, updates: { set: `said = ''`, by: desk }, deletes: desk },
  'people.likely_pair': { reads: desk, updates: { set: 'score = 0', by: desk }, deletes: desk },
  'people.erasure': {
    reads: desk,
    updates: {
      set: `outcome = 'refused', reason = 'no_mandate', settled_by = access.acting_user(), settled_at = now()`,
      by: headOfCell,
    },
  },
  'people.merge': { reads: desk, updates: { set: 'undone_at = now()', by: desk } },
  'desk.visit': { reads: desk, updates: { set: 'person_id = null', by: desk } },
  'desk.custom_field': { reads: desk, updates: { set: 'position = 1', by: headOfCell } },
  'desk.custom_value': { reads: desk, updates: { set: 'set_at = now()', by: desk }, deletes: desk },
  'desk.letterhead': { reads: desk, updates: undefined },
  'desk.visit_profile': { reads: desk, updates: undefined },
  'cases.note': { reads: desk, updates: undefined },
  'cases.step': { reads: desk, updates: { set: 'due_on = null', by: desk } },
  'cases.contact': { reads: desk, updates: { set: 'removed_at = now()', by: desk } },
  'cases.letter_template': { reads: desk, updates: undefined },
  'cases.letter': { reads: desk, updates: undefined },
  'cases.attachment': {
    reads: desk,
    updates: { set: `removed_by = access.acting_user(), removed_at = now(), removal_reason = ''`, by: desk },
  },
  'files.file': { reads: desk, updates: undefined, deletes: desk },
  'cases.clock': { reads: desk, updates: { set: 'due_at = now()', by: desk } },
  'cases.clock_pause': { reads: desk, updates: undefined },
  'cases.delay': { reads: desk, updates: { set: 'days = 10', by: headOfCell }, deletes: headOfCell },
  'cases.register_mapping': { reads: headOfCell, updates: { set: `name = 'Autre'`, by: headOfCell }, deletes: headOfCell },
  'cases.register_import': { reads: headOfCell, updates: { set: 'done = 1', by: headOfCell }, deletes: headOfCell },
  'cases.register_row': { reads: headOfCell, updates: { set: `decision = 'leave'`, by: headOfCell }, deletes: headOfCell },
  'cases.register_export': { reads: headOfCell, updates: { set: 'done = 1', by: headOfCell } },
  'cases.register_download': { reads: headOfCell, updates: undefined },
  'desk.orientation': { reads: desk, updates: undefined },
  'desk.cell': {
    reads: (place, role) => desk(place, role) || role === 'programme',
    updates: { set: 'shares_scores = true', by: headOfCell },
  },
  'desk.assessment': { reads: desk, updates: undefined },
  'desk.procedure': { reads: everyone, updates: { set: `withdrawn_at = now()`, by: headOfCell } },
  'desk.procedure_adjustment': {
    reads: everyone,
    updates: { set: 'limit_days = null', by: (place, role) => headOfCell(place, role) || role === 'programme' },
  },
  'cases."case"': { reads: desk, updates: { set: `summary = ''`, by: desk } },
  'referrals.referral': {
    reads: (place, role) => desk(place, role) || (place === 'receiver' && ['agent', 'cell_manager', 'partner'].includes(role)),
    updates: {
      set: `answer_note = ''`,
      by: (place, role) => desk(place, role) || (place === 'receiver' && ['agent', 'cell_manager', 'partner'].includes(role)),
    },
  },
  'platform.journal': {
    reads: (place, role) => place === 'cell' && ['agent', 'cell_manager', 'partner'].includes(role),
    updates: undefined,
  },
  'directory.change': { reads: keepers, updates: { set: `state = 'rejected', decided_by = access.acting_user()`, by: editors } },
  'directory.held_field': { reads: keepers, updates: { set: `source_value = '1'`, by: editors }, deletes: editors },
  'directory.difference': { reads: editors, updates: undefined, deletes: editors },
  'directory.stewardship': { reads: keepers, updates: { set: 'rhythm_months = 6', by: keepers } },
  'directory.feedback': { reads: keepers, updates: { set: `state = 'settled'`, by: keepers } },
  'directory.link_check': { reads: editors, updates: { set: 'checked_at = null', by: editors }, deletes: editors },
  'directory.unanswered_query': { reads: editors, updates: undefined, deletes: editors },
  'directory.not_same': { reads: editors, updates: undefined, deletes: editors },
  'directory.merge': { reads: editors, updates: undefined },
  'platform.message': { reads: nobody, updates: undefined },
};

const someColumn = async (table: string): Promise<string> =>
  (await db().asOwner((owner) => owner.query(`select * from ${table} limit 0`))).fields.at(-1)?.name ?? '';

/** The number of rows touched, or `refused`; always rolled back. */
async function attempt(who: Actor, sql: string): Promise<number | 'refused'> {
  let outcome: number | 'refused' = 'refused';
  await withActor(db().app, who, async (tx) => {
    outcome = (await tx.query(sql)).rowCount ?? 0;
    throw new Error('rolled back');
  }).catch((error: unknown) => {
    if (
      error instanceof Error &&
      error.message !== 'rolled back' &&
      !/permission denied|append-only|row-level security/.test(error.message)
    )
      throw error;
  });
  return outcome;
}

for (const [table, { reads, updates, deletes = nobody }] of Object.entries(matrix)) {
  for (const place of places) {
    for (const role of roles) {
      it(`${table}: a ${role} at ${place} ${reads(place, role) ? 'reads' : 'sees nothing'}`, async () => {
        const seen = await attempt(actor(place, role), `select from ${table}`);
        if (reads(place, role)) expect(seen).toBeGreaterThan(0);
        else expect([0, 'refused']).toContain(seen);
      });
      it(`${table}: a ${role} at ${place} ${updates?.by(place, role) ? 'changes' : 'changes nothing'}`, async () => {
        const set = updates?.set ?? `${await someColumn(table)} = ${await someColumn(table)}`;
        const changed = await attempt(actor(place, role), `update ${table} set ${set}`);
        if (updates?.by(place, role)) expect(changed).toBeGreaterThan(0);
        else expect([0, 'refused']).toContain(changed);
      });
      it(`${table}: a ${role} at ${place} deletes ${deletes(place, role) ? 'what is done with' : 'nothing'}`, async () => {
        const deleted = await attempt(actor(place, role), `delete from ${table}`);
        if (deletes(place, role)) expect(deleted).toBeGreaterThan(0);
        else expect([0, 'refused']).toContain(deleted);
      });
    }
  }
}

it.each([
  ['people.person', `(id, organization_id, name, created_by) values ('{id}', '{organization}', 'Testa', '{user}')`],
  [
    'desk.visit',
    `(id, organization_id, reference, at, audience, needs, language, sex, age_band, channel, outcome, recorded_by)
     values ('{id}', '{organization}', '{id}', now(), 'mre', '{health}', 'fr', 'man', '25_44', 'phone', 'informed', '{user}')`,
  ],
  [
    'cases."case"',
    `(id, organization_id, reference, needs, opened_by, opened_at) values ('{id}', '{organization}', '{id}', '{health}', '{user}', now())`,
  ],
])('nobody writes into %s for another organisation, and only the desk roles for their own', async (table, values) => {
  const into = (organization: string, user: string): string =>
    `insert into ${table} ${values.replaceAll('{id}', randomUUID()).replaceAll('{organization}', organization).replaceAll('{user}', user)}`;
  for (const role of roles) {
    const who = actor('elsewhere', role);
    expect(await attempt(who, into(actor('cell', 'agent').organizationId, who.userId))).toBe('refused');
    const own = await attempt(who, into(who.organizationId, who.userId));
    expect(own).toBe(role === 'agent' || role === 'cell_manager' ? 1 : 'refused');
  }
});

it('an actor who claims an organisation that is not theirs sees nothing', async () => {
  const impostor = { ...actor('elsewhere', 'agent'), organizationId: actor('cell', 'agent').organizationId };
  for (const table of Object.keys(matrix)) expect([0, 'refused']).toContain(await attempt(impostor, `select from ${table}`));
});

it('no setting at all shows nothing', async () => {
  const unseen = { ...matrix, 'platform.message': undefined };
  for (const [table, rules] of Object.entries(unseen)) {
    if (rules) expect((await db().app.query(`select from ${table}`)).rowCount).toBe(0);
    else await expect(db().app.query(`select from ${table}`)).rejects.toThrow('permission denied');
  }
});

it('the application cannot read passwords, sessions or invitations of the sign-in', async () => {
  for (const table of ['access.account', 'access.session', 'access.verification']) {
    expect(await attempt(actor('cell', 'agent'), `select from ${table}`)).toBe('refused');
  }
});

it('the sign-in role cannot read anything about a person', async () => {
  for (const table of Object.keys(matrix)) {
    await expect(db().auth.query(`select from ${table}`)).rejects.toThrow(/permission denied/);
  }
});

it('totals answer the coordinator only', async () => {
  for (const place of places) {
    for (const role of roles) {
      const counted = await attempt(actor(place, role), `select from observatory.visit_counts('2000-01-01', '2100-01-01')`);
      expect(counted === 0 || counted === 'refused').toBe(nobody(place, role) || role !== 'coordinator');
    }
  }
});
