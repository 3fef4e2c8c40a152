import { type Block, type Paper, paperDocx, paperPdf } from '../src/platform/documents/index.ts';
import type { BenchRow } from './row.ts';

const sentence = 'Texte inventé pour la mesure, qui dit ce qu’une rencontre a entendu de l’accueil dans la commune. ';
const project = (n: number): Block[] => [
  { kind: 'heading', level: 2, text: `Projet ${n}, dit « بيت الاستقبال »` },
  { kind: 'text', text: sentence.repeat(9) },
  { kind: 'facts', facts: [{ name: 'Porteur', value: 'Association inventée' }] },
  { kind: 'list', items: [sentence, sentence, sentence] },
  {
    kind: 'table',
    head: ['Source', '2026', '2027', '2028', 'Total'],
    numbers: [1, 2, 3, 4],
    rows: Array.from({ length: 6 }, (_, i) => [`Source ${i}`, '120 000', '1 250 000', '0', '1 370 000']),
    total: ['Total', '720 000', '7 500 000', '0', '8 220 000'],
  },
];
/** Two hundred projects: some 150 pages. */
const paper: Paper = {
  language: 'fr',
  title: 'Plan d’action inventé',
  footer: 'Commune inventée',
  hasCover: true,
  blocks: Array.from({ length: 200 }, (_, n) => project(n + 1)).flat(),
};
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
