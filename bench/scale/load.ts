/** Agents at work, in a process of their own so that they take nothing from the server's. */
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { percentile } from '../row.ts';
import { sequence } from './people.ts';

export const acts = ['search', 'alike', 'open', 'save', 'list'] as const;
export type Act = (typeof acts)[number];

export interface AgentAtWork {
  cookie: string;
  organizationId: string;
  caseIds: string[];
  /** What this agent's cell is asked: names as typed, in two scripts, half typed, telephones. */
  typed: string[];
}
export interface Work {
  kind: 'work';
  base: string;
  agents: AgentAtWork[];
  seconds: number;
  /** Milliseconds an agent takes, on the average, between one act and the next. */
  pause: number;
}
export interface Bare {
  kind: 'bare';
  url: string;
  text: string;
  values: unknown[][];
  seconds: number;
  clients: number;
}
export interface Figure {
  p50: number;
  p95: number;
  count: number;
}
export type Done =
  | { figures: Partial<Record<Act | 'bare', Figure>>; perSecond: number; errors: string[]; failed?: undefined }
  | { failed: string };

/** What an agent does, in hundredths. */
const mix: [Act, number][] = [
  ['list', 25],
  ['search', 20],
  ['alike', 10],
  ['open', 25],
  ['save', 20],
];

async function work({ base, agents, seconds, pause }: Work): Promise<Done> {
  const times: Record<Act, number[]> = { search: [], alike: [], open: [], save: [], list: [] };
  const errors: string[] = [];
  const until = performance.now() + seconds * 1000;
  const next = sequence(7);
  const post = (path: string, cookie: string, body: unknown) =>
    fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: base },
      body: JSON.stringify(body),
    });
  const of = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const run: Record<Act, (agent: AgentAtWork) => Promise<Response>> = {
    search: ({ cookie, typed }) => post('/api/people/search', cookie, { typed: of(typed) }),
    alike: ({ cookie, typed }) =>
      post('/api/people/alike', cookie, { name: of(typed).replace(/[+\d]/g, 'a'), birthDate: String(1930 + next(85)) }),
    open: ({ cookie, caseIds }) => fetch(`${base}/api/cases/${of(caseIds)}`, { headers: { cookie } }),
    list: ({ cookie }) => fetch(`${base}/api/cases?list=mine`, { headers: { cookie } }),
    save: ({ cookie, caseIds }) =>
      post('/api/commands', cookie, {
        commands: [
          next(2)
            ? command('cases.add_note', { noteId: randomUUID(), caseId: of(caseIds), level: 'ordinary', text: 'Note de mesure' })
            : command('desk.record_visit', {
                visitId: randomUUID(),
                audience: 'mre',
                needs: ['pensions'],
                language: 'ary',
                sex: 'woman',
                ageBand: '65_and_over',
                channel: 'in_person',
                outcome: 'informed',
              }),
        ],
      }),
  };
  const choose = (): Act => {
    let left = next(100);
    for (const [act, share] of mix) {
      left -= share;
      if (left < 0) return act;
    }
    return 'list';
  };
  let done = 0;
  await Promise.all(
    agents.map(async (agent) => {
      await wait(next(pause));
      while (performance.now() < until) {
        const act = choose();
        const at = performance.now();
        try {
          const answer = await run[act](agent);
          const body = await answer.text();
          times[act].push(performance.now() - at);
          if (!answer.ok || (act === 'save' && !body.includes('"status":"done"')))
            errors.push(`${act} ${answer.status} ${body.slice(0, 200)}`);
        } catch (error) {
          errors.push(`${act} ${error instanceof Error ? error.message : 'failed'}`);
        }
        done++;
        await wait(pause / 2 + next(pause));
      }
    }),
  );
  const figures = Object.fromEntries(acts.map((act) => [act, figureOf(times[act])]));
  return { figures, perSecond: done / seconds, errors };
}

async function bare({ url, text, values, seconds, clients }: Bare): Promise<Done> {
  const pool = new Pool({ connectionString: url, max: clients });
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let i = client; performance.now() < until; i += clients) {
        const at = performance.now();
        await pool.query(text, values[i % values.length]);
        times.push(performance.now() - at);
      }
    }),
  );
  await pool.end();
  return { figures: { bare: figureOf(times) }, perSecond: times.length / seconds, errors: [] };
}

const command = (kind: string, payload: object) => ({ id: randomUUID(), kind, at: new Date().toISOString(), payload });
const figureOf = (times: number[]): Figure => ({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), count: times.length });
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

process.on('message', (asked: Work | Bare) => {
  (asked.kind === 'work' ? work(asked) : bare(asked))
    .catch((error: unknown): Done => ({ failed: error instanceof Error ? error.message : 'failed' }))
    .then((answer) => process.send?.(answer));
});
