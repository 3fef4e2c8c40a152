// What a spreadsheet would take for a formula; numbers and telephone numbers are harmless and stay as they are.
const dangerous = /^'*[=+\-@\t\r]/;
const harmless = /^[+-][\d\s().,/-]*$/;

/** Puts an apostrophe before a text that a spreadsheet would run. */
export const withGuard = (text: string): string => (dangerous.test(text) && !harmless.test(text) ? `'${text}` : text);

/** Takes away what `withGuard` put. */
export const withoutGuard = (text: string): string => (text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text);
