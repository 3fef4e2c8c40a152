import { paperDocx, type Paper, paperPdf } from '../src/platform/documents/index.ts';
import { assemble } from '../src/plans/assemble.ts';
import { planPaper } from '../src/plans/papers/plan-paper.ts';
import { paperSpeech } from '../src/plans/papers/speak.ts';
import { inventPlan } from '../src/testing/plan.ts';
import type { BenchRow } from './row.ts';

/** Two hundred projects: some 150 pages. */
const plan = assemble(inventPlan({ projects: 200 }));
const paper = planPaper({ plan, stages: [], versions: [], today: '2029-03-01', version: null }, paperSpeech.fr, 'fr');
const seconds = 5;

async function timed(make: (paper: Paper) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await make(paper);
  return (performance.now() - started) / 1000;
}

/** The first of each, as whoever asks once has it: the thread starting and the fonts loading counted in. */
export async function benchPaper(): Promise<BenchRow[]> {
  const ours = await timed(paperDocx);
  const rival = await timed(paperPdf);
  return [
    {
      name: 'a plan of 150 pages as DOCX',
      unit: 's',
      ours,
      rival: { name: 'Typst PDF of the same', value: rival },
      limit: `≤ ${seconds} s`,
      holds: ours <= seconds,
    },
  ];
}
