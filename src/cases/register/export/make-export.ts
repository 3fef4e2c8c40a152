import type { PoolClient } from 'pg';
import { listFields } from '../../../desk/index.ts';
import { quotedLine, type Sheet, writeXlsx } from '../../../directory/index.ts';
import { withActor } from '../../../platform/database/actor.ts';
import type { Translate } from '../../../platform/i18n/index.ts';
import { guarded } from '../guarded.ts';
import { addSealed } from '../import/store.ts';
import type { Step } from '../import/run-registers.ts';
import type { ExportKind } from '../lists.ts';
import { wordsIn } from '../words.ts';
import { cellsOf } from './in-words.ts';
import { ownColumns } from './own-columns.ts';
import { countQuery, type Found, rowsQuery } from './queries.ts';

const atOnce = 500;
const keptDays = 7;

interface Kept {
  kind: ExportKind;
  format: 'csv' | 'xlsx';
  purpose: string;
  owner: string | null;
  options: { columns: string[]; since: string | null; until: string | null; needs: string[]; language: 'fr' | 'ar' };
}
/** Told to stop half-way. */
class Stopped extends Error {}

/** Who, when, what for, and under which number: on every page, and beside every row. */
const watermarkOf = (id: string, { owner, purpose }: Kept, t: Translate, now: Date): string =>
  t('register.export.mark', { owner: owner ?? '', date: now.toISOString().slice(0, 10), id, purpose });

async function* csvOf(rows: AsyncIterable<string[]>, mark: string, t: Translate): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let isHead = true;
  let waiting = '\ufeff';
  for await (const cells of rows) {
    waiting += quotedLine([...cells, isHead ? t('register.export.origin') : mark].map(guarded), ';');
    isHead = false;
    if (waiting.length < 64 * 1024) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  yield encoder.encode(waiting);
}

function xlsxOf(rows: AsyncIterable<string[]>, id: string, kept: Kept, mark: string, t: Translate): AsyncGenerator<Uint8Array> {
  const { language, since, until } = kept.options;
  async function* about(): AsyncGenerator<string[]> {
    yield [t('register.export.id'), id];
    yield [t('register.export.owner'), kept.owner ?? ''];
    yield [t('register.export.made'), new Date().toISOString().slice(0, 10)];
    yield [t('register.export.purpose'), kept.purpose];
    yield [t('register.export.period'), [since, until].filter(Boolean).join(' – ')];
    yield [t('register.export.rule')];
  }
  const look = { margin: mark, isRightToLeft: language === 'ar' };
  const sheets: Sheet[] = [
    { name: t(`register.export.kind.${kept.kind}`), rows, ...look },
    { name: t('register.export.about'), rows: about(), ...look },
  ];
  return writeXlsx(sheets);
}

/** Makes the file a batch at a time, never whole in memory, sealed as it comes; each person's file says that it was part of it. */
export const makeExport: Step = async ({ databases: { app }, vault }, actor, id, signal) => {
  const work = <T>(of: (tx: PoolClient) => Promise<T>): Promise<T> => withActor(app, actor, of);
  const kept = await work(async (tx) => {
    const { rows } = await tx.query<Kept>(
      `select e.kind, e.format, e.purpose, e.options, u.name as owner from cases.register_export e left join access."user" u on u.id = e.owner_id
       where e.id = $1 and e.state = 'making'`,
      [id],
    );
    return rows[0];
  });
  if (!kept) throw new Error('an export that is to be made is not here');
  const { since, until, needs, language } = kept.options;
  const own = ownColumns(kept.kind, await work(listFields), language);
  const columns = own.spread(kept.options.columns);
  const t = wordsIn(language);
  const asked = [since, until, needs];
  await work(async (tx) => {
    const { rows } = await tx.query<{ count: number }>(countQuery(kept.kind), asked);
    await tx.query('update cases.register_export set total = $2, done = 0 where id = $1', [id, rows[0]?.count ?? 0]);
  });
  let count = 0;
  async function* rows(tx: PoolClient, { kind }: Kept): AsyncGenerator<string[]> {
    yield columns.map((column) => (own.has(column) ? own.label(column) : t(`register.column.${column}`)));
    await tx.query(`declare exported no scroll cursor for ${rowsQuery(kind, language)}`, asked);
    for (;;) {
      if (signal?.aborted) throw new Stopped();
      const { rows: found } = await tx.query<Found>(`fetch ${atOnce} from exported`);
      count += found.length;
      // Seen at once, while the transaction that reads goes on.
      await work(async (beside) => {
        await journalPart(beside, id, found);
        await beside.query('update cases.register_export set done = $2 where id = $1', [id, count]);
      });
      for (const row of found) yield cellsOf(row, columns, kind, t, own);
      if (found.length < atOnce) return;
    }
  }
  const mark = watermarkOf(id, kept, t, new Date());
  const bytes = (tx: PoolClient) => (kept.format === 'csv' ? csvOf(rows(tx, kept), mark, t) : xlsxOf(rows(tx, kept), id, kept, mark, t));
  let blob: string | undefined;
  try {
    const sealed = await work((tx) => vault.keep(id, bytes(tx)));
    blob = sealed.blob;
    await work(async (tx) => {
      if (!(await addSealed(tx, actor, { ...sealed, sentSha256: sealed.sha256, format: kept.format })))
        throw new Error('an export was made twice');
      await tx.query(
        `update cases.register_export set state = 'ready', file_id = $1, done = $2, total = $2, ready_at = now(),
           expires_at = now() + make_interval(days => ${keptDays}) where id = $1 and state = 'making'`,
        [id, count],
      );
      blob = undefined;
    });
    return true;
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  } finally {
    if (blob) await vault.blobs.remove(blob);
  }
};

/** On the file of each person, once an export, also when it was begun twice. */
const journalPart = (tx: PoolClient, id: string, found: readonly Found[]) =>
  tx.query(
    `insert into platform.journal (command_id, kind, subject_kind, subject_id, organization_id, user_id, payload)
     select $1::uuid, 'part_of_export', 'person', p, access.acting_organization(), access.acting_user(), jsonb_build_object('exportId', $1::uuid)
     from unnest($2::uuid[]) p
     where not exists (select from platform.journal j where j.subject_id = p and j.kind = 'part_of_export' and j.command_id = $1::uuid)`,
    [id, [...new Set(found.flatMap(({ personId }) => personId ?? []))]],
  );
