import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, type Decision, handler, refuse } from '../../platform/commands/handler.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { happened } from './acting.ts';
import { isForbiddenLiteral } from './guarded-lookup.ts';
import {
  addImportSourceSchema,
  changeImportSourceSchema,
  importerRoles,
  importNowSchema,
  pauseImportSourceSchema,
  removeImportSourceSchema,
  type SaidSource,
} from './import-contract.ts';
import { isPublicAddress } from './public-address.ts';

interface Source {
  id: string;
  name: string;
  address: string;
  sourceKey: string;
  active: boolean;
}
type Named = z.infer<typeof importNowSchema>;
/** Somebody waits for what they asked for. */
const jobs = [{ name: 'import_directories', data: {} }];

/** All sources: there are a handful. */
async function loadSources(tx: Pick<PoolClient, 'query'>): Promise<Source[]> {
  await tx.query('select pg_advisory_xact_lock(727015)');
  const { rows } = await tx.query<Source>('select id, name, address, source_key as "sourceKey", active from directory.import_source');
  return rows;
}
const find = (sources: readonly Source[], { sourceId }: Named): Source | undefined => sources.find(({ id }) => id === sourceId);
/** Decides about the source that is named; one that is not saved, or no longer, is refused. */
const ofSource =
  <P extends Named>(decide: (source: Source, wished: P, actor: Actor, sources: readonly Source[]) => Decision) =>
  (sources: readonly Source[], wished: P, actor: Actor): Decision => {
    const source = find(sources, wished);
    return source ? decide(source, wished, actor, sources) : refuse('import_source_not_found');
  };

/** Why an address cannot be saved, whatever it answers. Names of hosts are judged when they are looked up, at each import. */
export function addressProblem(address: string): 'address_not_public' | undefined {
  const url = new URL(address);
  const isLocalName = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
  return isLocalName || isForbiddenLiteral(url, isPublicAddress) ? 'address_not_public' : undefined;
}

/** Whose records an address holds: its host, with its path where another source has that host. */
export function keyFor(address: string, taken: ReadonlySet<string>): string {
  const { hostname, pathname } = new URL(address);
  if (!taken.has(hostname)) return hostname;
  const path = pathname.replace(/[^\p{L}\p{N}]+/gu, '-');
  const wished = `${hostname}${path}`.replace(/-+$/, '').slice(0, 96);
  for (let n = 1; ; n++) {
    const key = n === 1 ? wished : `${wished}-${n}`;
    if (!taken.has(key)) return key;
  }
}

const problemOf = (sources: readonly Source[], { sourceId, address }: SaidSource): string | undefined =>
  sources.some((source) => source.id !== sourceId && source.address === address) ? 'import_source_exists' : addressProblem(address);

const addImportSource = handler<SaidSource, Source[]>({
  kind: 'directory.add_import_source',
  schema: addImportSourceSchema,
  roles: importerRoles,
  load: loadSources,
  decide(sources, wished, actor) {
    const problem = find(sources, wished) ? 'import_source_exists' : problemOf(sources, wished);
    if (problem) return refuse(problem);
    const key = keyFor(wished.address, new Set(sources.map(({ sourceKey }) => sourceKey)));
    return { ...happened('import_source_added', { ...wished, key }, actor), jobs };
  },
  write: ({ payload: { sourceId, name, address, rhythm, language, key } }, actor) => [
    {
      text: `insert into directory.import_source (id, name, address, source_key, rhythm, language, set_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      values: [sourceId, name, address, key, rhythm, language, actor.userId],
    },
  ],
});

const changeImportSource = handler<SaidSource, Source[]>({
  kind: 'directory.change_import_source',
  schema: changeImportSourceSchema,
  roles: importerRoles,
  load: loadSources,
  decide: ofSource((before, wished, actor, sources) => {
    const problem = problemOf(sources, wished);
    return problem ? refuse(problem) : happened('import_source_changed', { ...wished, isMoved: before.address !== wished.address }, actor);
  }),
  // Another address has not failed yet, and is looked at soon; another rhythm counts from now.
  write: ({ payload: { sourceId, name, address, rhythm, language, isMoved } }, actor) => [
    {
      text: `update directory.import_source set name = $2, address = $3, language = $5, set_by = $6, set_at = now(),
          failures = case when $7 then 0 else failures end,
          due_at = case when $7 then now() when rhythm <> $4 then least(due_at, directory.next_import($4)) else due_at end, rhythm = $4
        where id = $1`,
      values: [sourceId, name, address, rhythm, language, actor.userId, isMoved],
    },
  ],
});

const pauseImportSource = handler<z.infer<typeof pauseImportSourceSchema>, Source[]>({
  kind: 'directory.pause_import_source',
  schema: pauseImportSourceSchema,
  roles: importerRoles,
  load: loadSources,
  decide: ofSource(({ active }, { sourceId, paused }, actor) =>
    active === !paused ? { events: [] } : happened('import_source_paused', { sourceId, paused }, actor),
  ),
  write: ({ payload: { sourceId, paused } }) => [
    { text: 'update directory.import_source set active = not $2::boolean, failures = 0 where id = $1', values: [sourceId, paused] },
  ],
});

const removeImportSource = handler<Named, Source[]>({
  kind: 'directory.remove_import_source',
  schema: removeImportSourceSchema,
  roles: importerRoles,
  load: loadSources,
  decide: ofSource(({ id: sourceId, name, address }, _named, actor) =>
    happened('import_source_removed', { sourceId, name, address }, actor),
  ),
  write: ({ payload: { sourceId } }) => [{ text: 'delete from directory.import_source where id = $1', values: [sourceId] }],
});

/** Due at once, in no transaction of a request; should another import run, the schedule takes it within a minute of its end. */
const importNow = handler<Named, Source[]>({
  kind: 'directory.import_now',
  schema: importNowSchema,
  roles: importerRoles,
  load: loadSources,
  decide: ofSource(({ id: sourceId, active }, _named, actor) =>
    active ? { ...happened('import_asked', { sourceId }, actor), jobs } : refuse('import_source_paused'),
  ),
  write: ({ payload: { sourceId } }) => [
    { text: 'update directory.import_source set due_at = least(due_at, now()) where id = $1', values: [sourceId] },
  ],
});

/** What may be said of the directories that come in. */
export const importCommands: AnyHandler[] = [addImportSource, changeImportSource, pauseImportSource, removeImportSource, importNow];
