import { z } from 'zod';
import { rewriteRefusals } from './lists.ts';

/** Why a file is not taken; each is a translation key `error.<code>`. The last two pass: the same file is taken later. */
export const fileProblems = [...rewriteRefusals, 'file_empty', 'file_not_whole', 'file_exists', 'too_many_files', 'files_busy'] as const;

/** `PUT /api/files/:id` (those who work at a desk or speak for an organisation), the file itself as `application/octet-stream`: it waits a day to be attached to something. */
export const takenFileSchema = z.object({ id: z.uuid(), mediaType: z.enum(['image/jpeg', 'application/pdf', 'audio/wav']), size: z.int() });
export type TakenFile = z.infer<typeof takenFileSchema>;
