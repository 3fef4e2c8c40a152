import type { Actor } from '../../platform/database/actor.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { referenceOf } from '../../platform/reference.ts';
import type { ErasureCause } from './lists.ts';
import { lawfulDelay } from './rules.ts';

interface Asked {
  erasureId: string;
  /** Whose file, or which case while nobody wrote a name. */
  personId?: string | undefined;
  caseId?: string | undefined;
  cause: ErasureCause;
  at: string;
}

/** Opens a request with the delay that binds the cell that day; one that is open already stands for both. */
export const openErasure = ({ erasureId, personId, caseId, cause, at }: Asked, actor: Actor): Statement => ({
  text: `insert into people.erasure (id, organization_id, reference, person_id, case_id, cause, asked_by, asked_at, days, source, source_ar, due_at)
         select $1, $2, $3, $4, $5, $6, $7, $8, d.days, d.source, d.source_ar, $8::timestamptz + d.days * interval '1 day'
         from (select l.days, l.source, l.source_ar, l.organization_id is null as of_region, 0 as fallback from cases.delay l where l.kind = 'erase' and l.need is null
               union all select $9::smallint, $10::text, $11::text, true, 1
               order by fallback, of_region limit 1) d
         where not exists (select from people.erasure o where o.settled_at is null
                             and (o.case_id = $5 or o.person_id = any (array(select people.records_of($4)))))`,
  values: [
    erasureId,
    actor.organizationId,
    referenceOf(erasureId),
    personId ?? null,
    personId ? null : caseId,
    cause,
    actor.userId,
    at,
    lawfulDelay.days,
    lawfulDelay.source,
    lawfulDelay.sourceAr,
  ],
});
