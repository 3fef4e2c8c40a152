import fc from 'fast-check';
import { expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { importHsds } from './import-hsds.ts';
import { aPackage, type Files, writeFolder } from './package-builder.ts';

const db = useDatabase();

const cells = Object.entries(aPackage()).flatMap(([file, rows]) =>
  rows.flatMap((row, i) => Object.keys(row).map((column) => ({ file, i, column }))),
);
const ids = Object.values(aPackage()).flatMap((rows) => rows.map((row) => row.id ?? ''));
const garbage = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...ids),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e400',
    '99999999999999999999',
    'null',
    'true',
    '2024-13-01',
    '0000-00-00',
    'infinity',
    '\u202eabc',
    '"',
    '","',
    '\\',
    "'; drop table directory.service; --",
    '\ufeff',
    '\ud83d\ude00',
    'http://',
    'https://é',
    'x'.repeat(30_000),
  ),
  fc.double().map(String),
  fc.uuid(),
);

function spoiled(changes: { at: number; value: string }[]): Files {
  const files = structuredClone(aPackage());
  for (const { at, value } of changes) {
    const target = cells[at % cells.length];
    const row = target && files[target.file]?.[target.i];
    if (row) row[target.column] = value;
  }
  return files;
}

it('whatever stands in the cells, an import is whole or not at all, and never fails', async () => {
  await db().asOwner(async (owner) => {
    const state = async (): Promise<string> => {
      const { rows } = await owner.query<{ s: string }>(`select concat_ws(' ',
        (select jsonb_agg(t order by t.id) from directory.service t), (select jsonb_agg(t order by t.id) from directory.organization t),
        (select jsonb_agg(t order by t.id) from directory.location t), (select jsonb_agg(t order by t.id) from directory.phone t),
        (select jsonb_agg(t order by t.id) from directory.attribute t), (select jsonb_agg(t order by t.id) from directory.schedule t),
        (select jsonb_agg(t) from directory.version t)) as s`);
      return rows[0]?.s ?? '';
    };
    await importHsds(owner, { path: writeFolder(aPackage()), sourceKey: 'test' });
    const change = fc.record({ at: fc.nat(cells.length - 1), value: garbage });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), async (changes, skipBadRows) => {
        const path = writeFolder(spoiled(changes));
        const before = await state();
        const report = await importHsds(owner, { path, sourceKey: 'test', skipBadRows });
        if (!skipBadRows) expect(report.errors.length > 0).toBe(report.outcome === 'refused');
        const after = await state();
        if (report.outcome !== 'applied') {
          expect(after).toBe(before);
          return;
        }
        expect(after).not.toBe(before);
        // What came in once is what stands: a second time there is nothing to do.
        expect(await importHsds(owner, { path, sourceKey: 'test', skipBadRows })).toMatchObject({ outcome: 'unchanged', changes: 0 });
      }),
      { numRuns: 150 },
    );
  });
}, 120_000);

it('whatever bytes the files hold, an import is refused and says where', async () => {
  await db().asOwner(async (owner) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('services.csv', 'organizations.csv', 'phones.csv', 'datapackage.json'),
        async (bytes, file) => {
          const path = writeFolder({ ...aPackage(), [file]: bytes });
          const report = await importHsds(owner, { path, sourceKey: 'bytes', skipBadRows: true, dryRun: true });
          for (const e of report.errors)
            expect(e).toMatchObject({ file: expect.any(String), line: expect.any(Number), message: expect.any(String) });
        },
      ),
      { numRuns: 100 },
    );
  });
}, 120_000);
