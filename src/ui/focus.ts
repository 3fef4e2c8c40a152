import { useState } from 'react';

/** Takes the reader to the first thing to correct, once its message is in the page. */
export function focusFirstProblem(): void {
  setTimeout(() => document.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] textarea')?.focus());
}

/** Says what is missing only to someone who tried to go on, and takes them there. */
export function useMissing(isMissing: boolean): { isShown: boolean; mayGoOn: () => boolean } {
  const [tried, setTried] = useState(false);
  return {
    isShown: tried && isMissing,
    mayGoOn: () => {
      setTried(isMissing);
      if (isMissing) focusFirstProblem();
      return !isMissing;
    },
  };
}
