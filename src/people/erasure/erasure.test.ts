import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signInAs } from '../../testing/app.ts';
import { buildActor } from '../../testing/builders.ts';
import { command, mustRun, testRunner, visitPayload } from '../../testing/commands.ts';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { useDatabase } from '../../testing/database.ts';
import { useRegisters } from '../../testing/registers.ts';
import { buildWholeFile, findWords, listEmpty, removeForgottenBytes, wordsOfPerson } from '../../testing/whole-file.ts';
import type { ErasureView } from './contract.ts';

const db = useDatabase();
const registers = useRegisters(db);
const { query } = registers;
const day = 86_400_000;

const erasureOf = async (id: string, browser = registers.head()): Promise<ErasureView> =>
  (await browser.get(`/api/people/erasures/${id}`)).json();

/** Someone of whom it is asked that their file be erased. */
async function asked(over: object = {}) {
  const head = registers.head();
  const agent = await buildActor(db(), 'agent', head.actor.organizationId);
  const runner = testRunner(db());
  const [personId, erasureId, caseId] = [randomUUID(), randomUUID(), randomUUID()];
  await mustRun(runner, agent, 'people.record', { personId, name: 'Testa Inventée', ...over });
  const ask = (id = erasureId) => runner.run(agent, command('people.ask_erasure', { erasureId: id, personId }));
  const settle = (kind: string, payload: object, who = head.actor) => runner.run(who, command(kind, { erasureId, ...payload }));
  const openCase = () => mustRun(runner, agent, 'cases.open', { caseId, needs: ['health'], personId });
  return { head, agent, runner, personId, erasureId, caseId, ask, settle, openCase };
}
const understood = { understood: true };

