import type { Databases } from '../../platform/database/open.ts';
import { type OneAtATime, oneAtATime } from '../../platform/jobs/one-at-a-time.ts';
import type { JobWork } from '../../platform/jobs/run-batch.ts';
import { runImportFiles } from './run-import-files.ts';

export interface ImportFiles extends OneAtATime {
  /** Begins and returns at once: an import takes longer than a job may. Should it break off, the schedule begins again. */
  jobWork: JobWork;
}

/** This process's work on the files that editors sent: woken by what they ask, and by the schedule. */
export function startImportFiles(databases: Databases, onError: (error: unknown) => void): ImportFiles {
  const { run, stop } = oneAtATime((signal) => runImportFiles(databases, onError, signal), onError);
  return {
    run,
    stop,
    jobWork: {
      async work_on_import_files() {
        void run();
      },
    },
  };
}
