import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Register, RegisterRow } from '../cases/register/contract.ts';
import { runRegisters } from '../cases/register/import/run-registers.ts';
import type { Databases } from '../platform/database/open.ts';
import type { Vault } from '../platform/files/vault.ts';
import { type Browser, buildApp, signInAs, type TestApp } from './app.ts';
import { command } from './commands.ts';
import { testVault } from './files.ts';

export const registersRoot = '/api/register/imports';

/** Five visits of people who do not exist: one comes twice, one is nobody, one was born tomorrow. */
export const aRegister = `Nom complet;الاسم الكامل;Date de naissance;GSM;Date;Objet;Statut;CIN
Testa Inventée;تستا المختلقة;02/03/1958;0612345601;01/08/2024;foncier;clos;PIECE-1
Essaï Fictif;;1970;0612345602;05/08/2024;retraite;en cours;PIECE-2
TESTA INVENTEE;;02/03/1958;06 12 34 56 01;12/08/2024;foncier;;PIECE-1
;;;;15/08/2024;foncier;;PIECE-9
Demo Imaginaire;;2099;123;16/08/2024;retraite;;PIECE-3
`;

/** The head of a cell that begins empty, anew for each test, and what works behind their screens. */
export function useRegisters(db: () => Databases) {
  let platform: TestApp;
  let vault: Vault;
  let folder = '';
  let head: Browser;
  const unexpected: unknown[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'istiqbal-registers-'));
    vault = testVault(folder);
    platform = buildApp(db(), vault);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    unexpected.length = 0;
    head = await signInAs(platform, db(), 'cell_manager');
  });

  const query = <T>(sql: string, values: unknown[] = []) =>
    db().asOwner(async (owner) => {
      // A look past every policy, as a superuser: tests read what the cell does not show.
      await owner.query('reset role');
      return (await owner.query<T & Record<string, unknown>>(sql, values)).rows;
    });
  const work = (signal?: AbortSignal) => runRegisters({ databases: db(), vault }, (error) => unexpected.push(error), signal);
  /** What became of a command. */
  async function send(kind: string, payload: object, browser = head): Promise<string> {
    const answer = await browser.post('/api/commands', { commands: [command(`cases.${kind}`, payload)] });
    const [said] = (await answer.json()).answers;
    return said.status === 'done' ? 'done' : `${said.code}${said.fields ? JSON.stringify(said.fields) : ''}`;
  }
  const read = async (id: string, browser = head): Promise<Register> => (await browser.get(`${registersRoot}/${id}`)).json();
  const rows = async (id: string, filter = ''): Promise<RegisterRow[]> =>
    (await (await head.get(`${registersRoot}/${id}/rows?${filter}`)).json()).rows;
  /** Sends a file and has it read. */
  async function bring(file: Uint8Array | string, fileName = 'registre.csv'): Promise<Register> {
    const id = randomUUID();
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    const answer = await head.put(`${registersRoot}/${id}`, bytes);
    expect(answer.status, await answer.clone().text()).toBe(200);
    expect(await send('read_register', { importId: id, fileName })).toBe('done');
    await work();
    return read(id);
  }
  /** Has every row read by the mapping that was proposed, or by one that differs from it. */
  async function check(
    register: Register,
    change: (mapping: NonNullable<Register['mapping']>) => void = () => undefined,
  ): Promise<Register> {
    const mapping = structuredClone(register.mapping);
    if (!mapping) throw new Error(`no mapping: ${register.state} ${register.reason}`);
    change(mapping);
    expect(await send('check_register', { importId: register.id, checkId: randomUUID(), mapping })).toBe('done');
    await work();
    return read(register.id);
  }
  const decide = ({ id, checkId }: Register, what: object) => send('decide_register_rows', { importId: id, checkId, ...what });
  /** Takes what was proposed for everything that may come in, and applies it. */
  async function takeAll(register: Register): Promise<Register> {
    for (const state of ['ready', 'look']) await decide(register, { state, decision: 'proposed' });
    return apply(register);
  }
  async function apply(register: Register): Promise<Register> {
    const { counts, checkId } = await read(register.id);
    expect(await send('apply_register', { importId: register.id, checkId, take: counts?.take, leave: counts?.leave })).toBe('done');
    await work();
    return read(register.id);
  }
  /** How many rows of a table are the cell's. */
  const count = async (table: string): Promise<number> =>
    (await query<{ n: number }>(`select count(*)::int as n from ${table} where organization_id = $1`, [head.actor.organizationId]))[0]?.n ??
    0;
  return {
    count,
    platform: () => platform,
    vault: () => vault,
    head: () => head,
    unexpected,
    query,
    work,
    send,
    read,
    rows,
    bring,
    check,
    decide,
    takeAll,
    apply,
  };
}
