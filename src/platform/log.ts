import { type Logger, type LoggerOptions, pino } from 'pino';

/**
 * Logs carry what happened and how long it took, never to whom: no bodies, no addresses with a query, no names.
 * Redaction is the second belt, for what a library might pass.
 */
export const logOptions = (level: string): LoggerOptions => ({
  level,
  base: null,
  redact: { paths: ['email', 'name', 'password', 'token', '*.email', '*.name', '*.password', '*.token', 'req', 'res'], remove: true },
  serializers: {
    // The text of a database error can quote the row it refused.
    err: (error: Error & { code?: string }) => ({ type: error.constructor.name, code: error.code, stack: frames(error) }),
  },
});

export const createLog = (level: string): Logger => pino(logOptions(level));

const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((l) => l.startsWith('    at '))
    .slice(0, 12)
    .join('\n');