describe('asking to be erased', () => {
  it('waits for the head of the cell as long as the cell has set, and is late from then on', async () => {
    const { head, ask, erasureId, runner } = await asked();
    await mustRun(runner, head.actor, 'cases.set_delay', { kind: 'erase', days: 7, source: 'Promesse inventée' });
    expect(await ask()).toMatchObject({ status: 'done' });
    const today = async () => (await (await head.get('/api/desk/cell/today')).json()).erasures;
    expect(await today()).toMatchObject([{ id: erasureId, personName: 'Testa Inventée', isLate: false }]);
    const found = await erasureOf(erasureId);
    expect(found).toMatchObject({ days: 7, source: 'Promesse inventée', cause: 'asked' });
    expect(Date.parse(found.dueAt) - Date.parse(found.askedAt)).toBe(7 * day);
    await query(`update people.erasure set due_at = now() - interval '1 day' where id = $1`, [erasureId]);
    expect(await today()).toMatchObject([{ isLate: true }]);
  });

  it('has the ten days of the law where nobody set a delay, and is asked once', async () => {
    const { ask, erasureId } = await asked();
    await ask();
    expect(await erasureOf(erasureId)).toMatchObject({ days: 10, source: expect.stringContaining('09-08') });
    expect(await ask(randomUUID())).toMatchObject({ code: 'erasure_already_asked' });
  });

  it('is opened by taking back the agreement to the file, also where nobody wrote a name', async () => {
    const { agent, runner, head } = await asked();
    for (const person of [{ personId: randomUUID(), name: 'Testa Accord' }, undefined]) {
      const [caseId, consentId] = [randomUUID(), randomUUID()];
      await mustRun(runner, agent, 'cases.open', { caseId, needs: ['health'], summary: 'Nomquelin', ...(person ? { person } : {}) });
      const consent = { consentId, caseId, purpose: 'file', fields: [], givenHow: 'spoken', explainedIn: 'fr' };
      await mustRun(runner, agent, 'people.record_consent', consent);
      await mustRun(runner, agent, 'people.withdraw_consent', { consentId });
      expect(await erasureOf(consentId)).toMatchObject({
        cause: 'consent_withdrawn',
        personName: person?.name ?? null,
        openCases: [{ id: caseId }],
      });
      await mustRun(runner, agent, 'cases.move', { caseId, action: 'abandon', reason: 'withdrawn_by_person' });
      await mustRun(runner, head.actor, 'people.erase', { erasureId: consentId, ...understood });
    }
    expect((await findWords(registers, ['Nomquelin'])).get('Nomquelin')).toEqual([]);
  });

  it('is answered by the head of the cell alone, and never by another cell', async () => {
    const { ask, settle, agent, erasureId } = await asked();
    await ask();
    const stranger = await buildActor(db(), 'cell_manager');
    for (const [kind, payload] of [
      ['people.erase', understood],
      ['people.refuse_erasure', { reason: 'no_mandate' }],
    ] as const) {
      expect(await settle(kind, payload, agent)).toMatchObject({ code: 'not_allowed' });
      expect(await settle(kind, payload, stranger)).toMatchObject({ code: 'erasure_not_found' });
    }
    expect(await erasureOf(erasureId)).toMatchObject({ outcome: null });
  });

  it('may be refused, for a reason of the list, with the law where one obliges', async () => {
    const { ask, settle, erasureId, personId, head } = await asked();
    await ask();
    expect(await settle('people.refuse_erasure', { reason: 'law_obliges' })).toMatchObject({ fields: [{ code: 'name_the_law' }] });
    await settle('people.refuse_erasure', { reason: 'law_obliges', law: 'Loi inventée 1-23' });
    expect(await erasureOf(erasureId)).toMatchObject({ outcome: 'refused', reason: 'law_obliges', law: 'Loi inventée 1-23' });
    expect(await settle('people.erase', understood)).toMatchObject({ code: 'erasure_already_settled' });
    expect(await (await head.get(`/api/people/${personId}`)).json()).toMatchObject({
      erasure: { outcome: 'refused' },
      person: { name: 'Testa Inventée' },
    });
  });

  it('waits until the cases are closed, and until the head says to have understood', async () => {
    const { ask, settle, openCase, caseId, agent, runner } = await asked();
    await openCase();
    await ask();
    expect(await settle('people.erase', {})).toMatchObject({ code: 'invalid_fields' });
    expect(await settle('people.erase', understood)).toMatchObject({ code: 'cases_still_open' });
    await mustRun(runner, agent, 'cases.move', { caseId, action: 'solve' });
    expect(await settle('people.erase', understood)).toMatchObject({ status: 'done' });
  });
});

