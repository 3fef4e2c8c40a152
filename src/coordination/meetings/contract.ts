import { z } from 'zod';
import { freeText } from '../../platform/commands/contract.ts';
import { type ActionView, type OrganizationName, type Told, told } from '../contract.ts';
import { spokenTexts, type Theme, themes } from '../lists.ts';
import {
  type AgendaKind,
  answers,
  agendaKinds,
  type BodyKind,
  bodyKinds,
  type DocumentKind,
  documentKinds,
  type InvitationStatus,
  meetingActs,
  type MeetingKind,
  meetingKinds,
  type MeetingStatus,
  type Sex,
  sexes,
} from './lists.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const webAddress = z.url({ protocol: /^https?$/ }).max(500);
const lasts = (m: { heldOn: string; endedOn: string | null; begins: string; ends: string }): boolean =>
  m.endedOn === null ? m.begins < m.ends : m.heldOn < m.endedOn && Date.parse(m.endedOn) - Date.parse(m.heldOn) < 31 * 86_400_000;
const endsTooSoon = { path: ['ends'], message: 'ends_before_it_begins' };

/** `coordination.set_body`: a committee or a group that meets again and again, new or changed. */
export const setBodySchema = z.strictObject({
  bodyId: z.uuid(),
  kind: z.enum(bodyKinds),
  name: told(200),
  themes: z.array(z.enum(themes)).max(10),
  rhythm: told(200).nullable(),
  /** The day it met no more. */
  endedOn: z.iso.date().nullable(),
});

const when = {
  heldOn: z.iso.date(),
  /** The last day of one that lasts longer than a day. */
  endedOn: z.iso.date().nullable(),
  begins: clock,
  ends: clock,
  /** Empty while nobody knows it. */
  place: freeText(300),
  link: webAddress.nullable(),
};
/** `coordination.create_meeting`: a draft of its organisation; of a body it takes the next number. */
export const createMeetingSchema = z
  .strictObject({
    meetingId: z.uuid(),
    kind: z.enum(meetingKinds),
    title: told(200),
    purpose: told(2000).optional(),
    bodyId: z.uuid().optional(),
    /** Those who were asked to the last meeting of the body. */
    inviteAsBefore: z.boolean(),
    ...when,
  })
  .refine(lasts, endsTooSoon);
/** `coordination.change_meeting`: its day, hours and place. Once called, those who were asked are told. */
export const changeMeetingSchema = z.strictObject({ meetingId: z.uuid(), ...when }).refine(lasts, endsTooSoon);
/** `coordination.move_meeting` */
export const moveMeetingSchema = z.strictObject({
  meetingId: z.uuid(),
  act: z.enum(meetingActs),
  reason: freeText(1000).min(1).optional(),
});

/** `coordination.set_agenda_item`: new ones come last. */
export const setAgendaItemSchema = z.strictObject({
  itemId: z.uuid(),
  meetingId: z.uuid(),
  day: z.int().min(1).max(31),
  kind: z.enum(agendaKinds),
  title: told(200),
  minutes: z.int().min(1).max(720),
  speaker: freeText(200),
});
/** `coordination.order_agenda`: all items of the meeting, in their order. */
export const orderAgendaSchema = z.strictObject({ meetingId: z.uuid(), itemIds: z.array(z.uuid()).min(1).max(200) });
/** `coordination.remove_agenda_item` */
export const removeAgendaItemSchema = z.strictObject({ meetingId: z.uuid(), itemId: z.uuid() });
/** `coordination.set_meeting_group` */
export const setMeetingGroupSchema = z.strictObject({
  groupId: z.uuid(),
  meetingId: z.uuid(),
  title: told(200),
  theme: z.enum(themes).nullable(),
  place: freeText(200),
});
/** `coordination.remove_meeting_group` */
export const removeMeetingGroupSchema = z.strictObject({ meetingId: z.uuid(), groupId: z.uuid() });

/** `coordination.invite`: organisations of the region, or somebody outside by an address. Of a meeting that is called, they are written to at once. */
export const inviteSchema = z.strictObject({
  meetingId: z.uuid(),
  invitations: z
    .array(
      z.union([
        z.strictObject({ invitationId: z.uuid(), organizationId: z.uuid() }),
        z.strictObject({
          invitationId: z.uuid(),
          words: freeText(200).min(1),
          email: z.email().max(254),
          language: z.enum(spokenTexts),
        }),
      ]),
    )
    .min(1)
    .max(200),
});
/** `coordination.uninvite`: while no letter was written. */
export const uninviteSchema = z.strictObject({ meetingId: z.uuid(), invitationId: z.uuid() });
/** `coordination.remind_invited`: those who have not answered. */
export const remindInvitedSchema = z.strictObject({ meetingId: z.uuid() });
/** What is answered; the same by a link of a letter. `seats`: how many come. */
export const answerFields = {
  status: z.enum(answers),
  seats: z.int().min(1).max(99).nullable(),
  note: freeText(500),
};
/** `coordination.answer_invitation` */
export const answerInvitationSchema = z.strictObject({ invitationId: z.uuid(), ...answerFields });

