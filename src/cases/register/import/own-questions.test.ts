import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { mustRun, testRunner } from '../../../testing/commands.ts';
import { useDatabase } from '../../../testing/database.ts';
import { useRegisters } from '../../../testing/registers.ts';
import { ownField } from '../lists.ts';

const db = useDatabase();
const { head, unexpected, query, send, rows, bring, check, decide, apply, takeAll, work } = useRegisters(db);

const port = { key: 'nador', labels: { fr: 'Port de Nador', ar: 'ميناء الناظور' } };
/** A question of the cell, in two languages. */
async function ask(fr: string, ar: string, over: object): Promise<string> {
  const fieldId = randomUUID();
  const field = { fieldId, subject: 'person', kind: 'text', sensitivity: 'plain', labels: { fr, ar }, needs: [], options: [], position: 0 };
  await mustRun(testRunner(db()), head().actor, 'desk.define_field', { ...field, ...over });
  return fieldId;
}
const answers = () =>
  query<{ label: string; value: unknown }>(
    `select f.labels ->> 'fr' as label, v.value from desk.custom_value v join desk.custom_field f on f.id = v.field_id
     where v.organization_id = $1 order by 1`,
    [head().actor.organizationId],
  );
const askAll = async () => ({
  choice: await ask('Arrivée par', 'الوصول عبر', { subject: 'case', kind: 'choice', options: [port] }),
  date: await ask('Retour prévu', 'العودة المتوقعة', { subject: 'visit', kind: 'date' }),
  number: await ask('Enfants', 'الأطفال', { kind: 'number' }),
  yesNo: await ask('Carte consulaire', 'بطاقة قنصلية', { kind: 'yes_no' }),
});
const head4 = 'Nom complet;الوصول عبر;Retour prévu;Enfants;Carte consulaire;Date;Objet;Statut\n';

it('a register answers the cell’s own questions by their names in either language, and tells what answers none', async () => {
  const asked = await askAll();
  const register = await bring(
    `${head4}Testa Inventée;ميناء الناظور;1 août 2027;٣;oui;01/07/2024;foncier;en cours\nEssaï Fictif;Tanger;bientôt;trois;peut-être;02/07/2024;foncier;en cours\n`,
  );
  expect(register.mapping?.columns.slice(1, 5)).toEqual([asked.choice, asked.date, asked.number, asked.yesNo].map(ownField));
  const checked = await check(register);
  expect(await rows(checked.id, 'state=look')).toMatchObject([
    { problems: ['Tanger', 'bientôt', 'trois', 'peut-être'].map((value) => ({ code: 'answer_unreadable', value })) },
  ]);
  expect(await answers()).toEqual([]);
  expect(await takeAll(checked)).toMatchObject({ report: { taken: 2, refused: 0 } });
  expect(unexpected).toEqual([]);
  expect(await answers()).toEqual([
    { label: 'Arrivée par', value: 'nador' },
    { label: 'Carte consulaire', value: true },
    { label: 'Enfants', value: 3 },
    { label: 'Retour prévu', value: '2027-08-01' },
  ]);
  expect(await send('undo_register', { importId: checked.id })).toBe('done');
  await work();
  expect(unexpected).toEqual([]);
  expect(await answers()).toEqual([]);
});

it('what somebody known answered before stays, and only what the import answered is taken back', async () => {
  const { number } = await askAll();
  const personId = randomUUID();
  const runner = testRunner(db());
  await mustRun(runner, head().actor, 'people.record', { personId, name: 'Testa Inventée', birthDate: '1958-03-02' });
  await mustRun(runner, head().actor, 'desk.set_values', { subject: 'person', subjectId: personId, values: { [number]: 5 } });
  const checked = await check(await bring(`${head4}Testa Inventée;;;2;non;01/07/2024;foncier;\n`));
  const [row] = await rows(checked.id);
  expect(await decide(checked, { rows: [row?.n], decision: 'known', personId })).toBe('done');
  expect(await apply(checked)).toMatchObject({ report: { taken: 1, people: 0 } });
  expect(await answers()).toEqual([
    { label: 'Carte consulaire', value: false },
    { label: 'Enfants', value: 5 },
  ]);
  expect(await send('undo_register', { importId: checked.id })).toBe('done');
  await work();
  expect(await answers()).toEqual([{ label: 'Enfants', value: 5 }]);
});

it('a sensitive question is answered by no register, for it is reviewed in the open', async () => {
  await ask('Santé', 'الصحة', { sensitivity: 'sensitive', retentionMonths: 3 });
  expect((await bring('Nom complet;Santé;Objet\nTesta Inventée;MOT-RETENU;foncier\n')).mapping?.columns[1]).toBe('ignore');
});
