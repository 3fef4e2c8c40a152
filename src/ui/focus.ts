/** Takes the reader to the first thing to correct, once its message is in the page. */
export function focusFirstProblem(): void {
  setTimeout(() => document.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] textarea')?.focus());
}
