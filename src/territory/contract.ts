import { z } from 'zod';
import { dangers } from './lists.ts';

export const emergencyNumberSchema = z.strictObject({
  number: z.string().regex(/^\d{2,10}$/),
  /** By language; French at least. */
  names: z.record(z.string(), z.string().min(1)).refine((names) => names.fr, 'french_missing'),
  /** For which dangers it comes first. */
  kinds: z.array(z.enum(dangers)),
  source: z.string().min(1),
  /** Whether someone called it. */
  confirmed: z.boolean(),
});
export type EmergencyNumber = z.infer<typeof emergencyNumberSchema>;
