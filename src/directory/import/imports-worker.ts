import type { Databases } from '../../platform/database/open.ts';
import { oneAtATime } from '../../platform/jobs/one-at-a-time.ts';
import type { ImportFiles } from './import-files-worker.ts';
import { runDueImports } from './run-due-imports.ts';

/** This process's work on the directories that come in by themselves: woken when an editor asks for one now, and by the schedule. */
export function startImports({ asOwner }: Pick<Databases, 'asOwner'>, onError: (error: unknown) => void): ImportFiles {
  const { run, stop } = oneAtATime((signal) => runDueImports(asOwner, { onError }, signal), onError);
  return {
    run,
    stop,
    jobWork: {
      async import_directories() {
        void run();
      },
    },
  };
}
