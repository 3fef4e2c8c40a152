import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, type Decision, handler, refuse } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { editSchema, fillSchema, fits, settleSchema } from '../contract.ts';
import { cellKeys, type FieldKind, fieldsOf, type Thing } from '../lists.ts';
import { mergeField } from '../merge-field.ts';
import { isKnown } from './known.ts';
import { closedTo, countTotals, type Held, holdPlan, told, writers } from './said.ts';

/** Where something is written: one field of one thing, words in one language. */
interface Spot {
  planId: string;
  thing: Thing;
  thingId: string;
  field: string;
  language?: string | null | undefined;
}
interface State {
  held: Held | undefined;
  isFound: boolean;
  isKnown: boolean;
  isAdopted: boolean;
  /** As it stands now. */
  theirs: unknown;
  /** Of words, those in other languages. */
  others: boolean;
}
const kindOf = ({ thing, field }: Pick<Spot, 'thing' | 'field'>): FieldKind =>
  (fieldsOf[thing] as Record<string, FieldKind>)[field] ?? { kind: 'text', most: 0 };

/** An evaluation the council adopted stays as it was adopted. */
const adopted: Partial<Record<Thing, string>> = {
  evaluation: `x.status = 'adopted'`,
  judged: `exists (select from plans.evaluation e where e.id = x.evaluation_id and e.status = 'adopted')`,
};
async function readSpot(tx: PoolClient, { planId, thing, thingId, field, language }: Spot): Promise<Omit<State, 'held' | 'isKnown'>> {
  const column = field in fieldsOf[thing] ? field : 'id';
  const { rows } = await tx.query<{ value: unknown; isAdopted: boolean }>(
    `select to_jsonb(x.${column}) as value, ${adopted[thing] ?? 'false'} as "isAdopted" from plans.${thing} x
     where x.id = $2 and x.${thing === 'plan' ? 'id' : 'plan_id'} = $1`,
    [planId, thingId],
  );
  const value = rows[0]?.value ?? null;
  const words = (language ? (value ?? {}) : {}) as Record<string, string>;
  return {
    isFound: rows.length > 0,
    isAdopted: rows[0]?.isAdopted ?? false,
    theirs: language ? (words[language] ?? '') : value,
    others: Object.keys(words).some((key) => key !== language),
  };
}

