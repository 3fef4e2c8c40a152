import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, type Decision, handler, refuse } from '../../../platform/commands/handler.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { applyRegisterSchema, checkRegisterSchema, type Mapping, readRegisterSchema, registerSchema } from '../contract.ts';
import { isMoving } from '../lists.ts';
import { countRows } from './count-rows.ts';
import { type KeptRegister, lockKept } from './store.ts';

/** Bringing in and taking back is for the head of a cell. */
export const roles = ['cell_manager'] as const;

interface Happened {
  /** What the journal does without: a file's name can name a person, and so can the words of its cells. */
  sealed?: Record<string, unknown>;
  isWork?: boolean;
}
/** What happened to an import; its rows stay out of the journal. */
export const happened = (
  kind: string,
  payload: { importId: string } & Record<string, unknown>,
  { sealed, isWork }: Happened = {},
): Decision => ({
  events: [{ kind, subjectKind: 'register_import', subjectId: payload.importId, payload, ...(sealed ? { sealed } : {}) }],
  ...(isWork ? { jobs: [{ name: 'work_on_registers', data: {} }] } : {}),
});

const movesTo = (state: string, more = '') =>
  `update cases.register_import set state = '${state}', reason = null, done = 0, asked_by = $2, asked_at = now() ${more} where id = $1`;

const readRegister = handler<z.infer<typeof readRegisterSchema>, KeptRegister | undefined>({
  kind: 'cases.read_register',
  schema: readRegisterSchema,
  roles,
  load: (tx, { importId }) => lockKept(tx, importId),
  decide(kept, { importId, fileName }) {
    if (!kept) return refuse('register_not_found');
    if (kept.state !== 'kept') return refuse('register_not_now');
    return happened('register_read', { importId }, { sealed: { fileName }, isWork: true });
  },
  write: ({ payload: { importId }, sealed }, { userId }) => [
    { text: movesTo('reading', ', name = $3'), values: [importId, userId, sealed?.fileName] },
  ],
});

/** Why a mapping cannot be worked with. */
export function problemOfMapping({ columns }: Mapping, headers: number): string | undefined {
  if (columns.length !== headers) return 'register_columns_differ';
  const once = columns.filter((field) => field !== 'ignore' && field !== 'note');
  if (new Set(once).size < once.length) return 'register_field_twice';
  const hasName = once.some((field) => /^(name|given|family)/.test(field) || field === 'phone');
  return hasName ? undefined : 'register_no_name_column';
}

const checkRegister = handler<z.infer<typeof checkRegisterSchema>, KeptRegister | undefined>({
  kind: 'cases.check_register',
  schema: checkRegisterSchema,
  roles,
  load: (tx, { importId }) => lockKept(tx, importId),
  decide(kept, { importId, checkId, mapping }) {
    if (!kept) return refuse('register_not_found');
    if (isMoving(kept.state)) return refuse('register_busy');
    if (kept.state !== 'to_map' && kept.state !== 'review') return refuse('register_not_now');
    const problem = problemOfMapping(mapping, kept.columns.length);
    if (problem) return refuse(problem);
    return happened('register_checked', { importId }, { sealed: { checkId, mapping }, isWork: true });
  },
  write: ({ payload: { importId }, sealed }, { userId }) => [
    { text: movesTo('checking', ', check_id = $3, mapping = $4'), values: [importId, userId, sealed?.checkId, sealed?.mapping] },
    {
      text: `update cases.register_row set read = null, problems = '[]', alike = '[]', matched = false, state = null, decision = null, known_person_id = null,
               same_as_row = null, decided_by = null, decided_at = null where import_id = $1`,
      values: [importId],
    },
  ],
});

