import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildActor } from '../../../testing/builders.ts';
import { mustRun, testRunner } from '../../../testing/commands.ts';
import { useDatabase } from '../../../testing/database.ts';
import { aRegister, registersRoot, useRegisters } from '../../../testing/registers.ts';

const db = useDatabase();
const { head, unexpected, query, work, send, read, rows, bring, check, decide, takeAll, apply, count } = useRegisters(db);

describe('a register of a cell', () => {
  it('is proposed column by column, and nothing is written before it was reviewed', async () => {
    const read1 = await bring(aRegister);
    expect(read1).toMatchObject({ state: 'to_map', name: 'registre.csv', total: 5, notes: [{ code: 'identity_numbers' }] });
    expect(read1.mapping?.columns).toEqual(['name', 'name_ar', 'birth_date', 'phone', 'visited_on', 'need', 'status', 'ignore']);
    expect(read1.columns[5]).toMatchObject({
      header: 'Objet',
      samples: ['foncier', 'retraite'],
      words: [{ word: 'foncier', count: 3 }, { count: 2 }],
    });
    const checked = await check(read1);
    expect(checked).toMatchObject({ state: 'review', counts: { ready: 2, look: 2, error: 1, undecided: { ready: 2, look: 2 } } });
    expect(await count('people.person')).toBe(0);
    expect(await rows(checked.id, 'state=error')).toMatchObject([{ n: 5, problems: [{ code: 'nobody_named', column: null }] }]);
    const look = await rows(checked.id, 'state=look');
    expect(look).toMatchObject([
      { n: 4, alike: [{ row: 2, sure: true, name: 'Testa Inventée' }] },
      {
        n: 6,
        problems: [
          { code: 'phone_impossible', column: 3, value: '123' },
          { code: 'birth_date_ahead', column: 2 },
        ],
      },
    ]);
    expect(look[0]?.alike[0]?.reasons).toContain('same_phone');
  });

  it('comes in exactly as reviewed: visits at their own days, marked, cases as they stand, one person of two rows', async () => {
    const done = await takeAll(await check(await bring(aRegister)));
    expect(unexpected).toEqual([]);
    expect(done).toMatchObject({
      state: 'applied',
      report: { taken: 4, left: 0, refused: 1, people: 3, visits: 4, cases: 2, reasons: { nobody_named: 1 } },
    });
    const people = await query(
      `select p.name, p.birth_date, p.phone, (select string_agg(n.name, ',') from people.person_name n where n.person_id = p.id) as other,
         (select count(*) from desk.visit v where v.person_id = p.id)::int as visits
       from people.person p where organization_id = $1 order by p.name`,
      [head().actor.organizationId],
    );
    expect(people).toEqual([
      { name: 'Demo Imaginaire', birth_date: null, phone: null, other: null, visits: 1 },
      { name: 'Essaï Fictif', birth_date: '1970', phone: '+212612345602', other: null, visits: 1 },
      { name: 'Testa Inventée', birth_date: '1958-03-02', phone: '+212612345601', other: 'تستا المختلقة', visits: 2 },
    ]);
    const visits = await query('select at::date as on, imported, needs, outcome from desk.visit where organization_id = $1 order by at', [
      head().actor.organizationId,
    ]);
    expect(visits[0]).toEqual({ on: '2024-08-01', imported: true, needs: ['land_property'], outcome: 'case_opened' });
    expect(
      await query('select status, opened_at::date as on from cases."case" where organization_id = $1 order by opened_at', [
        head().actor.organizationId,
      ]),
    ).toEqual([
      { status: 'solved', on: '2024-08-01' },
      { status: 'in_progress', on: '2024-08-05' },
    ]);
    // No number of a paper anywhere but in the sealed file and its rows.
    expect(await query(`select from platform.journal where payload::text like '%PIECE-%'`)).toEqual([]);
  });

  it('keeps where people live and how to write to them', async () => {
    const checked = await check(
      await bring('Nom complet;Pays;E-mail;Date;Objet\nTesta Inventée;Hollande;testa@example.org;01/07/2024;foncier\n'),
    );
    expect(await decide(checked, { state: 'ready', decision: 'proposed' })).toBe('done');
    expect(await apply(checked)).toMatchObject({ report: { taken: 1, people: 1 } });
    expect(
      await query('select residence_country as country, email from people.person where organization_id = $1', [
        head().actor.organizationId,
      ]),
    ).toEqual([{ country: 'NL', email: 'testa@example.org' }]);
  });

  it('keeps the languages people speak, the first to speak with them, and tells one it does not know', async () => {
    const checked = await check(
      await bring(
        'Nom complet;Langues parlées;Date;Objet\nTesta Inventée;tarifit et espagnol;01/07/2024;foncier\nEssaï Fictif;klingon;02/07/2024;foncier\n',
      ),
    );
    expect(await rows(checked.id, 'state=look')).toMatchObject([{ problems: [{ code: 'language_unknown', column: 1, value: 'klingon' }] }]);
    expect(await takeAll(checked)).toMatchObject({ report: { taken: 2, people: 2, visits: 2 } });
    expect(
      await query(
        `select p.language, p.languages, v.language as visit from people.person p join desk.visit v on v.person_id = p.id
         where p.organization_id = $1 order by p.name desc`,
        [head().actor.organizationId],
      ),
    ).toEqual([
      { language: 'rif', languages: ['es'], visit: 'rif' },
      { language: null, languages: [], visit: 'ary' },
    ]);
  });

  it('finds who the cell knows already, in another script too, and follows what was decided', async () => {
    const personId = randomUUID();
    await mustRun(testRunner(db()), head().actor, 'people.record', { personId, name: 'Fatima Zahra Lmokhtalaqa', birthDate: '1961-05-04' });
    const checked = await check(
      await bring('الاسم الكامل;تاريخ الازدياد;التاريخ;الموضوع\nفاطمة الزهراء المختلقة;04/05/1961;01/07/2024;عقار\n'),
    );
    const [row] = await rows(checked.id);
    expect(row).toMatchObject({ state: 'look', alike: [{ personId }] });
    expect(await decide(checked, { rows: [row?.n], decision: 'known', personId })).toBe('done');
    expect(await apply(checked)).toMatchObject({ report: { taken: 1, people: 0, visits: 1 } });
    expect(await query('select person_id from desk.visit where organization_id = $1', [head().actor.organizationId])).toEqual([
      { person_id: personId },
    ]);
  });

  it('keeps decisions with whoever made them, and applies nothing while one is missing or what was seen has changed', async () => {
    const checked = await check(await bring(aRegister));
    expect(await send('apply_register', { importId: checked.id, checkId: checked.checkId, take: 1, leave: 0 })).toBe(
      'register_check_again',
    );
    expect(await decide(checked, { state: 'ready', decision: 'proposed' })).toBe('done');
    const colleague = await buildActor(db(), 'cell_manager', head().actor.organizationId);
    const leave = { importId: checked.id, checkId: checked.checkId, rows: [4], decision: 'leave' };
    await mustRun(testRunner(db()), colleague, 'cases.decide_register_rows', leave);
    expect(await send('apply_register', { importId: checked.id, checkId: checked.checkId, take: 2, leave: 1 })).toBe('register_undecided');
    expect(await rows(checked.id, 'decided=yes')).toMatchObject([
      { n: 2, decision: 'new', decidedBy: 'Testeuse Inventée' },
      { n: 3, decision: 'new' },
      { n: 4, decision: 'leave', decidedBy: 'Testeur cell_manager' },
    ]);
    expect(await rows(checked.id, 'decided=no&state=look')).toMatchObject([{ n: 6 }]);
    // A row in error is never taken, and nobody is taken from another cell.
    expect(await decide(checked, { rows: [5], decision: 'new' })).toBe('done');
    expect(await rows(checked.id, 'state=error')).toMatchObject([{ decision: null }]);
    expect(await decide(checked, { rows: [6], decision: 'known', personId: randomUUID() })).toBe('register_nobody_there');
    expect(await decide(checked, { rows: [3], decision: 'row', sameAsRow: 4 })).toBe('register_nobody_there');
    expect(await decide({ ...checked, checkId: randomUUID() }, { rows: [6], decision: 'new' })).toBe('register_check_again');
  });

  it('read with the same headers again is read as it was saved, whatever their order', async () => {
    const first = await bring('Usager;Quand;Quoi\nTesta Inventée;01/08/2024;divers\n');
    const mapping = { ...first.mapping, columns: ['name', 'visited_on', 'need'] };
    (mapping as typeof first.mapping & object).words.need = { divers: 'orientation' };
    const named = { mappingId: randomUUID(), importId: first.id, name: 'Notre cahier', mapping };
    expect(await send('save_register_mapping', named)).toBe('done');
    expect(await send('save_register_mapping', { ...named, mappingId: randomUUID() })).toBe('done');
    const again = await bring('Quoi;Usager;Quand\ndivers;Essaï Fictif;02/08/2024\n');
    expect(again).toMatchObject({
      proposedBy: 'Notre cahier',
      mapping: { columns: ['need', 'name', 'visited_on'], words: { need: { divers: 'orientation' } } },
    });
    const { mappings } = await (await head().get(registersRoot)).json();
    expect(mappings).toHaveLength(1);
    expect(await send('remove_register_mapping', { mappingId: mappings[0].id })).toBe('done');
    expect((await (await head().get(registersRoot)).json()).mappings).toEqual([]);
  });

  it('that cannot be read in that way is refused before any row is', async () => {
    const kept = await bring(aRegister);
    const checkAs = (columns: string[]) =>
      send('check_register', { importId: kept.id, checkId: randomUUID(), mapping: { ...kept.mapping, columns } });
    expect(await checkAs(['name'])).toBe('register_columns_differ');
    expect(await checkAs(Array(8).fill('need'))).toBe('register_field_twice');
    expect(await checkAs(['ignore', 'ignore', 'ignore', 'ignore', 'visited_on', 'need', 'note', 'note'])).toBe('register_no_name_column');
  });

  it('gives its refused rows back as they stood, with why, and no formula runs in them', async () => {
    const checked = await check(
      await bring('Nom;GSM;Date;Objet\nTesta;0612345601;01/08/2024;foncier\n;;01/08/2024;=cmd()\n'),
      ({ words }) => {
        words.need = { foncier: 'land_property' };
      },
    );
    const answer = await head().get(`${registersRoot}/${checked.id}/refused.csv?language=fr`);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .toString('utf8')
        .split('\r\n')
        .slice(0, 2),
    ).toEqual([
      '\ufeffNom;GSM;Date;Objet;Pourquoi',
      ";;01/08/2024;'=cmd();Il n’y a ni nom ni téléphone\u00a0: écrivez l’un des deux. Le besoin «\u00a0=cmd()\u00a0» n’est pas encore relié à l’un des nôtres.",
    ]);
  });
});

