import { randomUUID } from 'node:crypto';
import readWorkbook from 'read-excel-file/node';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { signInAs } from '../../../testing/app.ts';
import { mustRun, testRunner, visitPayload } from '../../../testing/commands.ts';
import { useDatabase } from '../../../testing/database.ts';
import { useRegisters } from '../../../testing/registers.ts';
import type { ExportLine } from '../contract-export.ts';
import { forgetRegisters } from '../forget-registers.ts';
import { allowedColumns } from '../lists.ts';

const db = useDatabase();
const { platform, vault, head, unexpected, query, work, send } = useRegisters(db);

const root = '/api/register/exports';
const purpose = 'Bilan annuel pour le conseil';
type Asked = Record<string, unknown>;
const asked = (over: Asked = {}): Asked => ({
  exportId: randomUUID(),
  kind: 'cases',
  columns: ['reference', 'opened_on', 'status', 'needs', 'person_reference', 'birth_year'],
  since: null,
  until: null,
  needs: [],
  named: false,
  contacts: false,
  contactsReason: null,
  purpose,
  format: 'csv',
  language: 'fr',
  ...over,
});
const list = async (): Promise<ExportLine[]> => (await (await head().get(root)).json()).exports;
/** Asks for an export, has it made, and gives what it holds. */
async function make(over: Asked = {}): Promise<{ id: string; bytes: Buffer; text: string }> {
  const payload = asked(over);
  expect(await send('make_export', payload)).toBe('done');
  await work();
  expect(unexpected).toEqual([]);
  const answer = await head().get(`${root}/${payload.exportId}/file`);
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { id: String(payload.exportId), bytes, text: bytes.toString('utf8') };
}
/** Someone with a case, its notes and a visit. */
async function someone(name = 'Testa Inventée', needs = ['pensions']) {
  const ids = { personId: randomUUID(), caseId: randomUUID(), visitId: randomUUID() };
  const runner = testRunner(db());
  const { actor } = head();
  await mustRun(runner, actor, 'people.record', { personId: ids.personId, name, birthDate: '1958-03-02', phone: '+212612345601' });
  await mustRun(runner, actor, 'desk.record_visit', visitPayload({ visitId: ids.visitId, personId: ids.personId, needs }));
  await mustRun(runner, actor, 'cases.open', { caseId: ids.caseId, personId: ids.personId, needs, summary: '=HYPERLINK("x")' });
  await mustRun(runner, actor, 'cases.add_note', { noteId: randomUUID(), caseId: ids.caseId, level: 'ordinary', text: 'Note ordinaire' });
  await mustRun(runner, actor, 'cases.add_note', { noteId: randomUUID(), caseId: ids.caseId, level: 'health', text: 'Secret médical' });
  return ids;
}

