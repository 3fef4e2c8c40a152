import type { Answer } from '../../platform/commands/contract.ts';
import { device } from '../device.ts';
import { ask, isSignedOut, Problem } from '../http.ts';
import { uuidv7 } from '../identifier.ts';
import { isFinal, nextBatch, type OutboxEntry, retryDelay, type Settled, settle } from './order.ts';

export interface Change {
  kind: string;
  payload: Record<string, unknown>;
}
export interface Author {
  userId: string;
  organizationId: string;
}

/** The only way a screen writes: into the device first, all or nothing. */
export async function write(author: Author, changes: readonly Change[]): Promise<void> {
  const at = new Date().toISOString();
  await device.outbox.bulkAdd(changes.map((change) => ({ ...change, ...author, id: uuidv7(), at, state: 'waiting' as const })));
  wake();
}

/** Sends a refused change again, as a new command: the server remembers its first answer to the old one. */
export async function resend(entry: OutboxEntry, payload: Record<string, unknown>): Promise<void> {
  await device.outbox.put({
    seq: entry.seq,
    kind: entry.kind,
    at: entry.at,
    userId: entry.userId,
    organizationId: entry.organizationId,
    id: uuidv7(),
    payload,
    state: 'waiting',
  });
  wake();
}

export async function discard(seq: number): Promise<void> {
  await device.outbox.delete(seq);
  wake();
}

export interface SenderEvents {
  /** Something reached the server: what the screens show may be old. */
  onSettled: () => void;
  onSignedOut: () => void;
}

/** Browsers offer locks on secure pages only; on plain http the server's idempotence alone keeps two tabs from doubling. */
const alone = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('istiqbal-outbox', work) : work();

let wake: () => void = () => undefined;

/** Sends one user's outbox until stopped; one tab at a time, in order, again after every failure. */
export function startSender(userId: string, events: SenderEvents): () => void {
  let stopped = false;
  let failures = 0;
  let oneByOne = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function sendOnce(): Promise<boolean> {
    const entries = await device.outbox.toArray();
    const batch = nextBatch(entries, userId, oneByOne ? 1 : 20);
    if (stopped || batch.length === 0 || !(await isStillMe())) return false;
    const settled = await post(batch);
    if (!settled) return true;
    await device.transaction('rw', device.outbox, async () => {
      await device.outbox.where('id').anyOf(settled.done).delete();
      for (const { id, ...why } of settled.refused)
        await device.outbox
          .where('id')
          .equals(id)
          .modify({ state: 'refused', ...why });
    });
    events.onSettled();
    return settled.done.length + settled.refused.length > 0;
  }

  /** Another tab may have signed in as someone else: the cookie is then theirs, and nothing of ours may go out with it. */
  async function isStillMe(): Promise<boolean> {
    const { user } = await ask<{ user: { id: string } }>('/api/me');
    if (user.id === userId) return true;
    if (!stopped) events.onSignedOut();
    return false;
  }

  /** What became of a batch; `undefined` when the server refused it whole and each change is to be tried alone. */
  async function post(batch: readonly OutboxEntry[]): Promise<Settled | undefined> {
    const commands = batch.map(({ id, kind, at, payload }) => ({ id, kind, at, payload }));
    const organizationId = batch[0]?.organizationId;
    try {
      const { answers } = await ask<{ answers: Answer[] }>('/api/commands', { method: 'POST', body: { commands }, organizationId });
      oneByOne = false;
      return settle(batch, answers);
    } catch (error) {
      if (!(error instanceof Problem) || !isFinal(error.status)) throw error;
      if (batch.length > 1) {
        oneByOne = true;
        return undefined;
      }
      const { code } = error;
      return { done: [], refused: batch.map(({ id }) => ({ id, code })) };
    }
  }

  async function drain(): Promise<void> {
    if (stopped) return;
    try {
      await alone(async () => {
        while (await sendOnce());
      });
      failures = 0;
    } catch (error) {
      if (stopped) return;
      if (isSignedOut(error)) return events.onSignedOut();
      failures += 1;
      clearTimeout(timer);
      timer = setTimeout(run, retryDelay(failures));
    }
  }
  function run(): void {
    drain().catch((error: unknown) => console.error('the outbox could not be read', error instanceof Error ? error.name : 'unknown'));
  }

  wake = run;
  window.addEventListener('online', run);
  run();
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', run);
    wake = () => undefined;
  };
}
