import type { z } from 'zod';
import type { importReportSchema, importsSchema } from '../../care/import-contract.ts';
import type { importFileSchema, importFilesSchema } from '../../care/import-file-contract.ts';

export type ImportsAnswer = z.infer<typeof importsSchema>;
export type ImportSource = ImportsAnswer['sources'][number];
export type ImportSummary = ImportsAnswer['reports'][number];
export type ImportReport = z.infer<typeof importReportSchema>;
export type ImportFilesAnswer = z.infer<typeof importFilesSchema>;
export type ImportFile = z.infer<typeof importFileSchema>;
