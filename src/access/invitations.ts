import { createHash, randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { type Actor, withActor } from '../platform/database/actor.ts';
import type { Invitation, InvitationPreview, NewInvitation } from './contract.ts';

/** The token is in the link only; the database keeps what cannot be turned back into it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
const makeToken = (): string => randomBytes(32).toString('base64url');
const lifetime = '7 days';

/** Invites as `actor`, whom row-level security knows to be an administrator. Throws a foreign key violation for an unknown organisation. */
export async function createInvitation(
  app: Pool,
  actor: Actor,
  { email, organizationId, role }: NewInvitation,
): Promise<{ id: string; token: string }> {
  const token = makeToken();
  const id = await withActor(app, actor, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `insert into access.invitation (email, organization_id, role, token_hash, invited_by, expires_at)
       values ($1, $2, $3, $4, $5, now() + $6::interval) returning id`,
      [email, organizationId, role, hashToken(token), actor.userId, lifetime],
    );
    const created = rows[0]?.id ?? '';
    await tx.query(
      `insert into platform.journal (kind, subject_kind, subject_id, organization_id, user_id, payload)
       values ('invitation_sent', 'invitation', $1, $2, $3, $4)`,
      [created, actor.organizationId, actor.userId, { role, organization_id: organizationId }],
    );
    return created;
  });
  return { id, token };
}

/** The link of an empty installation's first administrator. A new one ends those before it. */
export async function createFirstInvitation(tx: PoolClient): Promise<string> {
  const token = makeToken();
  await tx.query(
    'update access.invitation set expires_at = now() where organization_id is null and accepted_at is null and expires_at > now()',
  );
  await tx.query(
    `insert into access.invitation (email, role, token_hash, expires_at) values ('', 'administrator', $1, now() + $2::interval)`,
    [hashToken(token), lifetime],
  );
  return token;
}

export async function listInvitations(app: Pool, actor: Actor): Promise<Invitation[]> {
  return withActor(app, actor, async (tx) => {
    const { rows } = await tx.query<Invitation>(
      `select i.id, i.email, i.organization_id as "organizationId", o.name as "organizationName", i.role,
         i.created_at as "createdAt", i.expires_at as "expiresAt",
         case when i.accepted_at is not null then 'accepted' when i.withdrawn_at is not null then 'withdrawn' when i.expires_at <= now() then 'expired' else 'waiting' end as state
       from access.invitation i left join directory.organization o on o.id = i.organization_id
       order by i.created_at desc limit 500`,
    );
    return rows;
  });
}

/** Its link opens nothing from now on. False when there is none waiting under that id. */
export async function withdrawInvitation(app: Pool, actor: Actor, id: string): Promise<boolean> {
  return withActor(app, actor, async (tx) => {
    const { rowCount } = await tx.query(
      'update access.invitation set expires_at = now(), withdrawn_at = now() where id = $1 and accepted_at is null and expires_at > now()',
      [id],
    );
    if (rowCount === 0) return false;
    await tx.query(
      `insert into platform.journal (kind, subject_kind, subject_id, organization_id, user_id, payload)
       values ('invitation_withdrawn', 'invitation', $1, $2, $3, '{}')`,
      [id, actor.organizationId, actor.userId],
    );
    return true;
  });
}

export type InvitationRefusal = 'invitation_unknown' | 'invitation_used' | 'invitation_expired';
export interface FoundInvitation {
  id: string;
  /** null: the first administrator says it. */
  email: string | null;
  organizationId: string | null;
  organizationName: string | null;
  role: Invitation['role'];
}

/** The invitation behind a token, locked until the transaction ends: one person can accept it once. */
export async function openInvitation(
  tx: PoolClient,
  token: string,
): Promise<{ invitation: FoundInvitation } | { refused: InvitationRefusal }> {
  const { rows } = await tx.query<FoundInvitation & { used: boolean; expired: boolean }>(
    `select i.id, nullif(i.email, '') as email, i.organization_id as "organizationId", o.name as "organizationName", i.role,
       i.accepted_at is not null as used, i.expires_at <= now() as expired
     from access.invitation i left join directory.organization o on o.id = i.organization_id
     where i.token_hash = $1 for update of i`,
    [hashToken(token)],
  );
  const found = rows[0];
  if (!found) return { refused: 'invitation_unknown' };
  if (found.used) return { refused: 'invitation_used' };
  if (found.expired) return { refused: 'invitation_expired' };
  const { used: _used, expired: _expired, ...invitation } = found;
  return { invitation };
}

export const closeInvitation = (tx: PoolClient, id: string) =>
  tx.query('update access.invitation set accepted_at = now() where id = $1', [id]);

export const previewOf = ({ email, organizationName, role }: FoundInvitation, hasAccount: boolean): InvitationPreview => ({
  email,
  organizationName,
  role,
  hasAccount,
});
