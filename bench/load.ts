/** The clients of the referral bench, in a process of their own so that they take nothing from the server's. */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { Pool } from 'pg';

export const clients = 16;

export interface Send {
  kind: 'send';
  seconds: number;
  base: string;
  cookie: string;
  caseId: string;
  consentId: string;
}
export interface Insert {
  kind: 'insert';
  seconds: number;
  url: string;
}
export type Load = Send | Insert;
/** Completions per second, or why one was not completed. */
export type Loaded = { perSecond: number } | { failed: string };

async function send({ seconds, base, cookie, caseId, consentId }: Send): Promise<number> {
  const body = (): string =>
    JSON.stringify({
      commands: [
        {
          id: randomUUID(),
          kind: 'referrals.send',
          at: new Date().toISOString(),
          payload: { referralId: randomUUID(), caseId, consentId, priority: 'normal', reason: 'Mesure' },
        },
      ],
    });
  let other: string | undefined;
  const result = await autocannon({
    url: `${base}/api/commands`,
    connections: clients,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        setupRequest: (request) => ({ ...request, body: body() }),
      },
    ],
    verifyBody: (answer) => {
      const done = answer.includes('"status":"done"');
      if (!done) other ??= answer;
      return done;
    },
  });
  const wrong = result.non2xx + result.errors + result.mismatches;
  if (wrong > 0) throw new Error(`${wrong} referrals were not sent: ${other ?? 'no answer'}`);
  return result.requests.total / result.duration;
}

async function insert({ seconds, url }: Insert): Promise<number> {
  const pool = new Pool({ connectionString: url, max: clients });
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - start < seconds * 1000) {
        await pool.query('insert into public.bare values ($1, $2)', [randomUUID(), 'Mesure']);
        done++;
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  await pool.end();
  return done / elapsed;
}

process.on('message', async (load: Load) => {
  const answer: Loaded = await (load.kind === 'send' ? send(load) : insert(load)).then(
    (perSecond) => ({ perSecond }),
    (error: unknown) => ({ failed: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(answer);
});
