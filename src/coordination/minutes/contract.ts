import { z } from 'zod';
import { told, type Told } from '../contract.ts';
import { becomingKinds, type BecomingKind, type NoteKind, noteKinds } from './lists.ts';

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
/** `coordination.change_note`: what it is, where it stands, or that it is none. */
export const changeNoteSchema = z.strictObject({
  noteId: z.uuid(),
  kind: z.enum(noteKinds).optional(),
  groupId: z.uuid().nullable().optional(),
  position: z.number().positive().max(1e14).optional(),
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
  status: 'draft' | 'called' | 'held' | 'validated' | 'cancelled';
  heldOn: string;
  place: string;
  notes: NoteRow[];
}
