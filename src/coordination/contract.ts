import { z } from 'zod';
import { guardedNeeds, needs } from '../desk/lists.ts';
import { freeText } from '../platform/commands/contract.ts';
import {
  digestRhythms,
  audiences,
  currencies,
  figures,
  findingKinds,
  isTooLongFor,
  mostOfText,
  proofKinds,
  sourceKinds,
  stepEndings,
  subjectKinds,
  spokenTexts,
  textKinds,
  themes,
} from './lists.ts';

/** Words in the languages they were written in: one at least, none of them translated by a machine. */
export const told = (max: number) =>
  z
    .strictObject({
      fr: freeText(max).min(1).optional(),
      ar: freeText(max).min(1).optional(),
      en: freeText(max).min(1).optional(),
      es: freeText(max).min(1).optional(),
    })
    .refine((words) => Object.values(words).some(Boolean), 'words_missing');
export type Told = Partial<Record<'fr' | 'ar' | 'en' | 'es', string>>;

const communeCodes = z.array(z.string().regex(/^\d{9}$/)).max(124);
const themesSchema = z.array(z.enum(themes)).min(1).max(10);
const audiencesSchema = z.array(z.enum(audiences)).max(6);
const amount = z.number().nonnegative().max(1e11).multipleOf(0.01);
const days = { startsOn: z.iso.date().optional(), endsOn: z.iso.date().optional() };
const reason = freeText(1000).min(1);
/** Of a journey from one state to another; which acts there are is in `rules.ts`. */
const move = { act: z.string().max(20), reason: reason.optional(), targetId: z.uuid().optional() };

/** Where and when a thing was said. */
const sourceSchema = z
  .strictObject({
    sourceId: z.uuid(),
    kind: z.enum(sourceKinds),
    meetingId: z.uuid().optional(),
    saidOn: z.iso.date(),
    note: freeText(500).optional(),
  })
  .refine((s) => (s.kind === 'meeting') === (s.meetingId !== undefined), { path: ['meetingId'], message: 'meeting_missing' });

/** `coordination.raise_finding`: what somebody met, needs or does well, told without any person's data. */
export const raiseFindingSchema = z.strictObject({
  findingId: z.uuid(),
  kind: z.enum(findingKinds),
  title: told(200),
  text: told(4000).optional(),
  themes: themesSchema,
  audiences: audiencesSchema,
  communeCodes,
  /** The need of the desk it was met under, whose suppressed figures stand beside it. */
  deskNeed: z.string().max(40).optional(),
  source: sourceSchema,
  share: z.boolean(),
});
/** `coordination.raise_from_desk`: a need met at the desk, by its code alone; the place is the cell's, the time its month. Said again, it counts. */
export const raiseFromDeskSchema = z.strictObject({
  findingId: z.uuid(),
  sourceId: z.uuid(),
  need: z.enum(needs).refine((need) => !guardedNeeds.includes(need), 'told_by_hand'),
});
/** `coordination.add_source`: it was said again. */
export const addSourceSchema = z.strictObject({ findingId: z.uuid(), source: sourceSchema });
/** `coordination.move_finding` */
export const moveFindingSchema = z.strictObject({ findingId: z.uuid(), ...move });

/** `coordination.write_recommendation`: from one finding or several. */
export const writeRecommendationSchema = z.strictObject({
  recommendationId: z.uuid(),
  title: told(200),
  text: told(4000),
  themes: themesSchema,
  audiences: audiencesSchema,
  findingIds: z.array(z.uuid()).max(50),
  meetingId: z.uuid().optional(),
  addressedTo: told(300).optional(),
  measure: told(500).optional(),
  dueOn: z.iso.date().optional(),
  urgent: z.boolean(),
});
/** `coordination.move_recommendation` */
export const moveRecommendationSchema = z.strictObject({ recommendationId: z.uuid(), ...move });
/** `coordination.take_up`: one's organisation takes it in hand, or lets go of it. */
export const takeUpSchema = z.strictObject({ recommendationId: z.uuid(), takes: z.boolean(), dueOn: z.iso.date().optional() });

/** `coordination.plan_action`: what is to be done about one recommendation or several. */
export const planActionSchema = z
  .strictObject({
    actionId: z.uuid(),
    title: told(200),
    text: told(4000).optional(),
    themes: themesSchema,
    audiences: audiencesSchema,
    communeCodes,
    recommendations: z.array(z.strictObject({ recommendationId: z.uuid(), weight: z.int().min(1).max(100) })).max(20),
    rhythmDays: z.int().min(7).max(366),
    figure: z.strictObject({ key: z.enum(figures), from: z.number(), aim: z.number() }).optional(),
    ...days,
  })
  .refine((a) => !a.startsOn || !a.endsOn || a.startsOn <= a.endsOn, { path: ['endsOn'], message: 'ends_before_it_begins' });
/** `coordination.move_action` */
export const moveActionSchema = z.strictObject({ actionId: z.uuid(), ...move });

const money = z.strictObject({ amount, currency: z.enum(currencies) });
/** `coordination.commit`: what one's organisation does of it, with what money. Said again, it replaces what was said. */
export const commitSchema = z.strictObject({ commitmentId: z.uuid(), actionId: z.uuid(), does: told(500), money: money.optional() });
/** `coordination.ask_commitment`: whoever owns the action asks another organisation. */
export const askCommitmentSchema = z.strictObject({
  commitmentId: z.uuid(),
  actionId: z.uuid(),
  organizationId: z.uuid(),
  does: told(500),
});
/** `coordination.offer_to_join`: one's organisation would do its part of this one; whoever owns it accepts or declines. */
export const offerToJoinSchema = z.strictObject({ commitmentId: z.uuid(), actionId: z.uuid(), does: told(500) });
/** `coordination.answer_commitment` */
export const answerCommitmentSchema = z.strictObject({ commitmentId: z.uuid(), act: move.act, reason: move.reason });

