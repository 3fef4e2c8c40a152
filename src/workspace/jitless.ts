import { config } from 'zod';

// The page's security policy forbids evaluating strings; zod is told before any schema is made.
config({ jitless: true });
