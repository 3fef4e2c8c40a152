import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { inventPlan } from '../../testing/plan.ts';
import { assemble } from '../assemble.ts';
import type { Plan } from '../contract.ts';
import type { PaperLanguage } from '../papers/speak.ts';
import { writePlan } from './plan-xlsx.ts';

const rows = inventPlan({ projects: 2 });
async function bytesOf(plan: Plan, language: PaperLanguage): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writePlan(plan, language)) pieces.push(piece);
  return Buffer.concat(pieces);
}
async function sheetsOf(plan: Plan, language: PaperLanguage): Promise<unknown[][][]> {
  const sheets = await readWorkbook(await bytesOf(plan, language));
  return sheets.map(({ data }) => data);
}

describe('the workbook of a plan', () => {
  it('has numbers as numbers under headings in the reader’s language, and sums that Excel goes on summing', async () => {
    const bytes = await bytesOf(assemble(rows), 'fr');
    const [costs = [], indicators = []] = await sheetsOf(assemble(rows), 'fr');
    expect(costs[2]?.slice(0, 3)).toEqual(['N°', 'Projet (français)', 'Projet (arabe)']);
    expect(costs[3]).toEqual(expect.arrayContaining(['مشروع مختلق 1', 'Commune', 125_000.5]));
    expect(costs.at(-1)?.slice(-2)).toEqual([1_500_006, 9_000_036]);
    expect(indicators[3]).toEqual(expect.arrayContaining(['Personnes reçues', 1200, 'Ensemble', 300]));
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<f>SUM\(\w+4:\w+4\)<\/f><v>750003<\/v>/);
    expect(xml).toMatch(/<f>SUMIF\(/);
    expect(xml).not.toContain('rightToLeft');
  });
  it('is read from the right in Arabic', async () => {
    const bytes = await bytesOf(assemble(rows), 'ar');
    const files = unzipSync(bytes);
    for (const n of [1, 2]) expect(strFromU8(files[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array())).toContain('rightToLeft="1"');
    expect((await sheetsOf(assemble(rows), 'ar'))[0]?.[2]).toEqual(expect.arrayContaining(['الرقم', 'مصدر التمويل', '2028', 'المجموع']));
  });
  it('leaves what was dropped out of the last row, and shows its line all the same', async () => {
    const [first, second] = rows.project;
    if (!first || !second) throw new Error('two projects');
    const [costs = []] = await sheetsOf(assemble({ ...rows, project: [{ ...first, status: 'dropped' }, second] }), 'fr');
    expect(costs.at(-1)?.at(-1)).toBe(4_500_018);
    expect(costs.filter((row) => row.includes('Abandonné'))).toHaveLength(3);
  });
  it('of a plan without a project has its headings and no sum', async () => {
    const empty = assemble({ ...rows, project: [], cost: [], indicator: [], indicator_value: [], judged: [] });
    expect((await sheetsOf(empty, 'fr'))[0]).toHaveLength(3);
  });
});
