import type { KeyboardEvent } from 'react';

/** A letter to compare by: without its accents, and an Arabic word without its article. */
const firstLetter = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^ال(?=.)/u, '')
    .charAt(0)
    .toLocaleLowerCase();

/** Where a letter leads from the choice at `at`: the next whose words begin with it, around the end. */
export function indexByLetter(labels: readonly string[], at: number, letter: string): number | undefined {
  const wanted = firstLetter(letter);
  const order = labels.map((_, i) => (at + 1 + i) % labels.length);
  return order.find((i) => firstLetter(labels[i] ?? '') === wanted);
}

/** Which way an arrow goes through the choices; left and right follow the direction of reading. */
function stepOf(key: string): number {
  const onwards = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowDown' || key === onwards) return 1;
  return key === 'ArrowUp' || key === 'ArrowRight' || key === 'ArrowLeft' ? -1 : 0;
}

/** Goes through a question without a mouse: a letter leads to its answer, and where many may be chosen the arrows too. */
export function choiceKeys(labels: readonly string[], isLongList: boolean) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const inputs = [...event.currentTarget.querySelectorAll('input')];
    const at = inputs.indexOf(document.activeElement as HTMLInputElement);
    if (at === -1 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isLongList && event.key === 'Tab') {
      // From the last one, or the first, the browser's own step leaves the question: it is one stop, as a question with one answer is.
      inputs.at(event.shiftKey ? 0 : -1)?.focus();
      return;
    }
    const goTo = (next: number): void => {
      const input = inputs.at(next % inputs.length);
      input?.focus();
      if (input?.type === 'radio') input.click();
      event.preventDefault();
      event.stopPropagation();
    };
    const along = isLongList ? stepOf(event.key) : 0;
    if (along !== 0) {
      goTo(at + along);
    } else if (isLongList && (event.key === 'Home' || event.key === 'End')) {
      goTo(event.key === 'Home' ? 0 : -1);
    } else if (event.key.length === 1 && event.key !== ' ') {
      const found = indexByLetter(labels, at, event.key);
      if (found !== undefined) goTo(found);
    }
  };
}
