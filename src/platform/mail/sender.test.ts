import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { useDatabase } from '../../testing/database.ts';
import { readConfig } from '../config.ts';
import { inTransactionWriting } from '../database/transaction.ts';
import { queueMessage } from './message.ts';
import { keepSending, sendDueMessages } from './sender.ts';

const db = useDatabase();
const received: { to: string[]; text: string }[] = [];
let answers: (to: string) => Error | undefined = () => undefined;
let mail = { server: '', from: 'Istiqbal <istiqbal@example.org>' };

const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: ({ address }, _session, done) => done(answers(address)),
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() });
      done();
    });
  },
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  mail = { ...mail, server: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
afterEach(async () => {
  received.length = 0;
  answers = () => undefined;
  await db().asOwner((owner) => owner.query('delete from platform.message'));
});

const queue = (to: string) =>
  inTransactionWriting(db().app, async () => ({
    result: undefined,
    writes: [queueMessage({ kind: 'test', to, subject: 'Objet · موضوع', text: 'Bonjour, السلام عليكم' })],
  }));
const outbox = () =>
  db().asOwner(
    async (owner) =>
      (
        await owner.query(
          'select state, tries, last_error, recipient, body, due_at > now() as waits from platform.message order by created_at',
        )
      ).rows,
  );
const smtpError = (code: number) => Object.assign(new Error('no'), { responseCode: code });

it('a message goes out once, and what it said is forgotten', async () => {
  await queue('testa@example.org');
  expect(await sendDueMessages(db().app, mail)).toBe(1);
  expect(await sendDueMessages(db().app, mail)).toBe(0);
  expect(received.map((r) => r.to)).toEqual([['testa@example.org']]);
  expect(received[0]?.text).toContain('Auto-Submitted: auto-generated');
  expect(await outbox()).toMatchObject([{ state: 'sent', recipient: '', body: '', last_error: null }]);
});

it('one that a server cannot take now waits and is tried again', async () => {
  answers = () => smtpError(451);
  await queue('testa@example.org');
  expect(await sendDueMessages(db().app, mail)).toBe(0);
  expect(await outbox()).toMatchObject([{ state: 'queued', tries: 1, waits: true, last_error: 'EENVELOPE_451' }]);
  answers = () => undefined;
  await db().asOwner((owner) => owner.query('update platform.message set due_at = now()'));
  expect(await sendDueMessages(db().app, mail)).toBe(1);
});

it('one that is refused for good is given up, and does not hold back the next', async () => {
  answers = (to) => (to.startsWith('nobody') ? smtpError(550) : undefined);
  await queue('nobody@example.org');
  await queue('testa@example.org');
  expect(await sendDueMessages(db().app, mail)).toBe(1);
  expect(await outbox()).toMatchObject([{ state: 'failed', last_error: 'EENVELOPE_550', recipient: '' }, { state: 'sent' }]);
});

it('while no server answers, messages wait with a word for why', async () => {
  await queue('testa@example.org');
  expect(await sendDueMessages(db().app, { ...mail, server: 'smtp://127.0.0.1:1' })).toBe(0);
  expect(await outbox()).toMatchObject([{ state: 'queued', tries: 1, last_error: 'ESOCKET' }]);
});

it('after the last try it is given up', async () => {
  await queue('testa@example.org');
  await db().asOwner((owner) => owner.query('update platform.message set tries = 7'));
  await sendDueMessages(db().app, { ...mail, server: 'smtp://127.0.0.1:1' });
  expect(await outbox()).toMatchObject([{ state: 'failed', tries: 8 }]);
});

it('a server without a sender, or the other way round, is refused at the start', () => {
  expect(() => readConfig({ SMTP_URL: 'smtp://localhost' })).toThrow('MAIL_FROM');
  expect(() => readConfig({ SMTP_URL: 'https://localhost', MAIL_FROM: 'a@example.org' })).toThrow('SMTP_URL');
  expect(readConfig({ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@example.org' }).mail).toEqual({
    server: 'smtp://localhost',
    from: 'a@example.org',
  });
});

it('what is queued while it looks goes out at its next look, until it is told to stop', async () => {
  const ending = new AbortController();
  const looking = keepSending(db().app, mail, ending.signal);
  await queue('testa@example.org');
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
  await queue('testb@example.org');
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(2);
  ending.abort();
  await looking;
  await queue('testc@example.org');
  expect(await outbox()).toMatchObject([{ state: 'sent' }, { state: 'sent' }, { state: 'queued' }]);
});
