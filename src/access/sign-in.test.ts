import { expect, it } from 'vitest';
import { useDatabase } from '../testing/database.ts';
import { buildApp, buildMember, buildOrganization, signIn } from './testing.ts';

const db = useDatabase();

it('a person who signs in is known with their memberships and the names of their organisations', async () => {
  const { access, app } = buildApp(db());
  const organizationId = await buildOrganization(db(), 'خلية الاستقبال 🌍');
  const { userId, email } = await buildMember(access, organizationId, 'agent', 'Inventée 🙂 مخترعة');
  const cookie = await signIn(app, email);
  expect(await access.sessions.find(new Headers({ cookie }))).toEqual({
    userId,
    email,
    name: 'Inventée 🙂 مخترعة',
    language: 'fr',
    memberships: [{ organizationId, organizationName: 'خلية الاستقبال 🌍', role: 'agent' }],
  });
});
