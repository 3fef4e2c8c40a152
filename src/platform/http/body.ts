import type { Context } from 'hono';
import type { z } from 'zod';
import type { FieldProblem } from '../commands/contract.ts';
import { problem } from './problem.ts';

export type Read<T> = { value: T; refused?: undefined } | { refused: Response; value?: undefined };

const utf8 = new TextDecoder('utf-8', { fatal: true });

const malformed = () => ({ refused: problem(400, 'malformed', 'The body is not valid JSON in UTF-8. Correct it and send it again.') });

/** What is wrong with which field. A rule of ours names its code in the issue's message. */
export const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((i) => ({ path: i.path.join('.'), code: i.code === 'custom' ? i.message : i.code }));

/** The request's JSON, or the answer that says why it cannot be read. */
export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<Read<T>> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    return { refused: problem(415, 'not_json', 'Send the body as JSON, with the header "content-type: application/json".') };
  }
  const bytes = await c.req.arrayBuffer();
  let body: unknown;
  try {
    body = JSON.parse(utf8.decode(bytes));
  } catch {
    return malformed();
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { value: parsed.data };
  return {
    refused: problem(422, 'invalid_fields', 'Some fields do not fit; "fields" says which and why.', {
      fields: fieldProblems(parsed.error),
    }),
  };
}
