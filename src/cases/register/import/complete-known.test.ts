import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { mustRun, testRunner } from '../../../testing/commands.ts';
import { useDatabase } from '../../../testing/database.ts';
import { useRegisters } from '../../../testing/registers.ts';

const db = useDatabase();
const { head, unexpected, query, send, rows, bring, check, decide, apply, work } = useRegisters(db);

const file = 'Nom complet;GSM;Pays;E-mail;Date;Objet\nTesta Inventée;0612345601;France;nouvelle@example.org;01/07/2024;foncier\n';
/** A row about somebody the cell knows, whose record has an e-mail and no more. */
async function reviewed() {
  const personId = randomUUID();
  await mustRun(testRunner(db()), head().actor, 'people.record', { personId, name: 'Testa Inventée', email: 'avant@example.org' });
  const register = await check(await bring(file));
  return { personId, register };
}
const record = async (personId: string) =>
  (await query('select phone, email, residence_country as country from people.person where id = $1', [personId]))[0];
const before = { phone: null, email: 'avant@example.org', country: null };
async function takeBack(importId: string): Promise<void> {
  expect(await send('undo_register', { importId })).toBe('done');
  await work();
  expect(unexpected).toEqual([]);
}

it('what a known record lacks is offered, added only where somebody said so, replaces nothing, and is taken back', async () => {
  const { personId, register } = await reviewed();
  expect(await rows(register.id)).toMatchObject([{ n: 2, alike: [{ personId, lacks: ['phone', 'country'] }] }]);
  expect(await decide(register, { rows: [2], decision: 'known', personId, completes: true })).toBe('done');
  expect(await rows(register.id)).toMatchObject([{ decision: 'known', read: { completes: true } }]);
  expect(await record(personId)).toEqual(before);
  expect(await apply(register)).toMatchObject({ report: { taken: 1, people: 0 } });
  expect(await record(personId)).toEqual({ phone: '+212612345601', email: 'avant@example.org', country: 'FR' });
  await takeBack(register.id);
  expect(await record(personId)).toEqual(before);
});

it('a known record stays as it is where nobody said that it should be completed', async () => {
  const { personId, register } = await reviewed();
  expect(await decide(register, { rows: [2], decision: 'known', personId, completes: true })).toBe('done');
  expect(await decide(register, { rows: [2], decision: 'known', personId })).toBe('done');
  await apply(register);
  expect(await record(personId)).toEqual(before);
});

it('what somebody corrected since is not taken back with the import that had added it', async () => {
  const { personId, register } = await reviewed();
  await decide(register, { rows: [2], decision: 'known', personId, completes: true });
  await apply(register);
  const change = { personId, set: { residenceCountry: 'BE' }, was: { residenceCountry: 'FR' } };
  await mustRun(testRunner(db()), head().actor, 'people.change', change);
  await takeBack(register.id);
  expect(await record(personId)).toEqual({ ...before, country: 'BE' });
});