describe('an export', () => {
  it('says no name and no day of birth unless it is asked to, and bears its mark beside every row', async () => {
    await someone();
    const { id, text } = await make();
    const [header, row] = text.replace('\ufeff', '').split('\r\n');
    expect(header).toBe('Référence;Ouvert le;État;Besoins;Référence de la personne;Année de naissance;Provenance');
    expect(row).toMatch(/^[0-9A-Z-]{12};\d{4}-\d\d-\d\d;Ouvert;Retraites et sécurité sociale;[0-9A-Z-]{12};1958;Export /);
    expect(row).toContain(`Export ${id} · Testeuse Inventée`);
    expect(row).toContain(purpose);
    // By the mark and the semicolon French and Arabic spreadsheets know letters and columns.
    expect(text.startsWith('\ufeffRéférence;')).toBe(true);
    expect(text).not.toMatch(/Testa|1958-03|612345601/);
  });

  it('never holds notes on health or protection, runs no formula, and tells how to reach people only with a reason', async () => {
    await someone();
    const named = { named: true, columns: ['name', 'summary', 'notes'] };
    const { text } = await make(named);
    expect(text).toContain('Testa Inventée');
    expect(text).toContain('Note ordinaire');
    expect(text).not.toContain('Secret médical');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    const refused = (over: Asked) => send('make_export', asked({ ...named, ...over }));
    expect(await refused({ columns: ['name', 'phone'] })).toContain('column_not_allowed');
    expect(await refused({ columns: ['name'], named: false })).toContain('column_not_allowed');
    expect(await refused({ contacts: true })).toContain('contactsReason');
    expect(
      await refused({ contacts: true, named: false, contactsReason: 'Rappeler avant la fin du délai', columns: ['reference'] }),
    ).toContain('contacts_need_names');
    expect(await refused({ purpose: ' ' })).toContain('purpose');
    const reached = await make({ ...named, columns: ['name', 'phone'], contacts: true, contactsReason: 'Rappeler avant la fin du délai' });
    expect(reached.text).toContain(`Testa Inventée;'+212612345601;`);
  });

  it.each(['people', 'visits', 'cases'] as const)('of %s holds every column that may be chosen, in French and in Arabic', async (kind) => {
    const { personId } = await someone();
    const columns = allowedColumns(kind, true, true);
    for (const language of ['fr', 'ar']) {
      const { text } = await make({
        kind,
        columns,
        named: true,
        contacts: true,
        contactsReason: 'Rappeler avant la fin du délai',
        language,
      });
      const [header, row] = text.replace('\ufeff', '').split('\r\n');
      expect(header?.split(';')).toHaveLength(columns.filter((c) => !c.startsWith('own_')).length + 1);
      expect(header).not.toContain('register.');
      expect(row).toContain('Testa Inventée');
    }
    const trace = await query(`select command_id from platform.journal where subject_id = $1 and kind = 'part_of_export'`, [personId]);
    expect(trace).toHaveLength(2);
    const file = await (await head().get(`/api/people/${personId}`)).json();
    expect(file.exported).toMatchObject([{ name: 'Testeuse Inventée' }]);
  });

  it('keeps to the period and the needs', async () => {
    await someone('Testa Une', ['pensions']);
    await someone('Testa Deux', ['health']);
    const of = async (over: Asked) => (await make({ kind: 'visits', named: true, columns: ['name'], ...over })).text;
    expect(await of({ needs: ['health'] })).not.toContain('Testa Une');
    expect(await of({ needs: ['health'] })).toContain('Testa Deux');
    expect(await of({ until: '2020-01-01' })).not.toContain('Testa');
    expect(await of({ since: '2020-01-01' })).toContain('Testa Une');
    expect(await send('make_export', asked({ since: '2024-02-01', until: '2024-01-01' }))).toContain('before_since');
  });

  it('as a workbook bears its mark on every page, and a sheet that says what it is', async () => {
    await someone();
    const { id, bytes } = await make({ format: 'xlsx', language: 'ar', columns: ['reference', 'status'] });
    const sheets = await readWorkbook(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['ملفات', 'معلومات']);
    expect(sheets[0]?.data[1]?.[1]).toBe('مفتوح');
    expect(JSON.stringify(sheets[1]?.data)).toContain(id);
    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(xml).toContain('rightToLeft="1"');
    expect(xml).toMatch(new RegExp(`<oddHeader>.*${id}.*</oddHeader><oddFooter>.*${purpose}`));
  });

  it('is known to the cell: who asked, what for, how far it is, who took it', async () => {
    await someone();
    const payload = asked();
    expect(await send('make_export', payload)).toBe('done');
    expect(await list()).toMatchObject([{ state: 'making', owner: 'Testeuse Inventée', purpose, named: false, downloads: [] }]);
    expect((await head().get(`${root}/${payload.exportId}/file`)).status).toBe(404);
    await work();
    expect(await list()).toMatchObject([{ state: 'ready', done: 1, total: 1 }]);
    await (await head().get(`${root}/${payload.exportId}/file`)).arrayBuffer();
    expect((await list())[0]?.downloads).toMatchObject([{ by: 'Testeuse Inventée' }]);
  });

  it('goes after seven days, or when it is removed, and then cannot be had', async () => {
    await someone();
    const { id } = await make();
    const [{ blob, days } = { blob: '', days: 0 }] = await query<{ blob: string; days: number }>(
      `select f.blob, round(extract(epoch from e.expires_at - now()) / 86400)::int as days from cases.register_export e join files.file f on f.id = e.file_id where e.id = $1`,
      [id],
    );
    expect(days).toBe(7);
    await query('update cases.register_export set expires_at = now() where id = $1', [id]);
    expect((await head().get(`${root}/${id}/file`)).status).toBe(404);
    await forgetRegisters(db().app, vault().blobs);
    expect(await query('select from files.file where blob = $1', [blob])).toEqual([]);
    expect(await list()).toMatchObject([{ state: 'removed' }]);
    const other = await make();
    expect(await send('remove_export', { exportId: other.id })).toBe('done');
    expect((await head().get(`${root}/${other.id}/file`)).status).toBe(404);
    expect(await send('remove_export', { exportId: other.id })).toBe('export_not_now');
  });

  it('of many rows is made and given in pieces, none of them whole', async () => {
    const { organizationId, userId } = head().actor;
    await query(
      `insert into desk.visit (id, organization_id, reference, at, audience, needs, language, sex, age_band, channel, outcome, recorded_by)
       select gen_random_uuid(), $1, gen_random_uuid()::text, now(), 'mre', '{health}', 'fr', 'man', '25_44', 'phone', 'informed', $2 from generate_series(1, 5000)`,
      [organizationId, userId],
    );
    const largest: number[] = [];
    const { blobs } = vault();
    const { write } = blobs;
    blobs.write = (name, pieces) =>
      write(
        name,
        (async function* () {
          for await (const piece of pieces) {
            largest.push(piece.length);
            yield piece;
          }
        })(),
      );
    const { text } = await make({ kind: 'visits', columns: ['reference', 'date', 'needs'] }).finally(() => {
      blobs.write = write;
    });
    expect(text.split('\r\n')).toHaveLength(5002);
    expect(largest.length).toBeGreaterThan(8);
    expect(Math.max(...largest)).toBeLessThan(70_000);
  });
});