const step = {
  title: told(200),
  weight: z.int().min(1).max(100),
  dueOn: z.iso.date().nullable(),
  isMilestone: z.boolean(),
  organizationId: z.uuid().nullable(),
};
/** `coordination.set_step`: a step of an action, new or changed. */
export const setStepSchema = z.strictObject({ stepId: z.uuid(), actionId: z.uuid(), ...step });
/** `coordination.end_step`: done, or dropped with the reason; null takes the ending back. */
export const endStepSchema = z
  .strictObject({ stepId: z.uuid(), ending: z.enum(stepEndings).nullable(), endedOn: z.iso.date().optional(), reason: reason.optional() })
  .refine((s) => s.ending !== 'dropped' || s.reason !== undefined, { path: ['reason'], message: 'reason_missing' });

/** `coordination.add_proof` */
export const addProofSchema = z
  .strictObject({
    proofId: z.uuid(),
    actionId: z.uuid(),
    stepId: z.uuid().optional(),
    kind: z.enum(proofKinds),
    datedOn: z.iso.date(),
    words: told(500),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    fileId: z.uuid().optional(),
    figure: z.enum(figures).optional(),
    isPublic: z.boolean(),
  })
  .refine((p) => (p.kind === 'link') === (p.url !== undefined), { path: ['url'], message: 'address_missing' })
  .refine((p) => (p.kind === 'document' || p.kind === 'photo') === (p.fileId !== undefined), { path: ['fileId'], message: 'file_missing' })
  .refine((p) => (p.kind === 'figure') === (p.figure !== undefined), { path: ['figure'], message: 'figure_missing' });
/** `coordination.show_proof`: everyone may see it once its action is published; or no more. */
export const showProofSchema = z.strictObject({ proofId: z.uuid(), isPublic: z.boolean() });
/** `coordination.withdraw_proof`: it was no proof, or shows what it should not. Its file is gone for good, that it was here stays. */
export const withdrawProofSchema = z.strictObject({ proofId: z.uuid(), reason });
/** `coordination.tell_news`: how it goes. A figure typed by hand needs these words, and is shown as declared. */
export const tellNewsSchema = z.strictObject({
  newsId: z.uuid(),
  actionId: z.uuid(),
  words: freeText(2000).min(1),
  declaredProgress: z.number().min(0).max(1).optional(),
});
/** `coordination.open_blocker`, `coordination.close_blocker` */
export const openBlockerSchema = z.strictObject({
  blockerId: z.uuid(),
  actionId: z.uuid(),
  kind: z.enum(['risk', 'blocker']),
  words: freeText(1000).min(1),
});
export const closeBlockerSchema = z.strictObject({ blockerId: z.uuid() });

const subject = { subjectKind: z.enum(subjectKinds), subjectId: z.uuid() };
const supported = { subjectKind: z.enum(['finding', 'recommendation', 'action']), subjectId: z.uuid() };
/** `coordination.endorse`: one's organisation stands behind it, and is told when it moves; or no more. */
export const endorseSchema = z.strictObject({ ...supported, endorses: z.boolean() });
/** `coordination.follow`: a person is told when it moves; or no more, whatever they said of it. */
export const followSchema = z.strictObject({ ...supported, follows: z.boolean() });
/** `coordination.set_digest`: how often a person is told. */
export const setDigestSchema = z.strictObject({ rhythm: z.enum(digestRhythms) });
/** `coordination.comment` */
export const commentSchema = z.strictObject({ commentId: z.uuid(), ...supported, words: freeText(2000).min(1) });
/** `coordination.publish`: everyone may read it, as the screen showed it; or no more. */
export const publishSchema = z.strictObject({ ...subject, publishes: z.boolean() });

/**
 * `coordination.edit_text`: one text of a thing in one language. `base` is what its writer saw: what others wrote meanwhile is brought together,
 * and where both changed the same words both stay until someone chooses.
 */
export const editTextSchema = z
  .strictObject({
    subjectKind: z.enum(textKinds),
    subjectId: z.uuid(),
    field: z.string().max(20),
    language: z.enum(spokenTexts),
    base: freeText(4000),
    value: freeText(4000),
    conflictId: z.uuid(),
  })
  .refine((e) => mostOfText(e.subjectKind, e.field) !== undefined, { path: ['field'], message: 'unknown_field' })
  .refine((e) => !isTooLongFor(e.subjectKind, e.field, e.value), { path: ['value'], message: 'too_long' });
/** `coordination.settle_conflict`: what shall stand, chosen or written from both. */
export const settleConflictSchema = z.strictObject({ conflictId: z.uuid(), value: freeText(4000) });

export type SimilarAsked = z.infer<typeof similarSchema>;

/** `GET /api/coordination/overlaps?themes=&communes=&startsOn=&endsOn=` */
export const overlapsQuery = z.object({
  themes: z
    .string()
    .transform((list) => list.split(','))
    .pipe(themesSchema),
  communes: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(communeCodes),
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
});

/** `POST /api/coordination/findings-like`: what is being written, in the body, which no log keeps. */
export const similarSchema = z.strictObject({
  title: z.strictObject({
    fr: freeText(200).optional(),
    ar: freeText(200).optional(),
    en: freeText(200).optional(),
    es: freeText(200).optional(),
  }),
  kind: z.enum(findingKinds).optional(),
  themes: z.array(z.enum(themes)).max(10),
  but: z.uuid().optional(),
});

export type * from './contract-views.ts';
export type { CommitmentStatus, ProofKind, SourceKind, SubjectKind } from './lists.ts';
