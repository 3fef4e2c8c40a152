import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '../platform/database/actor.ts';
import type { Databases } from '../platform/database/open.ts';

/** An organisation that does not exist. */
export async function buildOrganization(db: Databases, name = 'Cellule inventée'): Promise<string> {
  const id = randomUUID();
  await db.asOwner((owner) =>
    owner.query(`insert into directory.organization (id, name, description) values ($1, $2, 'Inventée pour un test')`, [id, name]),
  );
  return id;
}

/** A service of that organisation. */
export async function buildService(db: Databases, organizationId: string, name = 'Service inventé'): Promise<string> {
  const id = randomUUID();
  await db.asOwner((owner) =>
    owner.query(`insert into directory.service (id, organization_id, name, status) values ($1, $2, $3, 'active')`, [
      id,
      organizationId,
      name,
    ]),
  );
  return id;
}

/** Someone with a role in an organisation; a new organisation when none is given. */
export async function buildActor(db: Databases, role: Role, organization?: string): Promise<Actor> {
  const organizationId = organization ?? (await buildOrganization(db));
  const userId = randomUUID();
  await db.auth.query(`insert into access."user" (id, name, email) values ($1, $2, $3)`, [
    userId,
    `Testeur ${role}`,
    `${userId}@example.org`,
  ]);
  await db.auth.query('insert into access.membership (user_id, organization_id, role) values ($1, $2, $3)', [userId, organizationId, role]);
  return { userId, organizationId, role };
}

/** A meeting that this organisation holds. */
export async function buildMeeting(db: Databases, organizationId: string, status = 'called'): Promise<string> {
  const id = randomUUID();
  await db.asOwner((owner) =>
    owner.query(
      `insert into coordination.meeting (id, organization_id, held_on, place, title, status)
       values ($1, $2, '2026-03-12', 'Oujda', '{"fr": "Atelier inventé", "ar": "ورشة مخترعة"}', $3)`,
      [id, organizationId, status],
    ),
  );
  return id;
}
