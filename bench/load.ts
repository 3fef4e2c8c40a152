/** The clients of the referral bench, in a process of their own so that they take nothing from the server's. */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { Pool } from 'pg';

/** An agent signed in, with a case of theirs: one for each client. */
export interface Desk {
  cookie: string;
  caseId: string;
  consentId: string;
}
export interface Send {
  kind: 'send';
  seconds: number;
  base: string;
  desks: Desk[];
}
export interface Insert {
  kind: 'insert';
  seconds: number;
  clients: number;
  url: string;
}
export type Load = Send | Insert;
/** Completions per second, or why one was not completed. */
export type Loaded = { perSecond: number } | { failed: string };

async function send({ seconds, base, desks }: Send): Promise<number> {
  let sent = 0;
  const turn = (): Desk => {
    const desk = desks[sent++ % desks.length];
    if (!desk) throw new Error('no desk to send from');
    return desk;
  };
  const fresh = ({ cookie, caseId, consentId }: Desk) => ({
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      commands: [
        {
          id: randomUUID(),
          kind: 'referrals.send',
          at: new Date().toISOString(),
          payload: { referralId: randomUUID(), caseId, consentId, priority: 'normal', reason: 'Mesure' },
        },
      ],
    }),
  });
  let other: string | undefined;
  const result = await autocannon({
    url: `${base}/api/commands`,
    connections: desks.length,
    duration: seconds,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...fresh(turn()) }) }],
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

async function insert({ seconds, clients, url }: Insert): Promise<number> {
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
