import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { removeBytes } from '../platform/files/sweep.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import type { Databases } from '../platform/database/open.ts';
import { type Browser, signInAs } from './app.ts';
import { mustRun, testRunner, visitPayload } from './commands.ts';
import type { useRegisters } from './registers.ts';

/** Words that stand nowhere else: whatever holds one of them holds something of this person. */
export const wordsOfPerson = {
  name: 'Zorqvelle',
  otherName: 'زرقفيلة',
  mergedName: 'Zorkveltina',
  phone: '698765432',
  email: 'zorqvelle@example.org',
  phoneBelongsTo: 'Belonquix',
  safeHours: 'Hourvex',
  summary: 'Plimquor',
  statusNote: 'Dravnik',
  pause: 'Pauzibel',
  visitNote: 'Quelbistre',
  earlierVisit: 'Anterqual',
  laterVisit: 'Posterqual',
  note: 'Kvaltix',
  restrictedNote: 'Brantozim',
  step: 'Stevronne',
  contact: 'Contaxie',
  contactPhone: '687654321',
  attachment: 'Fopraxin',
  letter: 'Murgladion',
  answer: 'Ansquorb',
  personAnswer: 'Persquorb',
  interpreter: 'Interpolax',
  representative: 'Reprelux',
  referralReason: 'Reafquin',
  receiverNote: 'Nattoqual',
  registerNote: 'Registrax',
  address: 'unefois.zorq@example.org',
} as const;

/** A person of whom every table holds something, with a relative who stays; the case is closed at the end. */
export async function buildWholeFile(db: Databases, registers: ReturnType<typeof useRegisters>) {
  const head = registers.head();
  const w = wordsOfPerson;
  const runner = testRunner(db);
  const agent = await signInAs(registers.platform(), db, 'agent', head.actor.organizationId);
  const partner = await signInAs(registers.platform(), db, 'partner');
  const say = (kind: string, payload: object, by: Browser = agent) => mustRun(runner, by.actor, kind, payload);
  const ids = Object.fromEntries(
    ['person', 'merged', 'relative', 'household', 'merge', 'case', 'earlier', 'visit', 'later', 'referral', 'consent', 'file'].map(
      (key) => [key, randomUUID()],
    ),
  ) as Record<
    'person' | 'merged' | 'relative' | 'household' | 'merge' | 'case' | 'earlier' | 'visit' | 'later' | 'referral' | 'consent' | 'file',
    string
  >;

  await say('people.record', {
    personId: ids.person,
    name: `${w.name} Inventée`,
    otherNames: [{ name: w.otherName, use: 'other_script' }],
    birthDate: '1958-03-02',
    phone: `0${w.phone}`,
    email: w.email,
    phoneBelongsTo: w.phoneBelongsTo,
    safeHours: w.safeHours,
  });
  await say('people.record', { personId: ids.merged, name: `${w.mergedName} Inventée` });
  await say('people.record', { personId: ids.relative, name: 'Testa Restante' });
  await say('people.change', { personId: ids.person, set: { sex: 'woman' }, was: { sex: null } });
  await say('people.merge', { mergeId: ids.merge, keptId: ids.person, mergedId: ids.merged });
  await say('people.join_household', { personId: ids.relative, withPersonId: ids.person, householdId: ids.household });
  await say('people.relate', { relationshipId: randomUUID(), personId: ids.relative, otherPersonId: ids.person, kind: 'spouse' });
  await say('people.say_not_same', { personId: ids.relative, otherPersonId: ids.person });

  // Its clock stands still for a reason that somebody typed.
  await say('cases.set_delay', { kind: 'answer', days: 30, source: 'Promesse inventée' }, head);
  await say('desk.record_visit', visitPayload({ visitId: ids.earlier, note: w.earlierVisit }));
  await say('desk.record_visit', visitPayload({ visitId: ids.visit, note: w.visitNote, previousVisitId: ids.earlier }));
  await say('cases.open', { caseId: ids.case, visitId: ids.visit, needs: ['health'], summary: w.summary, personId: ids.merged });
  await say('desk.record_visit', visitPayload({ visitId: ids.later, note: w.laterVisit, aboutCaseId: ids.case }));
  await say('cases.add_note', { noteId: randomUUID(), caseId: ids.case, level: 'ordinary', text: w.note });
  await say('cases.add_note', { noteId: randomUUID(), caseId: ids.case, level: 'protection', text: w.restrictedNote });
  await say('cases.add_step', { stepId: randomUUID(), caseId: ids.case, title: w.step });
  const contact = { role: 'family', name: w.contact, phone: `0${w.contactPhone}`, note: w.contact };
  await say('cases.add_contact', { contactId: randomUUID(), caseId: ids.case, ...contact });
  for (const [subject, subjectId, sensitivity, value] of [
    ['case', ids.case, 'sensitive', w.answer],
    ['person', ids.person, 'plain', w.personAnswer],
  ]) {
    const labels = { fr: 'Question', ar: 'سؤال' };
    const fieldId = randomUUID();
    const field = { fieldId, subject, kind: 'text', sensitivity, retentionMonths: 12, labels, needs: [], options: [], position: 0 };
    await say('desk.define_field', field, head);
    await say('desk.set_values', { subject, subjectId, values: { [fieldId]: value } });
  }
  const photograph = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const sent = await agent.put(`/api/files/${ids.file}`, photograph);
  if (!sent.ok) throw new Error(await sent.text());
  const attached = { attachmentId: randomUUID(), caseId: ids.case, fileId: ids.file, kind: 'photo', title: w.attachment, restricted: true };
  await say('cases.attach', attached);
  const letter = { kind: 'attestation', title: w.letter, texts: { fr: `Pour ${w.name}` }, template: 'attestation', templateVersion: 1 };
  await say('cases.write_letter', { letterId: randomUUID(), caseId: ids.case, ...letter });
  await say('cases.move', { caseId: ids.case, action: 'wait_for_person', note: w.pause });
  await say('cases.move', { caseId: ids.case, action: 'resume' });
  await say('cases.move', { caseId: ids.case, action: 'wait_for_person', note: w.pause });

  const consent = { caseId: ids.case, fields: [], givenHow: 'by_representative', explainedIn: 'fr', interpreter: w.interpreter };
  const representative = { name: w.representative, link: 'child' };
  await say('people.record_consent', { consentId: ids.consent, purpose: 'file', ...consent, representative });
  const shares = { purpose: 'referral', recipientOrganizationId: partner.actor.organizationId, fields: ['name', 'phone'] };
  const consentId = randomUUID();
  await say('people.record_consent', { consentId, ...consent, representative, ...shares });
  await say('referrals.send', { referralId: ids.referral, caseId: ids.case, consentId, priority: 'normal', reason: w.referralReason });
  await say('referrals.accept', { referralId: ids.referral, note: w.receiverNote }, partner);
  await say('referrals.report_outcome', { referralId: ids.referral, outcome: 'service_received', note: w.receiverNote }, partner);
  // As a receipt waits that was sent to an address typed for once: it names the reference alone.
  await registers.query(
    `insert into platform.message (kind, recipient, subject, body)
     select 'consent_receipt', $2, 'Reçu', 'Votre référence : ' || c.reference from cases."case" c where c.id = $1`,
    [ids.case, w.address],
  );
  await agent.get(`/api/cases/${ids.case}`);

  // A register that names them again, and a file taken out.
  const register = await registers.bring(
    `Nom complet;GSM;Date;Objet;Statut;Remarques\n${w.name} Inventée;0${w.phone};01/08/2024;retraite;;${w.registerNote}\nTesta Autre;0612345601;05/08/2024;retraite;;\n`,
  );
  await registers.takeAll(await registers.check(register));
  const exported = {
    exportId: randomUUID(),
    kind: 'people',
    columns: ['name'],
    since: null,
    until: null,
    needs: [],
    named: true,
    contacts: false,
    contactsReason: null,
    purpose: 'Bilan inventé pour un test',
    format: 'csv',
    language: 'fr',
  };
  const made = await registers.send('make_export', exported);
  if (made !== 'done') throw new Error(`the export was refused: ${made}`);
  await registers.work();
  const likely = [ids.merged, ids.relative].sort();
  await registers.query(
    `insert into people.likely_pair (organization_id, a, b, score, reasons) values ($1, $2, $3, 1, '{}') on conflict do nothing`,
    [head.actor.organizationId, ...likely],
  );
  await say('cases.move', { caseId: ids.case, action: 'solve_partly', note: w.statusNote });
  return { ids, agent, head, partner, say, exported };
}

