import { z } from 'zod';

/** A change a person asked for. `id` makes it safe to send twice; `at` is the device's clock, kept beside the server's. */
export const commandSchema = z.object({
  id: z.uuid(),
  kind: z.string().max(60),
  at: z.iso.datetime({ offset: true }),
  payload: z.unknown(),
});
export type Command = z.infer<typeof commandSchema>;
export const commandBatchSchema = z.object({ commands: z.array(commandSchema).min(1).max(50) });

export interface FieldProblem {
  path: string;
  code: string;
}
export type Answer =
  | { id: string; status: 'done'; result: Record<string, unknown> }
  /** `code` is also the translation key `refusal.<code>`. */
  | { id: string; status: 'refused'; code: string; fields?: FieldProblem[] };

/** Free text a person typed. Control characters are refused: PostgreSQL cannot store NUL, and none means anything here. */
export const freeText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what this rule is about.
    .refine((v) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(v) && v.isWellFormed(), 'unreadable_text');
export const line = (max: number) => freeText(max).refine((v) => !/[\r\n]/.test(v), 'one_line');
