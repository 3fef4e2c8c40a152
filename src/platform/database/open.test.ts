import { expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';

const db = useDatabase();

it('the application signs in as a role that owns nothing and cannot bypass row-level security', async () => {
  const { rows } = await db().app.query(`select rolname, rolsuper, rolbypassrls,
    exists (select from pg_class c where c.relowner = r.oid) as owns from pg_roles r where rolname = current_user`);
  expect(rows).toEqual([{ rolname: 'istiqbal_app', rolsuper: false, rolbypassrls: false, owns: false }]);
});
