export interface OneAtATime {
  /** Does the work, and once more for what was asked meanwhile; never fails. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Long work of this process that never runs beside itself: asked for while it runs, it runs again after. Failures go to `onError`. */
export function oneAtATime(work: (signal: AbortSignal) => Promise<unknown>, onError: (error: unknown) => void): OneAtATime {
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  async function keepWorking(): Promise<void> {
    do {
      isAskedAgain = false;
      await work(ending.signal).catch(onError);
    } while (isAskedAgain && !ending.signal.aborted);
    running = undefined;
  }
  return {
    run() {
      isAskedAgain = true;
      running ??= keepWorking();
      return running;
    },
    async stop() {
      ending.abort();
      await running;
    },
  };
}
