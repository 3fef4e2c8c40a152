import type { Databases } from '../../platform/database/open.ts';
import type { JobWork } from '../../platform/jobs/run-batch.ts';
import { runImportFiles } from './run-import-files.ts';

export interface ImportFiles {
  /** Works on the files that wait, with what comes meanwhile; never fails. */
  run(): Promise<void>;
  /** Begins and returns at once: an import takes longer than a job may. Should it break off, the schedule begins again. */
  jobWork: JobWork;
  stop(): Promise<void>;
}

/** This process's work on the files that editors sent: woken by what they ask, and by the schedule. */
export function startImportFiles(databases: Databases, onError: (error: unknown) => void): ImportFiles {
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  async function work(): Promise<void> {
    do {
      isAskedAgain = false;
      await runImportFiles(databases, onError, ending.signal).catch(onError);
    } while (isAskedAgain && !ending.signal.aborted);
    running = undefined;
  }
  function run(): Promise<void> {
    isAskedAgain = true;
    running ??= work();
    return running;
  }
  return {
    run,
    jobWork: {
      async work_on_import_files() {
        void run();
      },
    },
    async stop() {
      ending.abort();
      await running;
    },
  };
}
