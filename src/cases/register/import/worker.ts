import type { Databases } from '../../../platform/database/open.ts';
import type { Vault } from '../../../platform/files/vault.ts';
import { type OneAtATime, oneAtATime } from '../../../platform/jobs/one-at-a-time.ts';
import type { JobWork } from '../../../platform/jobs/run-batch.ts';
import { runRegisters } from './run-registers.ts';

export interface Registers extends OneAtATime {
  /** Begins and returns at once: a register takes longer than a job may. Should it break off, the schedule begins again. */
  jobWork: JobWork;
}

/** This process's work on registers and exports: woken by what heads of cells ask, and by the schedule. */
export function startRegisters(databases: Databases, vault: Vault, onError: (error: unknown) => void): Registers {
  const { run, stop } = oneAtATime((signal) => runRegisters({ databases, vault }, onError, signal), onError);
  return {
    run,
    stop,
    jobWork: {
      async work_on_registers() {
        void run();
      },
    },
  };
}
