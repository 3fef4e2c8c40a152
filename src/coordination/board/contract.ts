import { z } from 'zod';
import type { ActionRow, OrganizationName, Told } from '../contract.ts';
import { actionStatuses, audiences, signals, type Theme, themes } from '../lists.ts';

/** What a list, a board or a calendar is narrowed to; an empty value is none. */
export const narrowedSchema = z.object({
  theme: z.enum(themes).optional(),
  /** An organisation that carries it; `none`: nobody does. */
  owner: z.union([z.uuid(), z.literal('none')]).optional(),
  /** An organisation that committed to a part of it. */
  partner: z.uuid().optional(),
  /** A commune's code; `region`: of the whole region. */
  commune: z.union([z.string().regex(/^\d{9}$/), z.literal('region')]).optional(),
  audience: z.enum(audiences).optional(),
  status: z.enum(actionStatuses).optional(),
  signal: z.enum(signals).optional(),
  q: z.string().trim().min(2).max(100).optional(),
});
export type Narrowed = { [K in keyof z.infer<typeof narrowedSchema>]?: z.infer<typeof narrowedSchema>[K] | undefined };
export const narrowings = Object.keys(narrowedSchema.shape) as (keyof Narrowed)[];

/** What a board is told by. */
export const headings = ['theme', 'owner', 'commune'] as const;
export type BoardHeading = (typeof headings)[number];

/** How many actions stand how. */
export interface Counts {
  proposed: number;
  underWay: number;
  done: number;
  abandoned: number;
  /** Of those under way and done: their mean, 0…1; null where nothing is known. */
  progress: number | null;
  blocked: number;
  late: number;
  stalled: number;
}
/** What was asked under a theme, and how much of it somebody took up. */
export interface Asked {
  adopted: number;
  takenUp: number;
  done: number;
  /** The mean of what was adopted, 0…1; null where nothing was taken up. */
  progress: number | null;
}
export interface BoardLine extends Counts {
  /** A theme; an organisation's id or '' for nobody; a commune's code or '' for the whole region. */
  key: string;
  /** Of an organisation or a commune, in the reader's language. */
  name: string | null;
  /** Of a theme, where nothing but a theme narrows the board. */
  asked: Asked | null;
}
/** `GET /api/coordination/board?by=` */
export interface Board {
  by: BoardHeading;
  total: Counts;
  lines: BoardLine[];
  /** How many lines there are in all; the first hundred are told, those that need a hand first. */
  lineCount: number;
}
/** `GET /api/coordination/board/actions`: fifty at a time; `next` asks for those after. */
export interface ActionPage {
  actions: ActionRow[];
  next: string | null;
}

export interface CalendarStep {
  id: string;
  title: Told;
  dueOn: string;
  isMilestone: boolean;
  ending: 'done' | 'dropped' | null;
}
/** `GET /api/coordination/board/calendar?from=`: what runs in the twelve months from that one on, what ends first before the rest. */
export interface Calendar {
  /** ISO days; the last one is the last of the twelfth month. */
  from: string;
  to: string;
  today: string;
  actions: (ActionRow & { due: CalendarStep[] })[];
  next: string | null;
}

export const matrixRows = ['organization', 'province'] as const;
export type MatrixRows = (typeof matrixRows)[number];
/** Actions that do not rest: proposed, under way or done. */
export interface MatrixCell {
  carries: number;
  takesPart: number;
}
/** `GET /api/coordination/board/matrix?of=`: who works on what, or where; a theme that is missing from `cells` has nothing. */
export interface Matrix {
  of: MatrixRows;
  rows: { id: string; name: string; cells: Partial<Record<Theme, MatrixCell>> }[];
  /** How many rows there are in all; those with most come first, two hundred of them. */
  rowCount: number;
  /** Themes under which something was adopted that nobody took up, with how many. */
  gaps: { theme: Theme; adopted: number; untouched: number }[];
}

export const agendaKinds = ['step', 'action', 'recommendation', 'decision', 'meeting'] as const;
export interface AgendaItem {
  kind: (typeof agendaKinds)[number];
  /** Its own; two steps of an action may fall due on one day. */
  key: string;
  /** What it opens: an action for a step, a meeting for a decision. */
  id: string;
  title: Told;
  /** The action a step is of, the meeting a decision was taken at. */
  of: Told | null;
  on: string;
  owner: OrganizationName | null;
}
/** `GET /api/coordination/board/agenda?days=` */
export interface Agenda {
  today: string;
  /** Past its day and not ended, the oldest first; at most a hundred. */
  late: AgendaItem[];
  isMoreLate: boolean;
  /** What comes, at most three hundred. */
  coming: AgendaItem[];
}

/** `GET /api/coordination/board/map`: communes with what runs there, on the region drawn in units of its own. */
export interface BoardMap {
  /** Null for a region whose borders are not there: its communes are then a list. */
  outlines: {
    width: number;
    height: number;
    region: string;
    borders: string;
    provinces: { code: string; name: string; x: number; y: number }[];
  } | null;
  communes: ({ code: string; name: string; x: number; y: number } & Counts)[];
  /** Of the whole region, without a commune. */
  everywhere: Counts | null;
}
