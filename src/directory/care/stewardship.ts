import type { z } from 'zod';
import type { PoolClient } from 'pg';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { isEditor, mayKeep } from './acting.ts';
import { careRoles, setStewardshipSchema } from './contract.ts';

/** How often an organisation is asked, where, and in which language. Never to ask is an editor's decision. */
export const setStewardship: AnyHandler = handler<z.infer<typeof setStewardshipSchema>, { found: boolean; never: boolean }>({
  kind: 'directory.set_stewardship',
  schema: setStewardshipSchema,
  roles: careRoles,
  async load(tx: PoolClient, { organizationId }) {
    const { rows } = await tx.query<{ never: boolean }>(
      `select w.organization_id is not null and w.rhythm_months is null as never
       from directory.organization o left join directory.stewardship w on w.organization_id = o.id where o.id = $1 and o.vanished_at is null`,
      [organizationId],
    );
    return { found: rows.length > 0, never: rows[0]?.never ?? false };
  },
  decide({ found, never }, wished, actor) {
    if (!found) return refuse('organization_not_found');
    if (!mayKeep(actor, wished.organizationId)) return refuse('not_allowed');
    if (!isEditor(actor) && (wished.rhythmMonths === null) !== never) return refuse('rhythm_by_editor');
    return { events: [{ kind: 'stewardship_set', subjectKind: 'organization', subjectId: wished.organizationId, payload: wished }] };
  },
  write: ({ subjectId, payload }) => [
    {
      text: `insert into directory.stewardship (organization_id, rhythm_months, contact_email, language) values ($1, $2, $3, $4)
        on conflict (organization_id) do update set rhythm_months = excluded.rhythm_months, contact_email = excluded.contact_email, language = excluded.language`,
      values: [subjectId, payload.rhythmMonths, payload.contactEmail, payload.language],
    },
  ],
});
