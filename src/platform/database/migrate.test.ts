import { expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { migrate } from './migrate.ts';

const db = useDatabase();

it('a database newer than the code is refused with what to do', async () => {
  await db().asOwner(async (owner) => {
    await owner.query(`insert into public.migration (name, checksum) values ('9999_future.sql', '')`);
    await expect(migrate(owner)).rejects.toThrow(/newer than this version.*Install the newer version/);
    await owner.query(`delete from public.migration where name = '9999_future.sql'`);
  });
});

it('a migration changed after it was applied is refused', async () => {
  await db().asOwner(async (owner) => {
    const { rows } = await owner.query(`select checksum from public.migration where name = '0001_foundation.sql'`);
    await owner.query(`update public.migration set checksum = 'x' where name = '0001_foundation.sql'`);
    await expect(migrate(owner)).rejects.toThrow(/changed after it was applied/);
    await owner.query(`update public.migration set checksum = $1 where name = '0001_foundation.sql'`, [rows[0].checksum]);
    expect(await migrate(owner)).toEqual([]);
  });
});
