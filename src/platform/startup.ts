import { createServer } from 'node:net';
import { StartupError } from './config.ts';

/** Words for the operator at the terminal; not a log. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Found out before the database starts, so that a busy port costs nothing. */
export async function ensurePortFree(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new StartupError(
          error.code === 'EACCES'
            ? `This user may not open port ${port}. Choose one above 1023, for example PORT=8080.`
            : `Port ${port} on ${host} cannot be used (${error.code}): another program may hold it. Stop that program or choose another port, for example PORT=${port + 1}.`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
