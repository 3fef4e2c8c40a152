import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchBoard } from './board.ts';
import { benchDesk } from './desk.ts';
import { benchImport } from './import.ts';
import { benchMatching } from './matching.ts';
import { benchFirstPaint } from './first-paint.ts';
import { benchPage } from './page.ts';
import { benchPaper } from './paper.ts';
import { benchPlans } from './plans.ts';
import { benchReferral } from './referral.ts';
import type { BenchRow } from './row.ts';
import { benchScale, type Scale } from './scale.ts';
import { benchSearch } from './search.ts';
import { benchQuality } from './search-quality.ts';

const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, scale: { type: 'string', default: 'small' } },
});
const scale: Scale = values.scale === 'full' ? 'full' : 'small';
const benches: Record<string, () => Promise<BenchRow[]>> = {
  search: benchSearch,
  quality: benchQuality,
  referral: benchReferral,
  page: benchPage,
  paint: benchFirstPaint,
  desk: benchDesk,
  paper: benchPaper,
  board: benchBoard,
  plans: benchPlans,
  import: benchImport,
  matching: benchMatching,
  scale: () => benchScale(scale),
};

const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (values.only && values.only !== name) continue;
  process.stderr.write(`measuring ${name}…\n`);
  rows.push(...(await bench()));
}
const figure = (n: number): string => (n >= 100 ? n.toFixed(0) : n.toFixed(2));
console.table(
  rows.map((r) => ({
    measure: r.name,
    ours: `${figure(r.ours)} ${r.unit}`,
    rival: `${r.rival.name}: ${figure(r.rival.value)} ${r.unit}`,
    limit: r.limit,
    holds: r.holds ? 'yes' : 'no',
  })),
);
if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 2));