/** Of the given words, in which tables each stands: every column of every table but PostgreSQL's own. */
export async function findWords(
  registers: Pick<ReturnType<typeof useRegisters>, 'query'>,
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const tables = await registers.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
  );
  const found = new Map(words.map((word): [string, string[]] => [word, []]));
  for (const { name } of tables) {
    const rows = await registers.query<{ word: string }>(
      `select distinct w.word from unnest($1::text[]) as w(word) where exists (select from ${name} t where position(lower(w.word) in lower(t::text)) > 0)`,
      [words],
    );
    for (const { word } of rows) found.get(word)?.push(name);
  }
  return found;
}

/** Tables that say nothing of a person, each with the reason; every other one of these rooms is filled above, so that the walk means something. */
const ofNobody: Record<string, string> = {
  'people.consent_audio': 'the cell’s own voice',
  'people.keyed_by': 'by which keys people are found',
  'desk.assessment': 'how a cell judges itself',
  'desk.assessment_framework': 'by which criteria',
  'desk.cell': 'the cell',
  'desk.letterhead': 'the cell’s papers',
  'desk.orientation': 'which service was named',
  'desk.procedure': 'checklists',
  'desk.procedure_adjustment': 'checklists',
  'desk.visit_profile': 'figures of a group',
  'cases.delay': 'how long a cell may take',
  'cases.letter_template': 'letters not yet written to anyone',
  'cases.register_download': 'who took an export',
  'cases.register_mapping': 'how columns are read',
  'platform.notice': 'kinds and identifiers',
};

/** Tables of these rooms that hold no row though they may be about a person. */
export async function listEmpty(registers: Pick<ReturnType<typeof useRegisters>, 'query'>): Promise<string[]> {
  const tables = await registers.query<{ name: string }>(
    `select n.nspname || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('people', 'desk', 'cases', 'referrals', 'files', 'platform')`,
  );
  const empty: string[] = [];
  for (const { name } of tables) {
    if (!(name in ofNobody) && (await registers.query(`select from ${name} limit 1`)).length === 0) empty.push(name);
  }
  return empty;
}

/** Does the waiting work that removes sealed bytes. */
export async function removeForgottenBytes(db: Databases, registers: ReturnType<typeof useRegisters>): Promise<void> {
  const jobs = await registers.query<{ data: { name: string; data: Record<string, string> } }>(
    `select data from pgboss.job where data ->> 'name' = 'remove_file_bytes'`,
  );
  const work = removeBytes(registers.vault().blobs);
  await inTransaction(
    db.app,
    async (tx) =>
      void (await work.remove_file_bytes?.(
        jobs.map((job) => job.data.data),
        tx,
      )),
  );
}
