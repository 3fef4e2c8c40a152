import type { Access } from '../../src/access/index.ts';
import type { Databases } from '../../src/platform/database/open.ts';
import { buildOrganization } from '../../src/testing/builders.ts';

export interface Agent {
  userId: string;
  cookie: string;
}
export interface Cell {
  id: string;
  /** How many people it knows. */
  people: number;
  agents: Agent[];
}

/** One large cell that knows most of the region and small ones that share the rest, with so many agents in all, signed in. */
export async function openCells(
  databases: Databases,
  access: Access,
  base: string,
  { people, agents, cells }: { people: number; agents: number; cells: number },
): Promise<Cell[]> {
  const opened: Cell[] = [];
  for (let i = 0; i < cells; i++) {
    const id = await buildOrganization(databases, `Cellule de mesure ${i + 1}`);
    const share = i === 0 ? 5 / 6 : 1 / 6 / (cells - 1);
    opened.push({ id, people: Math.round(people * share), agents: [] });
  }
  for (let i = 0; i < agents; i++) {
    // Half of the agents sit in the large cell.
    const cell = opened[i % 2 === 0 ? 0 : 1 + (((i - 1) / 2) % (cells - 1))];
    if (!cell) throw new Error('no cell to sit in');
    const account = { email: `mesure-${i}@example.org`, password: 'mesure-mesure' };
    const { userId } = await access.createUser({ ...account, name: `Mesure ${i}`, language: 'fr' });
    await access.addMembership({ userId, organizationId: cell.id, role: 'agent' });
    const signIn = await fetch(`${base}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: base, 'x-forwarded-for': `10.0.${i >> 8}.${i & 255}` },
      body: JSON.stringify(account),
    });
    if (!signIn.ok) throw new Error(`an agent could not sign in: ${signIn.status} ${await signIn.text()}`);
    const cookie = signIn.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ');
    cell.agents.push({ userId, cookie });
  }
  return opened;
}