interface Reviewed {
  kept: KeptRegister | undefined;
  counts: Awaited<ReturnType<typeof countRows>> | undefined;
}
async function loadReviewed(tx: PoolClient, { importId }: { importId: string }): Promise<Reviewed> {
  const kept = await lockKept(tx, importId);
  return { kept, counts: kept && (await countRows(tx, importId)) };
}
const applyRegister = handler<z.infer<typeof applyRegisterSchema>, Reviewed>({
  kind: 'cases.apply_register',
  schema: applyRegisterSchema,
  roles,
  load: loadReviewed,
  decide({ kept, counts }, { importId, checkId, take, leave }) {
    if (!kept || !counts) return refuse('register_not_found');
    if (isMoving(kept.state)) return refuse('register_busy');
    if (kept.state !== 'review') return refuse('register_not_now');
    if (kept.checkId !== checkId || counts.take !== take || counts.leave !== leave) return refuse('register_check_again');
    if (counts.undecided.ready + counts.undecided.look > 0) return refuse('register_undecided');
    return happened('register_applied', { importId, checkId, take, leave }, { isWork: true });
  },
  // It may be applied at its last minute and is still to be taken back for as long.
  write: ({ payload: { importId } }, { userId }) => [
    {
      text: movesTo('applying', `, total = (select count(*) from cases.register_row r where r.import_id = $1)`),
      values: [importId, userId],
    },
  ],
});

/** What an import was at when it failed, so that it goes on from there. */
const resumable = ['reading', 'checking', 'applying', 'undoing'];
const resumeRegister = handler<z.infer<typeof registerSchema>, KeptRegister | undefined>({
  kind: 'cases.resume_register',
  schema: registerSchema,
  roles,
  load: (tx, { importId }) => lockKept(tx, importId),
  decide(kept, { importId }) {
    if (!kept) return refuse('register_not_found');
    if (kept.state !== 'failed' || !resumable.includes(kept.reason ?? '')) return refuse('register_not_now');
    return happened('register_resumed', { importId, step: kept.reason }, { isWork: true });
  },
  write: ({ payload: { importId, step } }, { userId }) => [
    {
      text: `update cases.register_import set state = $3, reason = null, asked_by = $2, asked_at = now() where id = $1`,
      values: [importId, userId, step],
    },
  ],
});

const undoRegister = handler<z.infer<typeof registerSchema>, KeptRegister | undefined>({
  kind: 'cases.undo_register',
  schema: registerSchema,
  roles,
  load: (tx, { importId }) => lockKept(tx, importId),
  decide(kept, { importId }, _actor, now) {
    if (!kept) return refuse('register_not_found');
    if (kept.state !== 'applied') return refuse('register_not_now');
    if (now > kept.expiresAt) return refuse('register_too_late');
    return happened('register_undone', { importId }, { isWork: true });
  },
  write: ({ payload: { importId } }, { userId }) => [{ text: movesTo('undoing'), values: [importId, userId] }],
});

/** Gives up a register that did not come in: its file and its rows are gone at once. */
const dropRegister = handler<z.infer<typeof registerSchema>, { kept: KeptRegister | undefined; blob: string | undefined }>({
  kind: 'cases.drop_register',
  schema: registerSchema,
  roles,
  async load(tx, { importId }) {
    const { rows } = await tx.query<{ blob: string }>('select f.blob from files.file f where f.id = $1', [importId]);
    return { kept: await lockKept(tx, importId), blob: rows[0]?.blob };
  },
  decide({ kept, blob }, { importId }) {
    if (!kept) return refuse('register_not_found');
    if (isMoving(kept.state)) return refuse('register_busy');
    const isBegun = kept.state === 'failed' && (kept.reason === 'applying' || kept.reason === 'undoing');
    if (isBegun || kept.state === 'applied' || kept.state === 'undone') return refuse('register_not_now');
    return { ...happened('register_dropped', { importId }), jobs: blob ? [{ name: 'remove_file_bytes', data: { blob } }] : [] };
  },
  write: ({ payload: { importId } }, _actor: Actor) => [
    { text: 'delete from files.file where id = $1', values: [importId] },
    { text: 'delete from cases.register_import where id = $1', values: [importId] },
  ],
});

export const importCommands: AnyHandler[] = [readRegister, checkRegister, applyRegister, resumeRegister, undoRegister, dropRegister];
