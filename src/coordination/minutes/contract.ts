import { z } from 'zod';
import { freeText } from '../../platform/commands/contract.ts';
import { type OrganizationName, told, type Told } from '../contract.ts';
import type { FindingKind, Theme } from '../lists.ts';
import type { AgendaKind, MeetingKind, MeetingStatus } from '../meetings/lists.ts';
import { becomingKinds, type BecomingKind, type DecisionStatus, type NoteKind, noteKinds } from './lists.ts';

/** `coordination.write_note`: something said in a meeting, in plenary or in a group. */
export const writeNoteSchema = z.strictObject({
  noteId: z.uuid(),
  meetingId: z.uuid(),
  groupId: z.uuid().nullable(),
  kind: z.enum(noteKinds),
  words: told(2000),
  /** Milliseconds since 1970 of its writing, by which notes stand in order. */
  position: z.number().positive().max(1e14),
});
/** `coordination.change_note`: what it is, where it was said, or that it is none. */
export const changeNoteSchema = z.strictObject({
  noteId: z.uuid(),
  kind: z.enum(noteKinds).optional(),
  groupId: z.uuid().nullable().optional(),
  isWithdrawn: z.boolean().optional(),
});
/** `coordination.note_became`: the thing of the thread that was made of it. Named by its kind, so that the device sends the thing first. */
export const noteBecameSchema = z
  .strictObject({
    noteId: z.uuid(),
    findingId: z.uuid().optional(),
    recommendationId: z.uuid().optional(),
    actionId: z.uuid().optional(),
    decisionId: z.uuid().optional(),
  })
  .refine((became) => becomingKinds.filter((kind) => became[`${kind}Id`]).length === 1, 'one_thing');

const carried = { ownerId: z.uuid().nullable(), dueOn: z.iso.date().nullable() };
/** `coordination.record_decision`: it takes the next number of its meeting. */
export const recordDecisionSchema = z.strictObject({ decisionId: z.uuid(), meetingId: z.uuid(), words: told(1000), ...carried });
/** `coordination.entrust_decision`: who has it in hand, and by when. */
export const entrustDecisionSchema = z.strictObject({ decisionId: z.uuid(), ...carried });
/** `coordination.move_decision`: `reason` says what shows that it is done, or why not. */
export const moveDecisionSchema = z.strictObject({
  decisionId: z.uuid(),
  act: z.string().max(20),
  reason: freeText(1000).min(1).optional(),
});
/** `coordination.validate_minutes`: the minutes as their reader saw them become a version. `mark` is that of what was seen. */
export const validateMinutesSchema = z.strictObject({
  minutesId: z.uuid(),
  meetingId: z.uuid(),
  mark: z.string().max(64),
  /** Of a correction. */
  reason: freeText(1000).min(1).optional(),
});

export interface NoteConflict {
  id: string;
  field: string;
  language: string;
  theirs: string;
  mine: string;
}
/** A note as those who write it down see it. */
export interface NoteRow {
  id: string;
  groupId: string | null;
  kind: NoteKind;
  words: Told;
  position: number;
  organization: string;
  became: { kind: BecomingKind; id: string } | null;
  conflicts: NoteConflict[];
}
/** `GET /api/coordination/meetings/:id/notes`: a meeting while it is written down. */
export interface LiveMeeting {
  id: string;
  title: Told;
  status: MeetingStatus;
  heldOn: string;
  place: string;
  groups: { id: string; title: Told; theme: Theme | null }[];
  /** Those who hold the meeting, not those who were asked to it. */
  isOwn: boolean;
  notes: NoteRow[];
}

/** A decision as it is followed. */
export interface DecisionRow {
  id: string;
  meetingId: string;
  meetingNumber: number | null;
  heldOn: string;
  number: number;
  words: Told;
  owner: OrganizationName | null;
  dueOn: string | null;
  status: DecisionStatus;
  endedOn: string | null;
  proof: string | null;
  endedBy: string | null;
  acts: string[];
  /** Those who hold its meeting say who has it in hand. */
  mayEntrust: boolean;
}
/** `GET /api/coordination/decisions` */
export interface Decisions {
  /** YYYY-MM-DD, in the region. */
  today: string;
  decisions: DecisionRow[];
}

/** What the minutes of a meeting say, as it stands or as a version keeps it. Names of organisations are kept in both languages; nobody is named. */
export interface MinutesContent {
  meeting: {
    id: string;
    kind: MeetingKind;
    title: Told;
    purpose: Told | null;
    opening: Told | null;
    closing: Told | null;
    heldOn: string;
    endedOn: string | null;
    begins: string | null;
    ends: string | null;
    place: string;
    organization: Told | null;
    body: Told | null;
    number: number | null;
  };
  agenda: { id: string; kind: AgendaKind; title: Told; minutes: number; speaker: string; words: Told }[];
  /** How many came: in all, by sex, by kind of organisation, by group. */
  attendance: { all: number; sex: Record<string, number>; kind: Record<string, number>; group: Record<string, number> };
  groups: { id: string; title: Told; theme: Theme | null; place: string; words: Told }[];
  notes: { id: string; groupId: string | null; kind: NoteKind; words: Told }[];
  findings: { id: string; kind: FindingKind; title: Told }[];
  recommendations: { id: string; title: Told; urgent: boolean }[];
  actions: { id: string; title: Told }[];
  decisions: { id: string; number: number; words: Told; owner: Told | null; dueOn: string | null }[];
}
export interface MinutesVersion {
  version: number;
  /** YYYY-MM-DD, in the region. */
  validatedOn: string;
  organization: string;
  reason: string | null;
}
/** `GET /api/coordination/meetings/:id/minutes` */
export interface MinutesView {
  status: MeetingStatus;
  isOwn: boolean;
  /** May validate, and publish. */
  mayValidate: boolean;
  isPublished: boolean;
  versions: MinutesVersion[];
  /** As it is being written, for those who hold the meeting; its mark tells whether others wrote meanwhile. */
  draft: { content: MinutesContent; mark: string; conflicts: (NoteConflict & { subjectId: string })[] } | null;
  /** The newest version. */
  validated: MinutesContent | null;
}
