import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { mayKeep } from './acting.ts';
import { careRoles, confirmTranslationSchema } from './contract.ts';
import { staleTranslations } from './read-translations.ts';

type ConfirmTranslation = z.infer<typeof confirmTranslationSchema>;
interface Stale {
  organizationId: string;
  changedAt: Date;
}

/** The original changed, and its translation says it still: it leaves the list without being written anew. */
export const confirmTranslation: AnyHandler = handler<ConfirmTranslation, Stale | undefined>({
  kind: 'directory.confirm_translation',
  schema: confirmTranslationSchema,
  roles: careRoles,
  load: async (tx: PoolClient, { entity, id, language }) => {
    const { rows } = await tx.query<Stale>({
      name: 'stale-translation',
      text: `select x.changed_at as "changedAt",
          case x.entity when 'service' then (select s.organization_id from directory.service s where s.id = x.entity_id) else x.entity_id end as "organizationId"
        from (${staleTranslations}) x where x.entity = $1 and x.entity_id = $2 and x.language = $3`,
      values: [entity, id, language],
    });
    return rows[0];
  },
  decide: (stale, { entity, id, language, originalChangedAt }, actor) => {
    if (!stale) return refuse('translation_not_old');
    if (!mayKeep(actor, stale.organizationId)) return refuse('not_allowed');
    // Nobody vouches for a text that was changed after they read it.
    if (stale.changedAt.getTime() !== Date.parse(originalChangedAt)) return refuse('original_changed_again');
    return { events: [{ kind: 'translation_confirmed', subjectKind: entity, subjectId: id, payload: { language, originalChangedAt } }] };
  },
  write: ({ subjectId, payload }) => [
    {
      text: 'update directory.translation set updated_at = now() where entity_id = $1 and language = $2',
      values: [subjectId, payload.language],
    },
  ],
});