describe('erasing', () => {
  it('leaves no word of the person in any column of any table, nor a file on the disk', async () => {
    const { ids, head, say } = await buildWholeFile(db(), registers);
    const words = Object.values(wordsOfPerson);
    const before = await findWords(registers, words);
    expect([...before].filter(([, tables]) => tables.length === 0)).toEqual([]);
    expect(await listEmpty(registers)).toEqual([]);
    const keys = await query('select from people.matching_key where person_id = any ($1)', [[ids.person, ids.merged]]);
    expect(keys.length).toBeGreaterThan(0);
    const blobs = async () => {
      const names: string[] = [];
      for await (const { name } of registers.vault().blobs.list()) names.push(name);
      return names;
    };
    const own = (await query<{ blob: string }>('select blob from files.file where organization_id = $1', [head.actor.organizationId])).map(
      (f) => f.blob,
    );
    // A photograph, the register that came in, the export that went out.
    expect(own).toHaveLength(3);
    expect(await blobs()).toEqual(expect.arrayContaining(own));

    const erasureId = randomUUID();
    await say('people.ask_erasure', { erasureId, personId: ids.person });
    expect((await erasureOf(erasureId)).counts).toMatchObject({
      records: 2,
      names: 3,
      links: 2,
      notes: 2,
      attachments: 1,
      letters: 1,
      steps: 1,
      contacts: 1,
      answers: 2,
      copies: 1,
      rows: 1,
      exports: 1,
      cases: 1,
    });
    await say('people.erase', { erasureId, ...understood }, head);
    const after = await findWords(registers, words);
    expect([...after].filter(([, tables]) => tables.length > 0)).toEqual([]);
    await removeForgottenBytes(db(), registers);
    expect((await blobs()).filter((name) => own.includes(name))).toEqual([]);
    expect(await query('select from files.file where organization_id = $1', [head.actor.organizationId])).toEqual([]);

    // Of the identifiers nothing points at a name any more: they stay where something was done, and where it was asked.
    const places = await findWords(registers, [ids.person, ids.merged]);
    for (const tables of places.values())
      expect(tables.filter((t) => !/^(pgboss\.|platform\.journal$|platform\.command$|people\.erasure$)/.test(t))).toEqual([]);
  });

  it('leaves what was done as numbers, the relative, and the proof', async () => {
    const { ids, head, say, agent, partner } = await buildWholeFile(db(), registers);
    const [erasureId] = [randomUUID()];
    const journal = () =>
      query(`select id, kind, at, user_id, payload from platform.journal where subject_id = any ($1) order by id`, [
        [ids.person, ids.case, ids.visit],
      ]);
    const before = await journal();
    await say('people.ask_erasure', { erasureId, personId: ids.merged });
    await say('people.erase', { erasureId, ...understood }, head);
    expect(await query('select needs, audience, person_id, note from desk.visit where id = $1', [ids.visit])).toEqual([
      { needs: ['pensions'], audience: 'returned_mre', person_id: null, note: null },
    ]);
    expect(await query('select status, needs, erased_at is not null as erased from cases."case" where id = $1', [ids.case])).toEqual([
      { status: 'partly_solved', needs: ['health'], erased: true },
    ]);
    expect(await query('select status, outcome, shared from referrals.referral where id = $1', [ids.referral])).toEqual([
      { status: 'completed', outcome: 'service_received', shared: {} },
    ]);
    // Whoever received a request of theirs is told to erase their own copy too: the words are gone, the request is there.
    const { referrals } = await (await partner.get('/api/referrals')).json();
    expect(referrals).toMatchObject([{ id: ids.referral, reason: '', shared: {}, answerNote: null }]);
    const after = (await journal()).slice(0, before.length);
    expect(after.map(({ payload, ...event }) => event)).toEqual(before.map(({ payload, ...event }) => event));
    expect(after.filter(({ payload }) => !['{}', '{"erased":true}'].includes(JSON.stringify(payload)))).toEqual([]);
    expect(await query('select kind from platform.journal where subject_id = $1 order by id', [erasureId])).toEqual([
      { kind: 'erasure_asked' },
      { kind: 'file_erased' },
    ]);
    expect(await (await agent.get(`/api/people/${ids.relative}`)).json()).toMatchObject({
      person: { name: 'Testa Restante' },
      household: [],
      relationships: [],
    });
    const { reference } = await erasureOf(erasureId);
    for (const record of [ids.person, ids.merged]) {
      expect((await agent.get(`/api/people/${record}`)).status).toBe(410);
      expect(await (await agent.get(`/api/people/${record}/erased`)).json()).toMatchObject({ id: erasureId, reference });
    }
    expect(await erasureOf(erasureId)).toMatchObject({ outcome: 'erased', personName: null, receivers: [{ name: 'Cellule inventée' }] });
  });

  it('is found by no search, no list, no likeness and no export', async () => {
    const { ids, head, say, agent, exported } = await buildWholeFile(db(), registers);
    const erasureId = randomUUID();
    await say('people.ask_erasure', { erasureId, personId: ids.person });
    await say('people.erase', { erasureId, ...understood }, head);
    for (const typed of [`${wordsOfPerson.name} Inventée`, wordsOfPerson.otherName, `0${wordsOfPerson.phone}`])
      expect(await (await agent.post('/api/people/search', { typed })).json()).toEqual({ people: [] });
    const alike = await (
      await agent.post('/api/people/alike', { name: `${wordsOfPerson.name} Inventée`, phone: `0${wordsOfPerson.phone}` })
    ).json();
    expect(alike).toEqual({ alike: [] });
    const closed = await (await agent.get('/api/cases?list=closed')).json();
    expect(closed.cases.map((row: { id: string }) => row.id)).not.toContain(ids.case);
    expect((await (await agent.get('/api/people/pairs')).json()).pairs).toEqual([]);
    expect((await head.get(`/api/register/exports/${exported.exportId}/file`)).status).toBe(404);
    const [{ reference = '' } = {}] = await query<{ reference: string }>('select reference from cases."case" where id = $1', [ids.case]);
    for (const [kind, columns] of [
      ['people', ['name']],
      ['visits', ['reference', 'name']],
      ['cases', ['reference', 'name', 'summary', 'notes']],
    ] as const) {
      const exportId = randomUUID();
      expect(await registers.send('make_export', { ...exported, exportId, kind, columns })).toBe('done');
      await registers.work();
      const text = await (await head.get(`/api/register/exports/${exportId}/file`)).text();
      expect(Object.values(wordsOfPerson).filter((word) => text.includes(word))).toEqual([]);
      // The case itself goes on being counted.
      expect(text.includes(reference)).toBe(kind === 'cases');
    }
  });

  it('lets a late device write nothing more, and tells it what to let go of', async () => {
    const { ids, head, say, agent } = await buildWholeFile(db(), registers);
    const erasureId = randomUUID();
    await say('people.ask_erasure', { erasureId, personId: ids.person });
    await say('people.erase', { erasureId, ...understood }, head);
    const runner = testRunner(db());
    const late = (kind: string, payload: object) => runner.run(agent.actor, command(kind, payload));
    const caseId = ids.case;
    for (const [kind, payload] of [
      ['cases.add_note', { noteId: randomUUID(), caseId, level: 'ordinary', text: 'Tardive' }],
      ['cases.add_step', { stepId: randomUUID(), caseId, title: 'Tardive' }],
      ['cases.add_contact', { contactId: randomUUID(), caseId, role: 'family', name: 'Tardive' }],
      ['cases.move', { caseId, action: 'reopen', note: 'Tardive' }],
      ['cases.name_person', { caseId, person: { personId: randomUUID(), name: 'Tardive' } }],
      ['cases.change', { caseId, set: { summary: 'Tardive' }, was: { summary: null } }],
      ['desk.record_visit', visitPayload({ aboutCaseId: caseId, note: 'Tardive' })],
      ['people.record_consent', { consentId: randomUUID(), caseId, purpose: 'file', fields: [], givenHow: 'spoken', explainedIn: 'fr' }],
    ] as const)
      expect([kind, await late(kind, payload)]).toMatchObject([kind, { code: 'file_erased' }]);
    expect(await late('people.change', { personId: ids.person, set: { name: 'Tardive' }, was: {} })).toMatchObject({
      code: 'person_not_found',
    });
    expect((await findWords(registers, ['Tardive'])).get('Tardive')).toEqual([]);
    const other = randomUUID();
    const ask = async (by: typeof agent) =>
      (
        (await (await by.post('/api/people/erased', { ids: [ids.person, ids.merged, ids.relative, caseId, other] })).json()) as {
          ids: string[];
        }
      ).ids;
    expect((await ask(agent)).sort()).toEqual([ids.person, ids.merged, caseId].sort());
    expect(await ask(await signInAs(registers.platform(), db(), 'agent'))).toEqual([]);
  });
});

