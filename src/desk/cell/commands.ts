import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, type Decision, type DomainEvent, handler, refuse } from '../../platform/commands/handler.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Statement } from '../../platform/database/batch.ts';
import {
  notePrintedSchema,
  type PlaceCell,
  placeCellSchema,
  setDataSheetSchema,
  setDutiesSchema,
  shareScoresSchema,
  startCellSchema,
} from './contract.ts';

/** What a cell now says of itself, told of the cell. */
const said = (kind: string, payload: object, actor: Actor, at: Date): Decision => ({
  events: [{ kind, subjectKind: 'organization', subjectId: actor.organizationId, payload: { ...payload, at: at.toISOString() } }],
});
/** The cell's row with one of its columns written anew; the row comes into being with the first thing said. */
function setColumn(column: 'duties' | 'data_sheet' | 'shares_scores', value: unknown, { payload }: DomainEvent, actor: Actor): Statement {
  return {
    text: `insert into desk.cell (organization_id, ${column}, changed_by, changed_at) values ($1, $2, $3, $4)
           on conflict (organization_id) do update set ${column} = excluded.${column}, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    values: [actor.organizationId, value, actor.userId, payload['at']],
  };
}

const startCell = handler<z.infer<typeof startCellSchema>, { found: boolean }>({
  kind: 'desk.start_cell',
  schema: startCellSchema,
  roles: ['programme'],
  async load(tx, { organizationId, serviceId }) {
    const { rows } = await tx.query(
      `select exists (select from directory.service where id = $2 and organization_id = $1 and vanished_at is null) as found`,
      [organizationId, serviceId],
    );
    return rows[0];
  },
  decide({ found }, payload, _actor, _now, at) {
    if (!found) return refuse('service_not_found');
    return {
      events: [
        {
          kind: 'cell_started',
          subjectKind: 'organization',
          subjectId: payload.organizationId,
          payload: { ...payload, at: at.toISOString() },
        },
      ],
    };
  },
  write: ({ payload: p }, actor) => [
    { text: `update directory.organization set organization_type = 'reception_cell' where id = $1`, values: [p['organizationId']] },
    {
      text: `insert into desk.cell (organization_id, service_id, changed_by, changed_at) values ($1, $2, $3, $4) on conflict do nothing`,
      values: [p['organizationId'], p['serviceId'], actor.userId, p['at']],
    },
  ],
});

const placeCell = handler<PlaceCell, { serviceFound: boolean; placeFound: boolean }>({
  kind: 'desk.place_cell',
  schema: placeCellSchema,
  roles: ['cell_manager'],
  async load(tx: PoolClient, { serviceId, locationId, communeCode }, actor) {
    const { rows } = await tx.query(
      `select exists (select from directory.service where id = $1 and organization_id = $2) as "serviceFound",
         case when $3::uuid is null then exists (select from territory.territory where code = $4 and level = 'commune')
           else exists (select from directory.location where id = $3 and not confidential and vanished_at is null) end as "placeFound"`,
      [serviceId, actor.organizationId, locationId, communeCode],
    );
    return rows[0];
  },
  decide({ serviceFound, placeFound }, payload, actor, _now, at) {
    if (!serviceFound) return refuse('service_not_found');
    return placeFound ? said('cell_placed', payload, actor, at) : refuse('commune_not_found');
  },
  write: ({ payload: p }) => [
    {
      text: 'select directory.place_service($1, $2, $3, $4, $5)',
      values: [p['serviceId'], p['locationId'] ?? null, p['communeCode'] ?? null, p['address'] ?? null, p['postalCode'] ?? null],
    },
  ],
});

const setDuties = handler<z.infer<typeof setDutiesSchema>, { areColleagues: boolean }>({
  kind: 'desk.set_duties',
  schema: setDutiesSchema,
  roles: ['cell_manager'],
  async load(tx, { duties }) {
    const { rows } = await tx.query(
      'select coalesce(bool_and(access.is_colleague(who)), true) as "areColleagues" from unnest($1::uuid[]) who',
      [Object.values(duties).flat()],
    );
    return rows[0];
  },
  decide: ({ areColleagues }, payload, actor, _now, at) =>
    areColleagues ? said('duties_set', payload, actor, at) : refuse('member_not_found'),
  write: (event, actor) => [
    setColumn('duties', event.payload['duties'], event, actor),
    {
      text: 'update desk.cell set on_call = $2 where organization_id = $1',
      values: [actor.organizationId, event.payload['onCall'] ?? null],
    },
  ],
});

const setDataSheet = handler<z.infer<typeof setDataSheetSchema>, undefined>({
  kind: 'desk.set_data_sheet',
  schema: setDataSheetSchema,
  roles: ['cell_manager'],
  load: async () => undefined,
  decide: (_state, payload, actor, _now, at) => said('data_sheet_set', payload, actor, at),
  write: (event, actor) => [setColumn('data_sheet', event.payload['sheet'], event, actor)],
});

const notePrinted = handler<z.infer<typeof notePrintedSchema>, undefined>({
  kind: 'desk.note_printed',
  schema: notePrintedSchema,
  roles: ['cell_manager'],
  load: async () => undefined,
  decide: (_state, payload, actor, _now, at) => said('paper_printed', payload, actor, at),
  write: ({ payload: p }, actor) => [
    {
      text: `insert into desk.cell (organization_id, printed, changed_by) values ($1, jsonb_build_object($2::text, $3::text), $4)
             on conflict (organization_id) do update set printed = cell.printed || excluded.printed`,
      values: [actor.organizationId, p['paper'], p['at'], actor.userId],
    },
  ],
});

const shareScores = handler<z.infer<typeof shareScoresSchema>, undefined>({
  kind: 'desk.share_scores',
  schema: shareScoresSchema,
  roles: ['cell_manager'],
  load: async () => undefined,
  decide: (_state, payload, actor, _now, at) => said(payload.shares ? 'scores_shared' : 'scores_no_longer_shared', payload, actor, at),
  write: (event, actor) => [setColumn('shares_scores', event.payload['shares'], event, actor)],
});

export const setupCommands: AnyHandler[] = [startCell, placeCell, setDuties, setDataSheet, notePrinted, shareScores];
