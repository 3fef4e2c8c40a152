import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { addSchema, type DeskFigures, removeSchema } from '../contract.ts';
import { readDeskOf } from '../desk.ts';
import { planYears } from '../lists.ts';
import { mayEvaluate } from '../rules.ts';
import { isKnown } from './known.ts';
import { closedTo, countTotals, type Held, holdPlan, told, writers } from './said.ts';

type Row = Record<string, unknown>;
/** Rows in the order people gave them. */
const ordered = new Set(['need', 'project', 'indicator']);

interface Adding {
  held: Held | undefined;
  isKnown: boolean;
  position: number;
  /** Of a need from the desk what the desk counted, as it may be shown. */
  figures: DeskFigures | undefined;
}
/** The rows of a need's source that belong together. */
function sourceRefusal({ source, session_id, finding_id }: Row): string | undefined {
  if (source === 'session' && !session_id) return 'session_missing';
  if (source === 'thread' && !finding_id) return 'finding_not_found';
  return undefined;
}
function evaluationRefusal({ stage, firstYear, today }: Held, year: unknown): string | undefined {
  if (!mayEvaluate(stage)) return 'plan_not_running';
  if (Number(year) < firstYear || Number(year) >= firstYear + planYears) return 'year_outside_the_plan';
  return Number(year) > Number(today.slice(0, 4)) ? 'day_ahead' : undefined;
}
const add = handler<z.infer<typeof addSchema>, Adding>({
  kind: 'plans.add',
  schema: addSchema,
  roles: writers,
  async load(tx, { planId, thing, row }) {
    const held = await holdPlan(tx, planId);
    const { rows } = ordered.has(thing)
      ? await tx.query(`select coalesce(max(position), 0) + 1 as position from plans.${thing} where plan_id = $1`, [planId])
      : { rows: [] };
    const { desk_need: deskNeed, desk_year: year } = row as Row;
    const offers = held?.isOwn && deskNeed && year ? await readDeskOf(tx, planId, Number(year)) : [];
    const offer = offers?.find((o) => o.need === deskNeed);
    const figures = offer && { year: offer.year, count: offer.count, women: offer.women, men: offer.men };
    return { held, figures, isKnown: held !== undefined && (await isKnown(tx, planId, row)), position: rows[0]?.position ?? 0 };
  },
  decide({ held, isKnown, position, figures }, payload, _actor, _now, at) {
    const { thing, row } = payload as { thing: string; row: Row };
    const closed = closedTo(held);
    if (!held || closed) return refuse(closed ?? 'plan_not_found');
    if (!isKnown) return refuse('not_found');
    const refusal = thing === 'need' ? sourceRefusal(row) : thing === 'evaluation' ? evaluationRefusal(held, row['year']) : undefined;
    if (refusal) return refuse(refusal);
    if (row['source'] === 'desk' && !figures) return refuse('desk_figures_missing');
    const { desk_year: _year, ...given } = row;
    const placed = { ...(ordered.has(thing) ? { position } : {}), ...given, ...(figures ? { desk_figures: figures } : {}) };
    return told('plan_thing_added', payload.planId, { ...payload, row: placed }, at);
  },
  write({ payload: p }) {
    const row: Row = { ...(p['row'] as Row), id: p['thingId'], plan_id: p['planId'] };
    // Names of the contract's closed lists, never what somebody typed.
    const columns = Object.keys(row).filter((column) => row[column] !== undefined);
    const table = `plans.${String(p['thing'])}`;
    return [
      {
        text: `insert into ${table} (${columns.join(', ')}) select ${columns.map((c) => `r.${c}`).join(', ')} from jsonb_populate_record(null::${table}, $1) r`,
        values: [JSON.stringify(row)],
      },
      countTotals(p['planId']),
    ];
  },
});

interface Removing {
  held: Held | undefined;
  isFound: boolean;
  isAdopted: boolean;
}
const remove = handler<z.infer<typeof removeSchema>, Removing>({
  kind: 'plans.remove',
  schema: removeSchema,
  roles: writers,
  async load(tx, { planId, thing, thingId }) {
    const held = await holdPlan(tx, planId);
    const { rows } = await tx.query(
      `select to_jsonb(x) ->> 'status' = 'adopted' as "isAdopted" from plans.${thing} x where x.plan_id = $1 and x.id = $2`,
      [planId, thingId],
    );
    return { held, isFound: rows.length > 0, isAdopted: rows[0]?.isAdopted ?? false };
  },
  decide({ held, isFound, isAdopted }, payload, _actor, _now, at) {
    const closed = closedTo(held);
    if (closed) return refuse(closed);
    if (!isFound) return refuse('not_found');
    if (isAdopted) return refuse('evaluation_adopted');
    return told('plan_thing_removed', payload.planId, payload, at);
  },
  write: ({ payload: p }) => [
    // What nobody can choose any more leaves nothing open.
    {
      text: 'update plans.conflict set settled_at = $3 where plan_id = $1 and thing_id = $2 and settled_at is null',
      values: [p['planId'], p['thingId'], p['at']],
    },
    ...(p['thing'] === 'need'
      ? [
          {
            text: 'update plans.project set need_ids = array_remove(need_ids, $2) where plan_id = $1 and $2 = any (need_ids)',
            values: [p['planId'], p['thingId']],
          },
        ]
      : []),
    { text: `delete from plans.${String(p['thing'])} where plan_id = $1 and id = $2`, values: [p['planId'], p['thingId']] },
    countTotals(p['planId']),
  ],
});

export const thingCommands: AnyHandler[] = [add, remove];
