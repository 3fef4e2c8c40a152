import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { FieldProblem } from '../platform/commands/contract.ts';
import type { Databases } from '../platform/database/open.ts';
import type { SignedIn } from '../platform/http/context.ts';
import type { Acceptance } from './contract.ts';
import { closeInvitation, type FoundInvitation, type InvitationRefusal, openInvitation } from './invitations.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { findUserByEmail, insertMembership, insertUser } from './store.ts';

export type Accepted =
  | { userId: string; email: string; organizationId: string }
  | { refused: InvitationRefusal | 'account_exists' }
  | { refused: 'invalid_fields'; fields: FieldProblem[] };

const required = (fields: Record<string, string | undefined>): FieldProblem[] =>
  Object.entries(fields).flatMap(([path, value]) => (value === undefined ? [{ path, code: 'required' }] : []));

/** Makes the person a member, opening their account if they have none. All of it happens, or none. */
export async function acceptInvitation(databases: Databases, acceptance: Acceptance, signedIn: SignedIn | undefined): Promise<Accepted> {
  let createdOrganization: string | undefined;
  try {
    return await inTransaction(databases.auth, async (tx) => {
      const opened = await openInvitation(tx, acceptance.token);
      if ('refused' in opened) return opened;
      const { invitation } = opened;

      const email = invitation.email ?? acceptance.email;
      const organizationNeeded = invitation.organizationId === null ? { organizationName: acceptance.organizationName } : {};
      const missing = required({ email, ...organizationNeeded });
      if (email === undefined || missing.length > 0) return { refused: 'invalid_fields', fields: missing };

      const person = await findOrInsertPerson(tx, email, acceptance, signedIn);
      if ('refused' in person) return person;
      const organizationId = invitation.organizationId ?? (await createOrganization(databases, acceptance.organizationName ?? ''));
      if (invitation.organizationId === null) createdOrganization = organizationId;
      await insertMembership(tx, { userId: person.userId, organizationId, role: invitation.role });
      await closeInvitation(tx, invitation.id);
      return { userId: person.userId, email, organizationId };
    });
  } catch (error) {
    if (createdOrganization) await removeOrganization(databases, createdOrganization);
    // Two invitations to one new address, accepted in the same instant: the second finds the account of the first.
    if (error instanceof Error && 'code' in error && error.code === '23505') return { refused: 'account_exists' };
    throw error;
  }
}

type Person = { userId: string } | { refused: 'account_exists' } | { refused: 'invalid_fields'; fields: FieldProblem[] };

/** A link alone opens no existing account: its owner signs in first. */
async function findOrInsertPerson(tx: PoolClient, email: string, given: Acceptance, signedIn: SignedIn | undefined): Promise<Person> {
  const existing = await findUserByEmail(tx, email);
  if (existing) return existing.id === signedIn?.userId ? { userId: existing.id } : { refused: 'account_exists' };
  const { name, password, language = 'fr' } = given;
  if (name === undefined || password === undefined) return { refused: 'invalid_fields', fields: required({ name, password }) };
  return { userId: await insertUser(tx, { email, name, password, language }) };
}

/** An empty installation has no directory yet, so its first administrator names the organisation they work for. */
async function createOrganization(databases: Databases, name: string): Promise<string> {
  const id = randomUUID();
  await databases.asOwner(async (owner) => {
    await owner.query(`insert into directory.organization (id, name, description, organization_type) values ($1, $2, $2, 'public_body')`, [
      id,
      name,
    ]);
  });
  return id;
}

const removeOrganization = (databases: Databases, id: string) =>
  databases.asOwner((owner) => owner.query('delete from directory.organization where id = $1', [id]));

/** What the screen shows before someone accepts. */
export async function previewInvitation(
  databases: Databases,
  token: string,
): Promise<{ invitation: FoundInvitation; hasAccount: boolean } | { refused: InvitationRefusal }> {
  return inTransaction(databases.auth, async (tx) => {
    const opened = await openInvitation(tx, token);
    if ('refused' in opened) return opened;
    const { email } = opened.invitation;
    return { invitation: opened.invitation, hasAccount: email !== null && (await findUserByEmail(tx, email)) !== undefined };
  });
}
