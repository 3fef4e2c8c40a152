import type { Databases } from '../../../platform/database/open.ts';
import type { Vault } from '../../../platform/files/vault.ts';
import type { JobWork } from '../../../platform/jobs/run-batch.ts';
import { runRegisters } from './run-registers.ts';

export interface Registers {
  /** Does what was asked for, with what comes meanwhile; never fails. */
  run(): Promise<void>;
  /** Begins and returns at once: a register takes longer than a job may. Should it break off, the schedule begins again. */
  jobWork: JobWork;
  stop(): Promise<void>;
}

/** This process's work on registers and exports: woken by what heads of cells ask, and by the schedule. */
export function startRegisters(databases: Databases, vault: Vault, onError: (error: unknown) => void): Registers {
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  async function work(): Promise<void> {
    do {
      isAskedAgain = false;
      await runRegisters({ databases, vault }, onError, ending.signal).catch(onError);
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
      async work_on_registers() {
        void run();
      },
    },
    async stop() {
      ending.abort();
      await running;
    },
  };
}
