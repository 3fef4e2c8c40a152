import { z } from 'zod';
import type { ErasureLine } from '../../people/contract.ts';
import { freeText, line } from '../../platform/commands/contract.ts';
import { type AssessmentDomain, assessmentDomains, type Duty, duties, highestLevel, type Paper, papers } from './lists.ts';

/** `desk.start_cell`: an organisation of the directory becomes a reception cell, found by this service. By the programme. */
export const startCellSchema = z.strictObject({ organizationId: z.uuid(), serviceId: z.uuid() });

const communeCode = z.string().regex(/^\d{9}$/);
/** `desk.place_cell`: where it receives: a place the directory knows, or a new address. */
export const placeCellSchema = z
  .strictObject({
    serviceId: z.uuid(),
    locationId: z.uuid().optional(),
    communeCode: communeCode.optional(),
    address: line(300).min(1).optional(),
    postalCode: line(20).optional(),
  })
  .refine((p) => (p.locationId ? !p.address : Boolean(p.communeCode && p.address)), { path: ['address'], message: 'one_place' });
export type PlaceCell = z.infer<typeof placeCellSchema>;

const onCallSchema = z.strictObject({ phone: line(60).min(3), hours: line(200).optional() });
/** `desk.set_duties`: who does what, and whom to call outside hours. It replaces what was said. */
export const setDutiesSchema = z.strictObject({
  duties: z.partialRecord(z.enum(duties), z.array(z.uuid()).min(1).max(20)),
  onCall: onCallSchema.optional(),
});

const both = z.strictObject({ fr: freeText(1200), ar: freeText(1200) });
/** What people read on the wall about their data: in both languages, some of it may still be missing. */
export const dataSheetSchema = z.strictObject({
  purpose: both,
  legalBasis: both,
  categories: both,
  recipients: both,
  retention: both,
  /** Where to ask for access, correction, opposition: a name of an office, never of a person, an address, a telephone. */
  rightsContact: line(300),
  /** The receipt of the declaration to the CNDP; both stay empty until it came. */
  cndpNumber: line(60),
  cndpDate: z.union([z.iso.date(), z.literal('')]),
});
export type DataSheet = z.infer<typeof dataSheetSchema>;
/** `desk.set_data_sheet`. */
export const setDataSheetSchema = z.strictObject({ sheet: dataSheetSchema });

/** `desk.note_printed`: a paper was printed to be hung up. */
export const notePrintedSchema = z.strictObject({ paper: z.enum(papers) });
/** `desk.share_scores`: whether coordinators may see the cell's scores. */
export const shareScoresSchema = z.strictObject({ shares: z.boolean() });

const level = z.int().min(0).max(highestLevel);
export const answersSchema = z.record(z.string().regex(/^[a-z_]{1,40}$/), z.strictObject({ level, note: freeText(500).optional() }));
export type Answers = z.infer<typeof answersSchema>;
/** `desk.assess`: every criterion of a version has its level. A record is dated and stays as it is. */
export const assessSchema = z.strictObject({
  assessmentId: z.uuid(),
  version: z.string().max(20),
  madeOn: z.iso.date(),
  answers: answersSchema,
});

const words = z.strictObject({ fr: z.string().min(1).max(400), ar: z.string().min(1).max(400) });
/** A version of the reference framework as the region's data give it. */
export const frameworkSchema = z.strictObject({
  version: z.string().regex(/^\d{4}-\d{2}$/),
  source: words,
  criteria: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z_]{1,40}$/),
        domain: z.enum(assessmentDomains),
        title: words,
        /** What each level means, from 0 to the highest. */
        levels: z.array(words).length(highestLevel + 1),
      }),
    )
    .min(1)
    .refine((all) => new Set(all.map((c) => c.key)).size === all.length, 'key_twice'),
});
export type Framework = z.infer<typeof frameworkSchema>;
export type Criterion = Framework['criteria'][number];

/** `GET /api/desk/cell/today`. */
export interface Today {
  late: number;
  emergency: number;
  unassigned: number;
  waiting: number;
  open: number;
  visits: { today: number; people: number; usualByNow: number | null; usual: number | null; weeks: number };
  steps: DueStep[];
  /** People who ask to be erased. */
  erasures: ErasureLine[];
}
export interface DueStep {
  id: string;
  caseId: string;
  reference: string;
  title: string;
  dueOn: string;
  isLate: boolean;
  assignedName: string | null;
}
/** A case as the head of the cell gives it to someone. */
export interface CellCase {
  id: string;
  reference: string;
  personName: string | null;
  status: string;
  priority: string;
  needs: string[];
  openedAt: string;
  assignedTo: string | null;
  assignedName: string | null;
  dueAt: string | null;
  late: boolean;
  /** When the cell was told that it is late. */
  toldAt: string | null;
}
export interface Member {
  userId: string;
  name: string;
  isHead: boolean;
  /** False: left the cell, and still holds cases. */
  isActive: boolean;
  readsRestricted: boolean;
}
/** Of one agent, or of the whole cell where `userId` is null. Days, with the time spent waiting for the person taken out. */
export interface Load {
  userId: string | null;
  open: number;
  late: number;
  waiting: number;
  closedThisMonth: number;
  daysToFirstAction: number | null;
  daysToClosure: number | null;
}
export interface Workload {
  members: Member[];
  loads: Load[];
}
export interface PastHandover {
  at: string;
  fromName: string | null;
  toName: string | null;
  fromUserId: string;
  toUserId: string;
  reason: string;
  cases: number;
}
export interface HandoverPreview {
  cases: CellCase[];
  steps: number;
}

export interface CellHours {
  freq: string | null;
  byday: string | null;
  opensAt: string | null;
  closesAt: string | null;
  season: string | null;
  validFrom: string | null;
  validTo: string | null;
}
/** What the checklist looks at. `GET /api/desk/cell/setup`. */
export interface SetupFacts {
  organization: { id: string; name: { fr: string; ar: string | null }; communeCode: string | null };
  service: { id: string; name: { fr: string; ar: string | null }; isPublished: boolean } | null;
  place: { address: string | null; communeCode: string | null; communeFr: string | null; communeAr: string | null } | null;
  hours: CellHours[];
  languages: string[];
  phones: { number: string; type: string | null }[];
  email: string | null;
  members: number;
  invitations: number;
  duties: Partial<Record<Duty, string[]>>;
  onCall: { phone: string; hours?: string } | null;
  /** Checklists of procedures that its agents can open. */
  guides: number;
  dataSheet: DataSheet | null;
  printed: Partial<Record<Paper, string>>;
  assessments: number;
  today: string;
}
export interface KnownPlace {
  id: string;
  name: string | null;
  address: string;
  communeCode: string;
}
export type Scores = Partial<Record<AssessmentDomain, number>>;
export interface AssessmentRecord {
  id: string;
  version: string;
  madeOn: string;
  madeBy: string | null;
  answers: Record<string, { level: number; note?: string }>;
  scores: Scores;
}
export interface SharedScores {
  organizationId: string;
  name: string;
  version: string;
  madeOn: string;
  scores: Scores;
}
/** A cell as the programme follows its beginning. */
export interface BegunCell {
  organizationId: string;
  name: string;
  serviceId: string | null;
  hasHead: boolean;
  isInvited: boolean;
}
