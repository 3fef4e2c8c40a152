import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id recommendation: 19 MiB, 2 passes, 1 lane. About 20 ms, and a reception server stays usable while ten people sign in. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same password typed on another keyboard may compose its accents differently; NFKC makes them one. */
const typed = (password: string): string => password.normalize('NFKC');

/** An argon2id hash in PHC format, salt included. */
export const hashPassword = (password: string): Promise<string> => hash(typed(password), parameters);

export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, typed(password));
