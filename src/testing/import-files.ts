import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import { beforeAll, beforeEach, expect } from 'vitest';
import { importFileSchema, sentFileSchema } from '../directory/care/import-file-contract.ts';
import { aListMapping, type Files, toCsv } from '../directory/import/package-builder.ts';
import { runImportFiles } from '../directory/import/run-import-files.ts';
import type { Databases } from '../platform/database/open.ts';
import { type Browser, buildApp, signInAs, type TestApp } from './app.ts';
import { command } from './commands.ts';

export const filesRoot = '/api/directory/care/import-files';
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const zipOf = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, bytes(toCsv(rows))])));

/** A table of an office that does not exist, and how it is read. */
export const list = 'n;association;nom;mail\n1;جمعية مختلقة للاختبار;دروس اللغة العربية;\n2;جمعية مختلقة للاختبار;دعم مدرسي للأطفال;\n';
export const listMapping = aListMapping('liste', 'Liste d’un bureau', { email: 'mail' });

export interface Look {
  fileName?: string;
  mappingKey?: string;
  sourceKey?: string;
  sourceName?: string;
  skipBadRows?: boolean;
}

/** An empty directory and an editor who sends files to it, anew for each test. */
export function useImportFiles(db: () => Databases) {
  let platform: TestApp;
  let editor: Browser;
  /** What went wrong behind the screens. */
  const unexpected: unknown[] = [];
  beforeAll(() => {
    platform = buildApp(db());
  });
  beforeEach(async () => {
    unexpected.length = 0;
    await query(
      `truncate directory.import_source, directory.import_report, directory.import_mapping, directory.import_file, directory.source,
         directory.translation, directory.attribute cascade`,
    );
    editor = await signInAs(platform, db(), 'programme');
  });

  const query = <T>(sql: string, values: unknown[] = []) =>
    db().asOwner(async (owner) => (await owner.query<T & Record<string, unknown>>(sql, values)).rows);
  const work = () => runImportFiles(db(), (error) => unexpected.push(error));
  async function sendFile(file: Uint8Array, browser = editor, id: string = randomUUID()): Promise<string> {
    const answer = await browser.put(`${filesRoot}/${id}`, file);
    const body = await answer.json();
    expect([answer.status, body]).toEqual([200, sentFileSchema.parse(body)]);
    return id;
  }
  /** What became of a command. */
  async function send(kind: string, payload: object, browser = editor): Promise<string> {
    const answer = await browser.post('/api/commands', { commands: [command(`directory.${kind}`, payload)] });
    const [said] = (await answer.json()).answers;
    return said.status === 'done' ? 'done' : said.code;
  }
  async function readFile(id: string, browser = editor) {
    const body = await (await browser.get(`${filesRoot}/${id}`)).json();
    const parsed = importFileSchema.parse(body);
    expect(parsed).toEqual(body);
    return parsed;
  }
  /** Asks for a look and waits for it. */
  async function lookAt(fileId: string, how: Look = { sourceName: 'Annuaire inventé' }) {
    const lookId = randomUUID();
    expect(await send('look_at_import_file', { fileId, lookId, fileName: 'annuaire.zip', ...how })).toBe('done');
    await work();
    return readFile(fileId);
  }
  async function apply(fileId: string, lookId: string | null): Promise<string> {
    const said = await send('apply_import_file', { fileId, lookId });
    await work();
    return said;
  }
  /** Of the services that the directory has. */
  const names = async () => (await query<{ name: string }>('select name from directory.service order by name')).map(({ name }) => name);
  return { platform: () => platform, editor: () => editor, unexpected, query, work, sendFile, send, readFile, lookAt, apply, names };
}
