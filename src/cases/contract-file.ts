import type { PersonRecord } from '../people/contract.ts';
import type { ConsentPurpose, ConsentSpan } from '../people/lists.ts';
import type { CaseRow } from './contract.ts';
import type { ClockKind, NoteLevel } from './lists.ts';

export interface NoteRow {
  id: string;
  level: NoteLevel;
  text: string;
  writtenBy: string | null;
  writtenAt: string;
}
export interface StepRow {
  id: string;
  title: string;
  dueOn: string | null;
  assignedTo: string | null;
  assignedName: string | null;
  ending: 'done' | 'dropped' | null;
  endedAt: string | null;
}
export interface ContactRow {
  id: string;
  role: string;
  name: string;
  phone: string | null;
  note: string | null;
}
export interface ClockRow {
  kind: ClockKind;
  days: number;
  source: string;
  dueAt: string;
  pausedAt: string | null;
  pauseReason: string | null;
  stoppedAt: string | null;
  pauses: { from: string; to: string; reason: string }[];
}
export interface ConsentRow {
  id: string;
  purpose: ConsentPurpose;
  answer: 'given' | 'refused';
  recipientOrganizationId: string | null;
  recipientName: string | null;
  fields: string[];
  ways: string[];
  givenHow: string;
  explainedIn: string;
  /** Which words were read to the person. */
  textVersion: string | null;
  textLanguage: string | null;
  explainedBy: string | null;
  interpreter: string | null;
  representativeName: string | null;
  representativeLink: string | null;
  childsWish: string | null;
  until: ConsentSpan;
  givenAt: string;
  expiresAt: string | null;
  withdrawnAt: string | null;
  /** What rests on it: a withdrawal closes these, and wipes the copies. */
  shares: { receiverName: string; reference: string; status: string; hasCopy: boolean }[];
}
/** A line of a file's history: what was done, never the words of a note. */
export interface HistoryRow {
  kind: string;
  at: string;
  by: string | null;
  to: string | null;
  reason: string | null;
  note: string | null;
  level: string | null;
  title: string | null;
}
export interface CaseFile {
  case: CaseRow & { summary: string | null; visitId: string | null };
  statusReason: string | null;
  statusNote: string | null;
  statusSince: string;
  person: (PersonRecord & { id: string }) | null;
  /** The record the case was opened for now stands under another. */
  wasMerged: boolean;
  visit: { at: string; audience: string; sex: string; ageBand: string; channel: string; language: string; note: string | null } | null;
  laterVisits: { id: string; reference: string; at: string; needs: string[]; note: string | null }[];
  notes: NoteRow[];
  steps: StepRow[];
  contacts: ContactRow[];
  clocks: ClockRow[];
  consents: ConsentRow[];
  history: HistoryRow[];
  /** The person asked that their data be erased: what is left is a figure. */
  erasedAt: string | null;
  /** How many papers and photographs are attached, also those that only a few may see. */
  attached: number;
}
