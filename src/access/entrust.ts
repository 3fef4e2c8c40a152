import { z } from 'zod';
import { handler, refuse } from '../platform/commands/handler.ts';

const entrustSchema = z.strictObject({ userId: z.uuid(), entrusted: z.boolean() });

/** `access.entrust`: who of the cell reads notes on health and protection. Said by its head, and told in the journal. */
export const entrust = handler<z.infer<typeof entrustSchema>, { isMember: boolean }>({
  kind: 'access.entrust',
  schema: entrustSchema,
  roles: ['cell_manager'],
  async load(tx, { userId }) {
    const { rows } = await tx.query('select access.is_colleague($1) as "isMember"', [userId]);
    return rows[0];
  },
  decide: ({ isMember }, payload) =>
    isMember
      ? {
          events: [
            { kind: payload.entrusted ? 'entrusted' : 'no_longer_entrusted', subjectKind: 'member', subjectId: payload.userId, payload },
          ],
        }
      : refuse('member_not_found'),
  write: ({ payload }) => [{ text: 'select access.entrust_restricted($1, $2)', values: [payload['userId'], payload['entrusted']] }],
});
