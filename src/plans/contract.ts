import { z } from 'zod';
import { freeText } from '../platform/commands/contract.ts';
import {
  addable,
  type Addable,
  type FieldKind,
  fieldsOf,
  moneySources,
  needSources,
  publicParts,
  spokenTexts,
  stages,
  type Thing,
  valueParts,
} from './lists.ts';

/** Words in the languages they were written in; none of them translated by a machine. */
export type Told = Partial<Record<'fr' | 'ar' | 'en' | 'es', string>>;

export const told = (most: number) =>
  z
    .strictObject(Object.fromEntries(spokenTexts.map((language) => [language, freeText(most).min(1).optional()])))
    .refine((words) => Object.values(words).some(Boolean), 'words_missing');
const reason = freeText(1000).min(1);
const planId = z.uuid();

/** What may stand in a field; null empties it, where it may be empty. */
function schemaOf(field: FieldKind): z.ZodType {
  switch (field.kind) {
    case 'told':
      return field.isNeeded ? told(field.most) : told(field.most).nullable();
    case 'text':
      return freeText(field.most).nullable();
    case 'number': {
      const number = (field.isWhole ? z.int() : z.number()).min(field.least ?? -1e12).max(field.most ?? 1e12);
      return field.isNeeded ? number : number.nullable();
    }
    case 'day':
      return field.isNeeded ? z.iso.date() : z.iso.date().nullable();
    case 'choice':
      return field.isNeeded ? z.enum(field.of) : z.enum(field.of).nullable();
    case 'list':
      return z.array(z.enum(field.of)).max(field.of.length);
    case 'id':
      return z.uuid().nullable();
    case 'ids':
      return z.array(z.uuid()).max(60);
  }
}
/** Needed fields that begin with a value of their own. */
const begunBy = new Set(['status', 'women', 'men']);
const rowSchemas = Object.fromEntries(
  Object.entries(fieldsOf).map(([thing, fields]) => [
    thing,
    Object.fromEntries(
      Object.entries(fields as Record<string, FieldKind>).map(([name, field]) => {
        const value = schemaOf(field);
        return [name, 'isNeeded' in field && field.isNeeded && !begunBy.has(name) ? value : value.optional()];
      }),
    ),
  ]),
) as Record<Thing, Record<string, z.ZodType>>;

/** `plans.begin`: a commune begins its plan. */
export const beginSchema = z.strictObject({
  planId,
  communeCode: z.string().regex(/^\d{9}$/),
  title: told(200),
  mandateStartsOn: z.iso.date(),
  firstYear: z.int().min(2010).max(2100),
});
/** What of a thing is said once, when it begins. */
const begunWith: Record<Addable, Record<string, z.ZodType>> = {
  session: {},
  /** The figures of a need from the desk are the server's own, suppressed. */
  need: {
    source: z.enum(needSources).default('office'),
    session_id: z.uuid().optional(),
    finding_id: z.uuid().optional(),
    desk_need: z.string().max(40).optional(),
    desk_year: z.int().min(2010).max(2110).optional(),
  },
  project: {},
  indicator: { project_id: z.uuid() },
  remark: {},
  evaluation: { year: z.int().min(2010).max(2110) },
};
/** `plans.add`: a session, need, project, indicator, remark or a year's evaluation. */
export const addSchema = z.discriminatedUnion(
  'thing',
  addable.map((thing) =>
    z.strictObject({
      planId,
      thing: z.literal(thing),
      thingId: z.uuid(),
      row: z.strictObject({ ...begunWith[thing], ...rowSchemas[thing] }),
    }),
  ) as unknown as [
    z.ZodObject<{ planId: z.ZodUUID; thing: z.ZodLiteral<Addable>; thingId: z.ZodUUID; row: z.ZodRecord<z.ZodString, z.ZodUnknown> }>,
  ],
);
/** `plans.remove`: what it was stays readable in the plan's past. */
export const removeSchema = z.strictObject({ planId, thing: z.enum(addable), thingId: z.uuid() });

