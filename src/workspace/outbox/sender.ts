import type { Answer } from '../../platform/commands/contract.ts';
import { device } from '../device.ts';
import { ask, isSignedOut, Problem } from '../http.ts';
import { uuidv7 } from '../identifier.ts';
import { sendFile } from '../send-file.ts';
import { fileOf, nextStep } from './files.ts';
import { isFinal, type OutboxEntry, retryDelay, type Settled, settle } from './order.ts';
import { noteProgress } from './progress.ts';

export interface Change {
  kind: string;
  payload: Record<string, unknown>;
  /** What the payload names as `fileId`. */
  file?: Blob;
}
export interface Author {
  userId: string;
  organizationId: string;
}

/** The only way a screen writes: into the device first, all or nothing. */
export async function write(author: Author, changes: readonly Change[]): Promise<void> {
  const at = new Date().toISOString();
  const entries = changes.map(({ kind, payload }) => ({ kind, payload, ...author, id: uuidv7(), at, state: 'waiting' as const }));
  const files = changes.flatMap(({ payload, file }) => {
    const id = fileOf({ payload });
    return id && file ? [{ id, userId: author.userId, blob: file, isSent: false }] : [];
  });
  await device.write(['outbox', 'files'], async (kept) => {
    for (const entry of entries) await kept.outbox.add(entry);
    for (const file of files) await kept.files.add(file);
  });
  wake();
}

/** Sends a refused change again, as a new command: the server remembers its first answer to the old one. */
export async function resend(entry: OutboxEntry, payload: Record<string, unknown>): Promise<void> {
  const { seq, kind, at, userId, organizationId } = entry;
  await device.write(['outbox'], ({ outbox }) =>
    outbox.put({ seq, kind, at, userId, organizationId, id: uuidv7(), payload, state: 'waiting' }),
  );
  wake();
}

export async function discard(seq: number): Promise<void> {
  await device.write(['outbox', 'files'], async ({ outbox, files }) => {
    const fileId = fileOf((await outbox.get(seq)) ?? { payload: {} });
    if (fileId) await files.delete(fileId);
    await outbox.delete(seq);
  });
  wake();
}

/** Puts another file in the place of the one that was refused; the change goes on waiting for a decision. */
export async function exchangeFile(entry: OutboxEntry, fileId: string, blob: Blob): Promise<void> {
  const refused = fileOf(entry);
  await device.write(['outbox', 'files'], async ({ outbox, files }) => {
    await files.add({ id: fileId, userId: entry.userId, blob, isSent: false });
    const current = await outbox.get(entry.seq);
    if (current) await outbox.put({ ...current, payload: { ...entry.payload, fileId } });
    if (refused) await files.delete(refused);
  });
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
  /** Changes whose file the server could not take just now. */
  let late = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function sendOnce(): Promise<boolean> {
    const [entries, files] = await device.read(['outbox', 'files'], async (kept) => [await kept.outbox.all(), await kept.files.all()]);
    const unsent = new Set(files.filter((file) => !file.isSent).map((file) => file.id));
    const step = nextStep(entries, userId, unsent, late, oneByOne ? 1 : 20);
    const batch = 'post' in step ? step.post : [step.sendFileOf];
    if (stopped || batch.length === 0 || !(await isStillMe())) return false;
    const settled = 'post' in step ? await post(batch) : await sendFileOf(step.sendFileOf);
    if (!settled) return true;
    await note(batch, settled);
    events.onSettled();
    return settled.done.length + settled.refused.length > 0;
  }

  /** Keeps what became of the changes: those that are done leave the device with their files. */
  const note = (batch: readonly OutboxEntry[], { done, refused }: Settled): Promise<void> =>
    device.write(['outbox', 'files'], async ({ outbox, files }) => {
      for (const { seq, id } of batch) {
        const entry = await outbox.get(seq);
        // Given up or sent anew meanwhile, under another id: this answer is not about it.
        if (entry?.id !== id) continue;
        const fileId = fileOf(entry);
        const why = refused.find((r) => r.id === id);
        if (done.includes(id)) {
          if (fileId) await files.delete(fileId);
          await outbox.delete(seq);
        } else if (why) {
          await outbox.put({ ...entry, ...why, state: 'refused' });
          // The server may have forgotten it meanwhile: before the change goes again, so does its file.
          const file = fileId && (await files.get(fileId));
          if (file) await files.put({ ...file, isSent: false });
        }
      }
    });

  /** Sends the file a change names. Tells that it was refused; otherwise nothing is settled yet, and the change itself follows. */
  async function sendFileOf(entry: OutboxEntry): Promise<Settled | undefined> {
    const file = await device.read(['files'], ({ files }) => files.get(fileOf(entry) ?? ''));
    if (!file) return undefined;
    const { organizationId } = entry;
    try {
      await sendFile(`/api/files/${file.id}`, file.blob, { organizationId, onProgress: (part) => noteProgress(file.id, part) });
      await device.write(['files'], async ({ files }) => {
        if (await files.get(file.id)) await files.put({ ...file, isSent: true });
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof Problem) || isSignedOut(error)) throw error;
      if (isFinal(error.status)) return { done: [], refused: [{ id: entry.id, code: error.code }] };
      late.add(entry.id);
      return undefined;
    } finally {
      noteProgress(file.id, undefined);
    }
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
        late = new Set();
        while (await sendOnce());
      });
      if (late.size > 0) tryAgainLater();
      else failures = 0;
    } catch (error) {
      if (stopped) return;
      if (isSignedOut(error)) return events.onSignedOut();
      tryAgainLater();
    }
  }
  function tryAgainLater(): void {
    failures += 1;
    clearTimeout(timer);
    timer = setTimeout(run, retryDelay(failures));
  }
  function run(): void {
    drain().catch((error: unknown) => console.error('the outbox could not be read', error instanceof Error ? error.name : 'unknown'));
  }

  /** The first try on a network just found may still fail: the next one must not wait as long as those of the hours without one. */
  function runAfresh(): void {
    failures = 0;
    run();
  }

  wake = run;
  window.addEventListener('online', runAfresh);
  run();
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', runAfresh);
    wake = () => undefined;
  };
}