describe('the database itself', () => {
  it('lets nobody erase but the head of that cell, and nobody say that it was done', async () => {
    const { head, agent, ask, erasureId } = await asked();
    await ask();
    const stranger = await buildActor(db(), 'cell_manager');
    const attempt = (who: Actor, sql: string) =>
      withActor(db().app, who, async (tx) => JSON.stringify((await tx.query(sql, [erasureId])).rows)).catch(
        (error: Error) => error.message,
      );
    for (const who of [agent, stranger]) expect(await attempt(who, 'select people.erase($1)')).toMatch(/no erasure to carry out/);
    expect(await attempt(stranger, 'select people.count_erasure($1) as counts')).toBe('[{"counts":null}]');
    expect(await attempt(agent, 'select people.extent_of_erasure($1)')).toMatch(/permission denied/);
    const done = `update people.erasure set outcome = 'erased', settled_at = now(), settled_by = access.acting_user() where id = $1`;
    expect(await attempt(head.actor, done)).toMatch(/row-level security/);
    expect(await erasureOf(erasureId)).toMatchObject({ outcome: null, personName: 'Testa Inventée' });
  });
});

describe('two at once', () => {
  /** A transaction that stays open until it is told to end. */
  async function opened(actor: Actor, sql: string, values: unknown[]) {
    const client = await db().app.connect();
    await client.query('begin');
    await client.query(`select set_config('istiqbal.user_id', $1, true), set_config('istiqbal.organization_id', $2, true)`, [
      actor.userId,
      actor.organizationId,
    ]);
    await client.query(sql, values);
    return async () => {
      await client.query('commit');
      client.release();
    };
  }
  async function closedCase() {
    const all = await asked();
    await all.openCase();
    await mustRun(all.runner, all.agent, 'cases.move', { caseId: all.caseId, action: 'solve' });
    await all.ask();
    return all;
  }
  const waiting = () => query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);

  it('what is written while the file is being erased comes too late', async () => {
    const { head, agent, runner, caseId, erasureId } = await closedCase();
    const commit = await opened(head.actor, 'select people.erase($1)', [erasureId]);
    const writing = runner.run(agent, command('cases.add_note', { noteId: randomUUID(), caseId, level: 'ordinary', text: 'Entretemps' }));
    await expect.poll(waiting).toHaveLength(1);
    await commit();
    expect(await writing).toMatchObject({ code: 'file_erased' });
    expect((await findWords(registers, ['Entretemps'])).get('Entretemps')).toEqual([]);
  });

  it('what was being written when it began goes with the rest', async () => {
    const { agent, caseId, settle } = await closedCase();
    const commit = await opened(
      agent,
      `insert into cases.note (id, organization_id, case_id, level, text, written_by, written_at) values ($1, $2, $3, 'ordinary', 'Entretemps', $4, now())`,
      [randomUUID(), agent.organizationId, caseId, agent.userId],
    );
    const erasing = settle('people.erase', understood);
    await expect.poll(waiting).toHaveLength(1);
    await commit();
    expect(await erasing).toMatchObject({ status: 'done' });
    expect((await findWords(registers, ['Entretemps'])).get('Entretemps')).toEqual([]);
  });
});

describe('the journal', () => {
  it('is changed by an erasure alone, and then only its words', async () => {
    const { head } = await asked();
    const [event] = await query<{ id: number }>('select id from platform.journal where organization_id = $1 limit 1', [
      head.actor.organizationId,
    ]);
    const tries = [
      [null, `update platform.journal set payload = '{"erased": true}' where id = $1`],
      ['istiqbal_owner', `update platform.journal set payload = '{"erased": true}' where id = $1`],
      ['istiqbal_eraser', `update platform.journal set payload = '{"erased": false}' where id = $1`],
      ['istiqbal_eraser', `update platform.journal set kind = 'other', payload = '{"erased": true}' where id = $1`],
      ['istiqbal_eraser', 'delete from platform.journal where id = $1'],
    ] as const;
    for (const [role, sql] of tries) {
      const outcome = await db().asOwner(async (owner) => {
        await owner.query('reset role');
        if (role) await owner.query(`set role ${role}`);
        return owner.query(sql, [event?.id]).then(
          ({ rowCount }) => rowCount,
          (error: Error) => error.message,
        );
      });
      expect([role, sql, outcome === 0 || /append-only|permission denied/.test(String(outcome))]).toEqual([role, sql, true]);
    }
  });
});