it.each(['agent', 'partner', 'coordinator', 'administrator', 'programme'] as const)(
  'a %s neither asks for exports nor takes them',
  async (role) => {
    await someone();
    const { id } = await make();
    const other = await signInAs(platform(), db(), role, head().actor.organizationId);
    expect((await other.get(root)).status).toBe(403);
    expect((await other.get(`${root}/${id}/file`)).status).toBe(403);
    expect(await send('make_export', asked(), other)).toBe('not_allowed');
    const stranger = await signInAs(platform(), db(), 'cell_manager');
    expect((await stranger.get(`${root}/${id}/file`)).status).toBe(404);
  },
);

it('an export holds the answers to the cell’s own questions, personal ones only with names, sensitive ones never', async () => {
  const { caseId } = await someone();
  const define = async (fr: string, sensitivity: string): Promise<string> => {
    const fieldId = randomUUID();
    const options = [{ key: 'nador', labels: { fr: 'Port de Nador', ar: 'ميناء الناظور' } }];
    const field = { fieldId, subject: 'case', kind: 'choice', sensitivity, labels: { fr, ar: 'سؤال' }, needs: [], options, position: 0 };
    await mustRun(testRunner(db()), head().actor, 'desk.define_field', {
      ...field,
      ...(sensitivity === 'plain' ? {} : { retentionMonths: 3 }),
    });
    await mustRun(testRunner(db()), head().actor, 'desk.set_values', {
      subject: 'case',
      subjectId: caseId,
      values: { [fieldId]: 'nador' },
    });
    return fieldId;
  };
  for (const [fr, sensitivity] of [
    ['Arrivée par', 'plain'],
    ['Question personnelle', 'personal'],
    ['Question sensible', 'sensitive'],
  ] as const)
    await define(fr, sensitivity);
  const without = await make({ columns: ['reference', 'own_questions'] });
  expect(without.text).toContain('Arrivée par');
  expect(without.text).toContain('Port de Nador');
  expect(without.text).not.toMatch(/Question personnelle|Question sensible/);
  const withNames = await make({ columns: ['reference', 'own_questions', 'own_personal_questions'], named: true });
  expect(withNames.text).toContain('Question personnelle');
  expect(withNames.text).not.toContain('Question sensible');
});
