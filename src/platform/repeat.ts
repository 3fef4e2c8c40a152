/** Does the same work again and again, with a pause between the end of one and the begin of the next, until stopped. */
export function repeat(pause: number, work: () => Promise<void>, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async (): Promise<void> => {
    await work().catch(onError);
    if (!stopped) timer = setTimeout(again, pause);
  };
  let turning = turn();
  function again(): void {
    turning = turn();
  }
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turning;
    },
  };
}