function writeSpot({ planId, thing, thingId, field, language }: Spot, value: unknown): Statement {
  const table = `plans.${thing}`;
  const where = `where x.id = $1 and x.${thing === 'plan' ? 'id' : 'plan_id'} = $2`;
  if (language) {
    return {
      text: `update ${table} x set ${field} = case when $4 = '' then nullif(x.${field} - $3, '{}')
               else coalesce(x.${field}, '{}') || jsonb_build_object($3::text, $4::text) end ${where}`,
      values: [thingId, planId, language, value],
    };
  }
  return {
    text: `update ${table} x set ${field} = (jsonb_populate_record(null::${table}, $3)).${field} ${where}`,
    values: [thingId, planId, JSON.stringify({ [field]: value })],
  };
}
/** Both stay until someone chooses. */
const keepBoth = (spot: Spot, p: Record<string, unknown>, userId: string): Statement => ({
  text: `insert into plans.conflict (id, plan_id, thing, thing_id, field, language, theirs, mine, written_by, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  values: [
    ...[p['conflictId'], spot.planId, spot.thing, spot.thingId, spot.field, spot.language ?? null],
    ...[JSON.stringify(p['theirs']), JSON.stringify(p['value'] ?? null), userId, p['at']],
  ],
});

function decideWriting(state: State, spot: Spot, payload: Record<string, unknown>, at: Date): Decision {
  const closed = closedTo(state.held);
  if (closed) return refuse(closed);
  if (state.isAdopted) return refuse('evaluation_adopted');
  if (!state.isKnown) return refuse('not_found');
  const kind = kindOf(spot);
  const merged = mergeField(kind.kind, payload['base'], state.theirs, payload['value'] ?? null);
  if ('isMet' in merged) return told('plan_texts_meet', spot.planId, { ...payload, ...spot, theirs: state.theirs }, at);
  const isNeeded = 'isNeeded' in kind && kind.isNeeded;
  if (isNeeded && kind.kind === 'told' && merged.value === '' && !state.others) return refuse('words_missing');
  // What two wrote may be longer together than it may be.
  if (!fits({ ...spot, language: spot.language ?? undefined, value: merged.value })) return refuse('too_large');
  return told('plan_edited', spot.planId, { ...payload, ...spot, merged: merged.value }, at);
}

const edit = handler<z.infer<typeof editSchema>, State>({
  kind: 'plans.edit',
  schema: editSchema,
  roles: writers,
  async load(tx, spot) {
    const held = await holdPlan(tx, spot.planId);
    return { held, ...(await readSpot(tx, spot)), isKnown: await isKnown(tx, spot.planId, { [spot.field]: spot.value }) };
  },
  decide(state, payload, _actor, _now, at) {
    if (state.held && !state.isFound) return refuse('not_found');
    const { planId, thing, thingId, field, language } = payload;
    return decideWriting(state, { planId, thing, thingId, field, language }, payload, at);
  },
  write({ kind, payload: p }, { userId }) {
    const spot = p as unknown as Spot;
    if (kind === 'plan_texts_meet') return [keepBoth(spot, p, userId)];
    return [writeSpot(spot, p['merged']), countTotals(spot.planId)];
  },
});

type Fill = z.infer<typeof fillSchema>;
const fill = handler<Fill, State & { rowId: string | undefined }>({
  kind: 'plans.fill',
  schema: fillSchema,
  roles: writers,
  async load(tx, { planId, thing, key, cellId, field, language }) {
    const held = await holdPlan(tx, planId);
    const { rows } = await tx.query<{ id: string }>(
      `select x.id from plans.${thing} x where x.plan_id = $1 and ${cellKeys[thing].map((k, n) => `x.${k} = $${n + 2}`).join(' and ')}`,
      [planId, ...cellKeys[thing].map((k) => (key as Record<string, unknown>)[k])],
    );
    const rowId = rows[0]?.id;
    const stands = await readSpot(tx, { planId, thing, thingId: rowId ?? cellId, field, language });
    const { rows: years } = await tx.query<{ adopted: boolean }>(
      `select exists (select from plans.evaluation where id = $1 and status = 'adopted') as adopted`,
      ['evaluation_id' in key ? key.evaluation_id : null],
    );
    return { held, rowId, ...stands, isAdopted: years[0]?.adopted ?? false, isKnown: await isKnown(tx, planId, key) };
  },
  decide(state, payload, _actor, _now, at) {
    const { planId, thing, cellId, field, language } = payload;
    return decideWriting(state, { planId, thing, thingId: state.rowId ?? cellId, field, language }, payload, at);
  },
  write({ kind, payload: p }, { userId }) {
    const spot = p as unknown as Spot & { thing: Fill['thing'] };
    if (kind === 'plan_texts_meet') return [keepBoth(spot, p, userId)];
    const { planId, thing, thingId } = spot;
    const total = countTotals(planId);
    // An emptied cell of a table is no cell.
    if (thing !== 'judged' && p['merged'] === null)
      return [{ text: `delete from plans.${thing} where id = $1 and plan_id = $2`, values: [thingId, planId] }, total];
    const key = p['key'] as Record<string, unknown>;
    const first = thing === 'judged' ? {} : { [spot.field]: p['merged'] };
    const columns = ['id', 'plan_id', ...cellKeys[thing], ...Object.keys(first)];
    return [
      {
        text: `insert into plans.${thing} (${columns.join(', ')}) select ${columns.map((c) => `r.${c}`).join(', ')}
               from jsonb_populate_record(null::plans.${thing}, $1) r on conflict do nothing`,
        values: [JSON.stringify({ ...key, ...first, id: thingId, plan_id: planId })],
      },
      writeSpot(spot, p['merged']),
      total,
    ];
  },
});

type Settling = State & { spot: Spot | undefined; isOpenConflict: boolean };
const settle = handler<z.infer<typeof settleSchema>, Settling>({
  kind: 'plans.settle',
  schema: settleSchema,
  roles: writers,
  async load(tx, { planId, conflictId, value }) {
    const held = await holdPlan(tx, planId);
    const { rows } = await tx.query<Spot & { isOpen: boolean }>(
      `select plan_id as "planId", thing, thing_id as "thingId", field, language, settled_at is null as "isOpen" from plans.conflict where id = $1 and plan_id = $2`,
      [conflictId, planId],
    );
    const [found] = rows;
    const none = { isFound: false, isAdopted: false, theirs: null, others: false };
    return {
      held,
      spot: found,
      isOpenConflict: found?.isOpen ?? false,
      ...(found ? await readSpot(tx, found) : none),
      isKnown: found ? await isKnown(tx, planId, { [found.field]: value }) : false,
    };
  },
  decide(state, payload, _actor, _now, at) {
    const closed = closedTo(state.held);
    if (closed) return refuse(closed);
    const { spot } = state;
    if (!spot || !state.isFound) return refuse('conflict_not_found');
    if (!state.isOpenConflict) return refuse('not_in_that_state');
    if (state.isAdopted) return refuse('evaluation_adopted');
    const { planId, thing, thingId, field, language } = spot;
    if (!state.isKnown || !fits({ thing, field, language: language ?? undefined, value: payload.value })) return refuse('does_not_fit');
    return told('plan_conflict_settled', payload.planId, { ...payload, planId, thing, thingId, field, language }, at);
  },
  write: ({ payload: p }, { userId }) => [
    writeSpot(p as unknown as Spot, p['value']),
    {
      text: 'update plans.conflict set settled_at = $2, settled_by = $3 where id = $1',
      values: [p['conflictId'], p['at'], userId],
    },
    countTotals(p['planId']),
  ],
});

export const fieldCommands: AnyHandler[] = [edit, fill, settle];
