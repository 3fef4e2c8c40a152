import { z } from 'zod';
import { freeText } from '../../platform/commands/contract.ts';
import { told } from '../contract.ts';
import { disaggregations, type MoneySource, moneySources, projectStatuses, type ValuePart, valueParts } from '../lists.ts';
import { columnSchema } from './contract-drafts.ts';
import type { ComparedTotal, DraftIndicator, DraftProject, ReadSheet, Unread } from './contract-drafts.ts';
import { mostProjects } from './lists.ts';

const place = z.string().regex(/^\d{1,2}$/);
/** What people corrected, sent along with the file: columns by the place of their sheet and their own. */
export const choicesSchema = z.strictObject({
  columns: z.record(place, z.record(place, columnSchema)).optional(),
  sources: z.record(z.string().max(200), z.enum(moneySources)).optional(),
  year: z.int().min(2010).max(2110).optional(),
  source: z.enum(moneySources).optional(),
});

const year = z.int().min(2010).max(2110);
const number = z.number().min(-1e12).max(1e12);
const amount = z.number().min(0).max(1e11);
/** `plans.bring_in`: projects of a spreadsheet, with their costs and indicators; `base` is what its reader saw in the plan. */
export const bringInSchema = z.strictObject({
  planId: z.uuid(),
  projects: z
    .array(
      z.strictObject({
        projectId: z.uuid(),
        /** None: it is in the plan already. */
        row: z
          .strictObject({
            title: told(200),
            objective: told(8000).nullable(),
            holder: told(500).nullable(),
            partners: told(1000).nullable(),
            place: freeText(300).nullable(),
            starts_on: z.iso.date().nullable(),
            ends_on: z.iso.date().nullable(),
            status: z.enum(projectStatuses),
          })
          .nullable(),
        costs: z.array(z.strictObject({ id: z.uuid(), year, source: z.enum(moneySources), amount, base: amount.nullable() })).max(700),
        indicators: z
          .array(
            z.strictObject({
              indicatorId: z.uuid(),
              row: z
                .strictObject({
                  name: told(200),
                  unit: told(100).nullable(),
                  baseline: number.nullable(),
                  baseline_year: year.nullable(),
                  target: number.nullable(),
                  target_year: year.nullable(),
                  source: told(500).nullable(),
                  formula: told(500).nullable(),
                  disaggregation: z.array(z.enum(disaggregations)).max(disaggregations.length),
                })
                .nullable(),
              values: z
                .array(z.strictObject({ id: z.uuid(), year, part: z.enum(valueParts), value: number, base: number.nullable() }))
                .max(900),
            }),
          )
          .max(100),
      }),
    )
    .min(1)
    .max(mostProjects),
});
export type BringIn = z.infer<typeof bringInSchema>;

export interface CostChange {
  year: number;
  source: MoneySource;
  amount: number;
  /** What stands in the plan; null: nothing yet. */
  base: number | null;
}
export interface ValueChange {
  year: number;
  part: ValuePart;
  value: number;
  base: number | null;
}
/** A project of the spreadsheet beside the plan: `id` where it is there already, and only what it would bring. */
export interface ComparedProject {
  id: string | null;
  draft: Omit<DraftProject, 'costs' | 'indicators'>;
  /** Dirhams, all that the spreadsheet says. */
  cost: number;
  costs: CostChange[];
  indicators: { id: string | null; draft: Omit<DraftIndicator, 'values'>; values: ValueChange[] }[];
}
/** `PUT /api/plans/:id/import`: what a spreadsheet would bring in. Nothing is kept. */
export interface ImportPreview {
  sheets: ReadSheet[];
  projects: ComparedProject[];
  unread: Unread[];
  totals: ComparedTotal[];
  unknownSources: string[];
  /** Sheets that were not read: there were too many. */
  otherSheets: string[];
}
/** What a project would change; nothing, where the plan says all of it already. */
export const bringsAnything = ({ id, costs, indicators }: ComparedProject): boolean =>
  id === null || costs.length > 0 || indicators.some((i) => i.id === null || i.values.length > 0);
