/** The same pattern as the server's schema, whose package no screen carries. */
const pattern = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** Whether an address typed into a field is one the server takes. */
export const isEmail = (typed: string): boolean => pattern.test(typed.trim());