/**
 * `plans.edit`: one field of one thing, words one language at a time. `base` is what its writer saw: what others wrote meanwhile is brought
 * together, and where both changed the same both stay until someone chooses.
 */
const written = {
  field: z.string().max(30),
  language: z.enum(spokenTexts).optional(),
  base: z.unknown(),
  value: z.unknown(),
  conflictId: z.uuid(),
};
/** Whether a value fits its field: words of one language are a text, of which '' is none. */
export function fits({ thing, field, language, value }: { thing: Thing; field: string; language?: unknown; value: unknown }): boolean {
  const kind = (fieldsOf[thing] as Record<string, FieldKind>)[field];
  if (!kind || (kind.kind === 'told') !== (language !== undefined)) return false;
  return (kind.kind === 'told' ? freeText(kind.most) : schemaOf(kind)).safeParse(value).success;
}
export const editSchema = z
  .strictObject({
    planId,
    thing: z.enum(['plan', ...addable]),
    thingId: z.uuid(),
    ...written,
  })
  .refine(fits, { path: ['value'], message: 'does_not_fit' });
/** `plans.fill`: one cell of the costs, of an indicator's values, of a year's evaluation; null empties it. */
export const fillSchema = z
  .discriminatedUnion('thing', [
    z.strictObject({
      planId,
      thing: z.literal('cost'),
      key: z.strictObject({ project_id: z.uuid(), year: z.int().min(2010).max(2110), source: z.enum(moneySources) }),
      cellId: z.uuid(),
      ...written,
    }),
    z.strictObject({
      planId,
      thing: z.literal('indicator_value'),
      key: z.strictObject({ indicator_id: z.uuid(), year: z.int().min(2010).max(2110), part: z.enum(valueParts) }),
      cellId: z.uuid(),
      ...written,
    }),
    z.strictObject({
      planId,
      thing: z.literal('judged'),
      key: z.strictObject({ evaluation_id: z.uuid(), project_id: z.uuid() }),
      cellId: z.uuid(),
      ...written,
    }),
  ])
  .refine(fits, { path: ['value'], message: 'does_not_fit' });
/** `plans.settle`: what shall stand, of two who wrote at once. */
export const settleSchema = z.strictObject({ planId, conflictId: z.uuid(), value: z.unknown() });
/** `plans.count_votes`: so many more hands (fewer, below zero) for a need; several tablets may count at once. */
export const countVotesSchema = z.strictObject({
  planId,
  sessionId: z.uuid(),
  needId: z.uuid(),
  voteId: z.uuid(),
  women: z.int().min(-10_000).max(10_000),
  men: z.int().min(-10_000).max(10_000),
});
/** `plans.move`: on to the next stage, which freezes a version; or back to an earlier one, with the reason. */
export const moveSchema = z.strictObject({
  planId,
  act: z.enum(['go_on', 'go_back']),
  to: z.enum(stages),
  /** The day the stage was over, or begun again. */
  reachedOn: z.iso.date(),
  versionId: z.uuid(),
  reason: reason.optional(),
});
/** `plans.freeze` */
export const freezeSchema = z.strictObject({ planId, versionId: z.uuid(), name: freeText(200).min(1) });
/** `plans.share`: all who sign in may read it; or no more. */
export const shareSchema = z.strictObject({ planId, shares: z.boolean() });
/** `plans.publish`: everybody may read these parts of that frozen version, as the screen showed them. */
export const publishSchema = z.strictObject({ planId, versionId: z.uuid(), parts: z.array(z.enum(publicParts)).max(publicParts.length) });
/** `plans.withdraw`: nobody reads it in public any more. */
export const withdrawSchema = z.strictObject({ planId });
/** `plans.adopt_evaluation`: the council adopted it, on that day. */
export const adoptEvaluationSchema = z.strictObject({ planId, evaluationId: z.uuid(), adoptedOn: z.iso.date() });
/** `plans.copy`: a project of the library comes into the plan, with credit. */
export const copySchema = z.strictObject({ planId, entryId: z.uuid(), projectId: z.uuid() });
export type * from './contract-views.ts';
