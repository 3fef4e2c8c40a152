import { findKept, keep } from '../../workspace/device.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import type { Change } from '../../workspace/outbox/sender.ts';
import type { RecordVisit } from '../contract.ts';
import { needs } from '../lists.ts';

/** A service the person is being pointed to. */
export interface Picked {
  id: string;
  name: string;
  organizationName: string;
  toBeConfirmed: boolean;
}
export interface VisitDraft {
  visitId: string;
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
}
/** Most visits of a day are alike in these two, so the next one begins with them. */
type Habits = Pick<VisitDraft, 'language' | 'channel'>;

export async function newVisit(userId: string): Promise<VisitDraft> {
  const habits = await findKept<Habits>(`habits:${userId}`).catch(() => undefined);
  return {
    visitId: uuidv7(),
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
export function changesOf(draft: VisitDraft): Change[] {
  const { visitId, audience, language, sex, ageBand, channel, communeCode, note } = draft;
  const chosen = needs.filter((n) => draft.needs.includes(n));
  return [
    {
      kind: 'desk.record_visit',
      payload: {
        visitId,
        audience,
        needs: chosen,
        language,
        sex,
        ageBand,
        channel,
        outcome: outcomeOf(draft),
        ...(communeCode ? { communeCode } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
      },
    },
    ...draft.picked.map(({ id }) => ({ kind: 'desk.orient', payload: { orientationId: uuidv7(), visitId, serviceId: id } })),
  ];
}
