import { z } from 'zod';
import { needsSchema } from '../desk/contract.ts';
import { personSchema, phoneSchema } from '../people/contract.ts';
import { freeText, line } from '../platform/commands/contract.ts';
import {
  abandonReasons,
  caseActions,
  type CaseStatus,
  delayKinds,
  contactRoles,
  isPlanDay,
  minorSituations,
  noteLevels,
  notReceivableReasons,
  type Priority,
  priorities,
  stepEndings,
} from './lists.ts';

/** `cases.open`. With neither `person` nor `personId` the case stays anonymous and is called by its reference. */
export const openCaseSchema = z
  .strictObject({
    caseId: z.uuid(),
    visitId: z.uuid().optional(),
    needs: needsSchema,
    summary: freeText(4000).optional(),
    priority: z.enum(priorities).default('normal'),
    minorSituation: z.enum(minorSituations).optional(),
    person: personSchema.optional(),
    personId: z.uuid().optional(),
  })
  .refine((c) => !(c.person && c.personId), { path: ['personId'], message: 'one_person' });

/** `cases.move`: an action of the table in rules.ts. */
export const moveCaseSchema = z.strictObject({
  caseId: z.uuid(),
  action: z.enum(caseActions),
  reason: z.enum([...notReceivableReasons, ...abandonReasons]).optional(),
  note: freeText(2000).optional(),
});
/** `cases.change`: each field beside what the screen showed, so that nobody overwrites what they have not seen. */
const changeable = z.strictObject({
  needs: needsSchema.optional(),
  summary: freeText(4000).nullable().optional(),
  priority: z.enum(priorities).optional(),
  minorSituation: z.enum(minorSituations).nullable().optional(),
});
export const changeCaseSchema = z.strictObject({ caseId: z.uuid(), set: changeable, was: changeable });
/** `cases.name_person`: an anonymous first contact becomes the file of someone, with all that was written before. */
export const namePersonSchema = z
  .strictObject({ caseId: z.uuid(), person: personSchema.optional(), personId: z.uuid().optional() })
  .refine((c) => Boolean(c.person) !== Boolean(c.personId), { path: ['personId'], message: 'one_person' });

/** `cases.assign`; without `userId` the case goes back to the cell. */
export const assignCaseSchema = z.strictObject({ caseId: z.uuid(), userId: z.uuid().optional() });
/** `cases.hand_over`: all open cases of someone who leaves, by the head of the cell. */
export const handOverSchema = z.strictObject({
  fromUserId: z.uuid(),
  toUserId: z.uuid(),
  reason: z.enum(['leave', 'departure', 'workload']),
});

export const addNoteSchema = z.strictObject({ noteId: z.uuid(), caseId: z.uuid(), level: z.enum(noteLevels), text: freeText(8000).min(1) });

const planDay = z.iso.date().refine(isPlanDay, 'day_unlikely');
export const addStepSchema = z.strictObject({
  stepId: z.uuid(),
  caseId: z.uuid(),
  title: line(300).min(1),
  dueOn: planDay.optional(),
  assignedTo: z.uuid().optional(),
});
export const changeStepSchema = z.strictObject({
  stepId: z.uuid(),
  caseId: z.uuid(),
  title: line(300).min(1).optional(),
  dueOn: planDay.nullable().optional(),
});
export const endStepSchema = z.strictObject({ stepId: z.uuid(), caseId: z.uuid(), ending: z.enum(stepEndings) });

export const addContactSchema = z.strictObject({
  contactId: z.uuid(),
  caseId: z.uuid(),
  role: z.enum(contactRoles),
  name: line(120).min(1),
  phone: phoneSchema.optional(),
  note: freeText(500).optional(),
});
export const removeContactSchema = z.strictObject({ contactId: z.uuid(), caseId: z.uuid() });

/** `cases.set_delay`, by the head of the cell; without `days` the region's applies again. */
export const setDelaySchema = z.strictObject({
  kind: z.enum(delayKinds),
  need: needsSchema.element.optional(),
  days: z.number().int().min(1).max(730).optional(),
  source: line(300).min(1),
});

export interface CaseRow {
  id: string;
  reference: string;
  status: CaseStatus;
  priority: Priority;
  needs: string[];
  personName: string | null;
  openedAt: string;
  openedBy: string | null;
  assignedTo: string | null;
  assignedName: string | null;
  minorSituation: string | null;
  /** The first end of a running clock, and whether it is past. */
  dueAt: string | null;
  late: boolean;
  nextStepOn: string | null;
  /** Status of the last referral, and whether its answer is late. */
  referralStatus: string | null;
  referralLate: boolean;
  organizationName: string | null;
}
export interface Colleague {
  userId: string;
  name: string;
  isHead: boolean;
  /** Reads notes on health and protection. */
  readsRestricted: boolean;
  openCases: number;
}
