import type { Pool } from 'pg';
import { type Actor, withActor } from '../platform/database/actor.ts';
import type { Member } from './contract.ts';

/** Everyone's memberships, the ended ones last; row-level security gives an administrator all of them. */
export async function listMembers(app: Pool, actor: Actor, language: string): Promise<Member[]> {
  return withActor(app, actor, async (tx) => {
    const { rows } = await tx.query<Member>(
      `select m.id, m.user_id as "userId", u.name, u.email, m.organization_id as "organizationId", directory.name_in($1, o.id, o.name) as "organizationName", m.role,
         m.created_at as "createdAt", m.ended_at as "endedAt"
       from access.membership m
       join access."user" u on u.id = m.user_id
       join directory.organization o on o.id = m.organization_id
       order by m.ended_at is not null, directory.name_in($1, o.id, o.name), u.name, m.id limit 2000`,
      [language],
    );
    return rows;
  });
}

/** Takes effect on the member's next request: every one looks its membership up. */
export async function endMembership(app: Pool, actor: Actor, id: string): Promise<'ended' | 'not_found' | 'last_administrator'> {
  return withActor(app, actor, async (tx) => {
    // Two administrators ending each other at once would leave none.
    await tx.query('select pg_advisory_xact_lock(727003)');
    const { rows } = await tx.query<{ ending: boolean; others: number }>(
      `select bool_or(id = $1) as ending, count(*) filter (where id <> $1) as others
       from access.membership where ended_at is null and role = 'administrator'`,
      [id],
    );
    if (rows[0]?.ending && rows[0].others === 0) return 'last_administrator';
    const { rowCount } = await tx.query('update access.membership set ended_at = now() where id = $1 and ended_at is null', [id]);
    if (rowCount === 0) return 'not_found';
    await tx.query(
      `insert into platform.journal (kind, subject_kind, subject_id, organization_id, user_id, payload)
       values ('membership_ended', 'membership', $1, $2, $3, '{}')`,
      [id, actor.organizationId, actor.userId],
    );
    return 'ended';
  });
}