describe('work that breaks off', () => {
  const many = `Nom;GSM;Date;Objet\n${Array.from({ length: 120 }, (_, i) => `Personne Numero${i} Inventée${i * 7};06${String(20_000_000 + i * 37_911)};01/08/2024;foncier`).join('\n')}\n`;
  it('goes on where it was: no row comes in twice', async () => {
    const checked = await check(await bring(many));
    for (const state of ['ready', 'look']) await decide(checked, { state, decision: 'new' });
    expect(await send('apply_register', { importId: checked.id, checkId: checked.checkId, take: 120, leave: 0 })).toBe('done');
    // The process dies after its first chunk: the second finds a table it may not write.
    await query(
      'create function pg_temp_fail() returns trigger language plpgsql as $$ begin if new.n > 80 then raise exception $e$ here $e$; end if; return new; end $$',
    );
    await query(
      'create trigger fails before update on cases.register_row for each row when (new.outcome is not null) execute function pg_temp_fail()',
    );
    await work();
    await query('drop trigger fails on cases.register_row');
    expect(await read(checked.id)).toMatchObject({ state: 'failed', reason: 'applying', done: 50 });
    expect(await count('people.person')).toBe(50);
    expect(await send('resume_register', { importId: checked.id })).toBe('done');
    await work();
    expect(await read(checked.id)).toMatchObject({ state: 'applied', report: { taken: 120, people: 120 } });
    expect(await count('people.person')).toBe(120);
    expect(await count('desk.visit')).toBe(120);
  });

  it('is not held up by one row that the database does not take: that one is refused, with why', async () => {
    const checked = await check(await bring(many));
    for (const state of ['ready', 'look']) await decide(checked, { state, decision: 'new' });
    await query(
      `create function reject_one() returns trigger language plpgsql as $$ begin
         if new.name like '%Numero70 %' then raise exception 'no' using errcode = 'check_violation'; end if; return new; end $$`,
    );
    await query('create trigger rejects before insert on people.person for each row execute function reject_one()');
    const done = await apply(checked);
    await query('drop trigger rejects on people.person');
    expect(done).toMatchObject({ state: 'applied', report: { taken: 119, refused: 1, reasons: { register_row_failed: 1 } } });
    expect(await count('people.person')).toBe(119);
  });

  it('and told to stop it waits for the next process', async () => {
    const kept = await bring(aRegister);
    expect(await send('check_register', { importId: kept.id, checkId: randomUUID(), mapping: kept.mapping })).toBe('done');
    await work(AbortSignal.abort());
    expect(await read(kept.id)).toMatchObject({ state: 'checking' });
    await work();
    expect(await read(kept.id)).toMatchObject({ state: 'review' });
  });
});
