/** On glass nothing counts the taps: two as near to each other as this, in milliseconds, are one. */
const doubleTap = 400;

interface Press {
  /** How many clicks in a row the browser counted, of a mouse. */
  clicks: number;
  pointer: string;
  /** Milliseconds, on any clock that only goes forward. */
  at: number;
}

/**
 * Lets a button begin one work at a time: a press while it is being done, or the second half of a double click, would record
 * the same person twice. What is over at once may be done again at once.
 */
export function onePress(): (press: Press, begin: () => unknown) => void {
  let isAtWork = false;
  let begunAt: number | undefined;
  return ({ clicks, pointer, at }, begin) => {
    const isSecondHalf = pointer === 'mouse' ? clicks > 1 : pointer === 'touch' && begunAt !== undefined && at - begunAt < doubleTap;
    if (isAtWork || (begunAt !== undefined && isSecondHalf)) return;
    const work = begin();
    if (!(work instanceof Promise)) return;
    isAtWork = true;
    begunAt = at;
    void work.finally(() => {
      isAtWork = false;
    });
  };
}