/** `coordination.record_attendance`: one person who came, never by name. */
export const recordAttendanceSchema = z.strictObject({
  attendanceId: z.uuid(),
  meetingId: z.uuid(),
  organizationId: z.uuid().nullable(),
  /** An organisation that is not in the directory. */
  words: freeText(200),
  role: freeText(100),
  sex: z.enum(sexes),
  groupId: z.uuid().nullable(),
});
/** `coordination.remove_attendance` */
export const removeAttendanceSchema = z.strictObject({ meetingId: z.uuid(), attendanceId: z.uuid() });

/** `coordination.add_meeting_document`: its file was sent before. */
export const addMeetingDocumentSchema = z.strictObject({
  documentId: z.uuid(),
  meetingId: z.uuid(),
  fileId: z.uuid(),
  kind: z.enum(documentKinds),
  title: freeText(200).min(1),
});
/** `coordination.remove_meeting_document` */
export const removeMeetingDocumentSchema = z.strictObject({ meetingId: z.uuid(), documentId: z.uuid() });

export interface InvitationRow {
  id: string;
  organization: OrganizationName | null;
  /** What somebody outside is called, and where they are written to. */
  words: string | null;
  email: string | null;
  status: InvitationStatus;
  seats: number | null;
  note: string;
  answeredAt: string | null;
  writtenAt: string | null;
  unreachable: boolean;
}
export interface BodyRow {
  id: string;
  kind: BodyKind;
  name: Told;
  themes: Theme[];
  rhythm: Told | null;
  endedOn: string | null;
  organization: OrganizationName;
  isOwn: boolean;
  meetings: number;
}
export interface MeetingRow {
  id: string;
  kind: MeetingKind;
  title: Told;
  status: MeetingStatus;
  heldOn: string;
  endedOn: string | null;
  /** `HH:MM` of the wall; null where its sources do not say it. */
  begins: string | null;
  ends: string | null;
  place: string;
  /** Null: it came with the region's data. */
  organization: OrganizationName | null;
  body: { id: string; name: Told; number: number } | null;
  /** What the reader's organisation answered; null where it was not asked. */
  answer: InvitationStatus | null;
}
/** `GET /api/coordination/meetings` */
export interface Meetings {
  meetings: MeetingRow[];
  bodies: BodyRow[];
  /** Where the calendar of the reader's organisation asks for its meetings. */
  calendar: string;
}
/** `GET /api/coordination/bodies/:id` */
export interface BodyView extends BodyRow {
  held: MeetingRow[];
}
export interface AgendaItem {
  id: string;
  day: number;
  kind: AgendaKind;
  title: Told;
  minutes: number;
  speaker: string;
}
export interface MeetingGroup {
  id: string;
  title: Told;
  theme: Theme | null;
  place: string;
}
export interface MeetingDocument {
  id: string;
  kind: DocumentKind;
  title: string;
}
/** `GET /api/coordination/meetings/:id` */
export interface MeetingView extends MeetingRow {
  purpose: Told | null;
  summary: Told | null;
  link: string | null;
  reason: string | null;
  sourceUrl: string | null;
  isPublished: boolean;
  /** Those who hold it prepare it. */
  isOwn: boolean;
  acts: string[];
  /** Where two wrote the same words at once. */
  conflicts: ActionView['conflicts'];
  agenda: AgendaItem[];
  groups: MeetingGroup[];
  takesAnswers: boolean;
  documents: MeetingDocument[];
  /** How many came, as they were counted here, or as the sources of the region say it. */
  came: Came;
  /** The reader's own organisation, if it was asked. */
  mine: InvitationRow | null;
}
/** `GET /api/coordination/meetings/:id/invitations`: for those who hold it, each with the link that answers without signing in. */
export interface Invited {
  meeting: MeetingView;
  invitations: (InvitationRow & { link: string })[];
}
/** A meeting as those who are asked to it are told of it; `from` and `until` in seconds since 1970. */
export interface ToldMeeting
  extends Pick<MeetingView, 'id' | 'title' | 'purpose' | 'status' | 'reason' | 'heldOn' | 'endedOn' | 'begins' | 'ends'> {
  place: string;
  link: string | null;
  sequence: number;
  organization: string | null;
  from: number;
  until: number;
  agenda: AgendaItem[];
}
/** What a link of a letter shows. */
export interface InvitedByLink {
  invited: string;
  status: InvitationStatus;
  seats: number | null;
  note: string | null;
  takesAnswers: boolean;
  meeting: ToldMeeting;
}
/** Counts by value; `all` counts everybody, who said no sex too. */
export interface Came {
  all: number;
  sex: Record<string, number>;
  kind: Record<string, number>;
  /** By the identifier of the group. */
  group: Record<string, number>;
}
export interface AttendanceRow {
  id: string;
  organization: OrganizationName | null;
  words: string | null;
  role: string | null;
  sex: Sex;
  groupId: string | null;
  byHand: boolean;
}
/** `GET /api/coordination/meetings/:id/attendance`: for those who hold it. */
export interface Attendance {
  meeting: MeetingView;
  rows: AttendanceRow[];
  invited: OrganizationName[];
  /** Where people count themselves, and whether they may today. */
  presence: { path: string; isOpen: boolean };
}
