import { findKept, keep } from '../../workspace/device.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import type { Change } from '../../workspace/outbox/sender.ts';
import type { RecordVisit } from '../contract.ts';
import type { Danger } from '../../territory/lists.ts';
import { needs } from '../lists.ts';
import { type GroupDraft, groupOf } from './group/group-draft.ts';

/** A service the person is being pointed to. */
export interface Picked {
  id: string;
  name: string;
  organizationName: string;
  toBeConfirmed: boolean;
}
/** Someone the cell knows already: what the visit points at, and the words that show it. */
export interface KnownVisitor {
  personId: string | null;
  personName: string | null;
  previousVisitId: string | null;
  previousReference: string | null;
  /** Only when they came for the same thing. */
  caseId: string | null;
  caseReference: string | null;
}
export interface VisitDraft {
  needs: RecordVisit['needs'];
  audience: RecordVisit['audience'] | '';
  language: RecordVisit['language'];
  sex: RecordVisit['sex'];
  ageBand: RecordVisit['ageBand'];
  channel: RecordVisit['channel'];
  /** Empty until the agent chooses; `outcomeOf` then answers for them. */
  outcome: RecordVisit['outcome'] | '';
  communeCode: string;
  note: string;
  picked: Picked[];
  emergency: boolean;
  /** `null` for one person. */
  group: GroupDraft | null;
  known: KnownVisitor | null;
  /** An emergency that broke in on this visit and is recorded after it. */
  later: Danger | null;
}
/** A visit that was recorded. Its id comes with the recording: two tabs show one draft, and what each records is a visit of its own. */
export type RecordedVisit = VisitDraft & { visitId: string };
/** Most visits of a day are alike in these two, so the next one begins with them. */
type Habits = Pick<VisitDraft, 'language' | 'channel'>;

export async function newVisit(userId: string): Promise<VisitDraft> {
  const habits = await findKept<Habits>(`habits:${userId}`).catch(() => undefined);
  return {
    needs: [],
    audience: '',
    language: 'ary',
    sex: 'not_said',
    ageBand: 'not_said',
    channel: 'in_person',
    outcome: '',
    communeCode: '',
    note: '',
    picked: [],
    emergency: false,
    group: null,
    known: null,
    later: null,
    ...habits,
  };
}
export async function rememberHabits(userId: string, { language, channel }: Habits): Promise<void> {
  await keep(`habits:${userId}`, { language, channel });
}

export const mostNeeds = 6;
export function outcomeOf(draft: Pick<VisitDraft, 'outcome' | 'picked'>): RecordVisit['outcome'] {
  return draft.outcome || (draft.picked.length > 0 ? 'oriented' : 'informed');
}
/** Whether nothing was said of anyone yet. */
export const isBlank = ({ needs: chosen, audience, note, picked, group, known }: VisitDraft): boolean =>
  chosen.length === 0 && audience === '' && note.trim() === '' && picked.length === 0 && group === null && known === null;

/** Translation keys of what is still missing, by field. */
export function missingIn(draft: VisitDraft): { needs?: string; audience?: string } {
  return {
    ...(draft.needs.length === 0
      ? { needs: 'desk.needs.missing' }
      : draft.needs.length > mostNeeds
        ? { needs: 'desk.needs.too_many' }
        : {}),
    ...(draft.audience === '' ? { audience: 'desk.audience.missing' } : {}),
  };
}

/** The visit and its orientations, as the changes that record them, in the order the server needs. */
export function changesOf(draft: RecordedVisit): Change[] {
  const { visitId, audience, language, channel, communeCode, note, group, known } = draft;
  const chosen = needs.filter((n) => draft.needs.includes(n));
  return [
    {
      kind: 'desk.record_visit',
      payload: {
        visitId,
        audience,
        needs: chosen,
        language,
        // Of a group its profile tells.
        sex: group ? 'not_said' : draft.sex,
        ageBand: group ? 'not_said' : draft.ageBand,
        channel,
        outcome: outcomeOf(draft),
        ...(communeCode ? { communeCode } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(draft.emergency ? { emergency: true } : {}),
        ...(group ? { group: groupOf(group) } : {}),
        ...(known?.personId && !group ? { personId: known.personId } : {}),
        ...(known?.caseId ? { aboutCaseId: known.caseId } : {}),
        ...(known?.previousVisitId ? { previousVisitId: known.previousVisitId } : {}),
      },
    },
    ...draft.picked.map(({ id }) => ({ kind: 'desk.orient', payload: { orientationId: uuidv7(), visitId, serviceId: id } })),
  ];
}
