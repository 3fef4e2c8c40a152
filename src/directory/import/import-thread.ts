import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { reasonOf } from './save-report.ts';
import { importSentFile, type SentFile } from './sent-file.ts';

const { adminUrl, file } = workerData as { adminUrl: string; file: SentFile };
const owner = new Client({ connectionString: adminUrl });
try {
  await owner.connect();
  await owner.query('set role istiqbal_owner');
  parentPort?.postMessage({ report: await importSentFile(owner, file) });
} catch (error) {
  const reason = reasonOf(error);
  // Its frames alone: the text of an error can quote what the file holds.
  parentPort?.postMessage({ reason, ...(reason === 'unexpected' && error instanceof Error ? { stack: error.stack } : {}) });
} finally {
  await owner.end();
}
