import { type LookupAddress, lookup } from 'node:dns';

/** Which IP addresses may be reached. */
export type Allows = (address: string) => boolean;

export class NotPublic extends Error {}

/** Looks the host up and refuses one that is not public: judged on the very address the connection is then made to. */
export const guardedLookup =
  (allows: Allows) =>
  (host: string, options: object, done: (error: Error | null, address: string | LookupAddress[], family?: number) => void): void => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      if (found.length === 0 || !found.every(({ address }) => allows(address))) return done(new NotPublic(host), []);
      const first = found[0];
      if ('all' in options && options.all) return done(null, found);
      return done(null, first?.address ?? '', first?.family);
    });
  };

/** Whether the host is an address in figures that may not be reached: those are not looked up. */
export function isForbiddenLiteral({ hostname }: URL, allows: Allows): boolean {
  const literal = hostname.replace(/^\[|\]$/g, '');
  return /^[\d.]+$|:/.test(literal) && !allows(literal);
}
