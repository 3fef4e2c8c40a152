import { setTimeout as pause } from 'node:timers/promises';
import nodemailer from 'nodemailer';
import type { Pool } from 'pg';

export interface MailServer {
  /** `smtp://user:password@host:port`, or `smtps:`. */
  server: string;
  from: string;
}
interface Due {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  calendar: string | null;
  tries: number;
}
const mostTries = 8;
const atOnce = 20;

/** A word for why it failed, never the server's text: that may name the person. */
function failureOf(error: unknown): { word: string; final: boolean } {
  const { code, responseCode } = (error instanceof Error ? error : {}) as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === 'number' ? responseCode : undefined;
  const word = [typeof code === 'string' ? code : 'unknown', status].filter((part) => part !== undefined).join('_');
  // 5xx about this message is for good; about our account or connection it may be mended.
  return { word, final: status !== undefined && status >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE') };
}

/** What an appointment asks of the calendar that reads it. */
const methodOf = (calendar: string): string => /^METHOD:([A-Z]+)/m.exec(calendar)?.[1] ?? 'PUBLISH';

function timed(server: string): string {
  const url = new URL(server);
  for (const limit of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) {
    if (!url.searchParams.has(limit)) url.searchParams.set(limit, '15000');
  }
  return url.toString();
}

/** Sends what is due, one after the other; returns how many went out. What fails is tried again later, ever more rarely. */
export async function sendDueMessages(pool: Pool, { server, from }: MailServer): Promise<number> {
  const { rows } = await pool.query<Due>('select id, recipient, subject, body, calendar, tries from platform.take_messages($1)', [atOnce]);
  if (rows.length === 0) return 0;
  const transport = nodemailer.createTransport(timed(server));
  let sent = 0;
  try {
    for (const { id, recipient, subject, body, calendar, tries } of rows) {
      let outcome = 'sent';
      let word: string | null = null;
      try {
        await transport.sendMail({
          from,
          to: recipient,
          subject,
          text: body,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(calendar ? { icalEvent: { method: methodOf(calendar), filename: 'invitation.ics', content: calendar } } : {}),
        });
        sent++;
      } catch (error) {
        const failure = failureOf(error);
        outcome = failure.final || tries >= mostTries ? 'failed' : 'queued';
        word = failure.word;
      }
      await pool.query('select platform.settle_message($1, $2, $3)', [id, outcome, word]);
    }
  } finally {
    transport.close();
  }
  return sent;
}

const betweenLooks = 3000;
const anHour = 3_600_000;

/** Sends whatever is due for an hour, or until told to stop: somebody waits for what they asked to be sent, so it leaves within seconds. */
export async function keepSending(pool: Pool, mail: MailServer, signal: AbortSignal, until = Date.now() + anHour): Promise<void> {
  while (!signal.aborted && Date.now() < until) {
    if ((await sendDueMessages(pool, mail)) < atOnce) await pause(betweenLooks, undefined, { signal }).catch(() => undefined);
  }
}
