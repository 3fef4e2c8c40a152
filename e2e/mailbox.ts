import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll } from 'vitest';

/** A mail server that keeps what it is given. */
export interface Mailbox {
  /** What the platform is told: `smtp://…`. */
  url: string;
  /** The words of the first letter to `recipient`, once it has come. */
  find(recipient: string): string | undefined;
  /** The words of every letter to `recipient`, in the order they came. */
  findAll(recipient: string): string[];
  close(): Promise<void>;
}

/** A letter's words, as its headers say they are written; of one in several parts, those of its first. */
function wordsOf(letter: string): string {
  const end = letter.indexOf('\r\n\r\n');
  const body = letter.slice(end + 4);
  const boundary = /^content-type:\s*multipart[^;]*;\s*boundary="?([^"\r\n;]+)/im.exec(letter.slice(0, end))?.[1];
  const part = boundary && body.split(`--${boundary}\r\n`)[1]?.split(`\r\n--${boundary}`)[0];
  if (part) return wordsOf(part);
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(letter.slice(0, end))?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

async function openMailbox(): Promise<Mailbox> {
  const letters: { to: string[]; words: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push({ to: envelope.rcptTo.map(({ address }) => address), words: wordsOf(Buffer.concat(parts).toString('latin1')) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const findAll = (recipient: string) => letters.filter(({ to }) => to.includes(recipient)).map(({ words }) => words);
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    find: (recipient) => findAll(recipient)[0],
    findAll,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Gives a file of journeys a mailbox. Ask for it before the platform, which is told its address. */
export function useMailbox(): () => Mailbox {
  let mailbox: Mailbox | undefined;
  beforeAll(async () => {
    mailbox = await openMailbox();
  });
  afterAll(() => mailbox?.close());
  return () => {
    if (!mailbox) throw new Error('the mailbox is not open yet');
    return mailbox;
  };
}
