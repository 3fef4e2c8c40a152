import { writeXlsx } from '../../directory/index.ts';
import type { Plan } from '../contract.ts';
import type { PaperLanguage } from '../papers/speak.ts';
import { sheetSpeech } from './columns.ts';
import { costSheet } from './cost-sheet.ts';
import { indicatorSheet } from './indicator-sheet.ts';

/** A plan's costs and indicators as a workbook to calculate with, which comes in again as it went out. */
export const writePlan = (plan: Plan, language: PaperLanguage): AsyncGenerator<Uint8Array> =>
  writeXlsx([costSheet, indicatorSheet].map((sheet) => sheet(plan, sheetSpeech[language], language)));
