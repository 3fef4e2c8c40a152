import type { z } from 'zod';
import { type AnyHandler, type DomainEvent, handler } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { deskRoles } from '../../platform/database/member-roles.ts';
import { raiseFromDeskSchema } from '../contract.ts';
import { said } from './said.ts';

interface Met {
  /** A finding of this need at this place that all read: it is said again rather than raised anew. */
  known: string | null;
  /** By this cell, this month already. */
  isSaid: boolean;
  month: string;
  commune: string | null;
  names: { fr: string; ar?: string } | null;
}
const whichKnown = `select f.id from coordination.finding f, directory.organization o
  where o.id = $2 and f.desk_need = $1 and f.status = 'shared' and (f.organization_id = o.id or o.commune_code = any (f.commune_codes))
  order by f.organization_id = o.id desc, f.created_at limit 1`;

/**
 * One press at the desk: no word of a visit comes along, only which need, where and in which month. A cell counts once a month: more often
 * would count its visits, which the figures do. Its theme is that of the cells, which meet it.
 */
const raiseFromDesk = handler<z.infer<typeof raiseFromDeskSchema>, Met>({
  kind: 'coordination.raise_from_desk',
  schema: raiseFromDeskSchema,
  roles: deskRoles,
  async load(tx, { need }, actor) {
    const { rows } = await tx.query(
      `select (${whichKnown}) as known, date_trunc('month', directory.today())::date::text as month,
         exists (select from coordination.finding_source s where s.finding_id = (${whichKnown}) and s.organization_id = $2 and s.kind = 'desk'
                 and s.said_on = date_trunc('month', directory.today())) as "isSaid",
         (select commune_code from directory.organization where id = $2) as commune,
         (select jsonb_build_object('fr', t.name) || coalesce((select jsonb_object_agg(x.language, x.name) from directory.translation x
            where x.entity = 'taxonomy_term' and x.entity_id = t.id and x.language = 'ar' and x.name is not null), '{}')
          from directory.taxonomy_term t where t.code = $1 limit 1) as names`,
      [need, actor.organizationId],
    );
    return rows[0];
  },
  decide({ known, isSaid, month, commune, names }, payload, _actor, _now, at) {
    if (isSaid) return { events: [] };
    if (known !== null) return said('finding_said_again', 'finding', known, { ...payload, findingId: known, month }, at);
    const title = {
      fr: `Besoin rencontré au guichet : ${names?.fr ?? payload.need}`,
      ...(names?.ar ? { ar: `حاجة تُطرح في المكتب: ${names.ar}` } : {}),
    };
    return said('finding_raised', 'finding', payload.findingId, { ...payload, month, title, communes: commune ? [commune] : [] }, at);
  },
  write: ({ kind, payload: p }: DomainEvent, actor): Statement[] => [
    ...(kind === 'finding_raised'
      ? [
          {
            text: `insert into coordination.finding (id, organization_id, kind, title, themes, commune_codes, desk_need, status, created_by)
                   values ($1, $2, 'difficulty', $3, '{cells}', $4, $5, 'shared', $6)`,
            values: [p['findingId'], actor.organizationId, p['title'], p['communes'], p['need'], actor.userId],
          },
        ]
      : []),
    {
      text: `insert into coordination.finding_source (id, finding_id, kind, organization_id, said_on, created_by) values ($1, $2, 'desk', $3, $4, $5)`,
      values: [p['sourceId'], p['findingId'], actor.organizationId, p['month'], actor.userId],
    },
  ],
});

export const deskCommands: AnyHandler[] = [raiseFromDesk];
