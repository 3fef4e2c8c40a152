import type { Answer, FieldProblem } from '../../platform/commands/contract.ts';

/** A change on its way to the server. It stays on the device until the server has said what became of it. */
export interface OutboxEntry {
  seq: number;
  id: string;
  userId: string;
  organizationId: string;
  kind: string;
  at: string;
  payload: Record<string, unknown>;
  state: 'waiting' | 'refused';
  code?: string;
  fields?: FieldProblem[];
}

/** Where in its payload a change names what it brings into being; the first is what the change is about. */
const makes: Record<string, readonly string[]> = {
  'desk.record_visit': ['visitId'],
  'desk.define_field': ['fieldId'],
  'cases.open': ['caseId', 'person.personId'],
  'cases.name_person': ['person.personId'],
  'cases.add_step': ['stepId'],
  'cases.add_contact': ['contactId'],
  'cases.attach': ['attachmentId'],
  'people.record': ['personId'],
  'people.relate': ['relationshipId'],
  'people.merge': ['mergeId'],
  'people.record_consent': ['consentId'],
  'people.ask_erasure': ['erasureId'],
  'referrals.send': ['referralId'],
  'cases.write_letter': ['letterId'],
  'coordination.raise_finding': ['findingId'],
  'coordination.write_recommendation': ['recommendationId'],
  'coordination.plan_action': ['actionId'],
  'coordination.set_step': ['stepId'],
  'coordination.set_body': ['bodyId'],
  'coordination.create_meeting': ['meetingId'],
  'coordination.set_meeting_group': ['groupId'],
  'coordination.write_note': ['noteId'],
  'plans.begin': ['planId'],
  'plans.add': ['thingId'],
  'plans.copy': ['projectId'],
  'coordination.record_decision': ['decisionId'],
};
const subjects = [
  'visitId',
  'subjectId',
  'fieldId',
  'previousVisitId',
  'caseId',
  'aboutCaseId',
  'personId',
  'otherPersonId',
  'withPersonId',
  'keptId',
  'mergedId',
  'stepId',
  'contactId',
  'attachmentId',
  'relationshipId',
  'mergeId',
  'consentId',
  'erasureId',
  'referralId',
  'letterId',
  'findingId',
  'recommendationId',
  'actionId',
  'bodyId',
  'meetingId',
  'groupId',
  'noteId',
  'decisionId',
  'planId',
  'thingId',
  'projectId',
  'sessionId',
  'needId',
  'row.project_id',
  'key.project_id',
  'key.indicator_id',
  'key.evaluation_id',
] as const;

const isPart = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const idsAt = ({ payload }: OutboxEntry, paths: readonly string[]): string[] =>
  paths
    .map((path) => path.split('.').reduce<unknown>((at, key) => (isPart(at) ? at[key] : undefined), payload))
    .filter((id) => typeof id === 'string');

/** The things an entry brings into being. */
export const madeBy = (entry: OutboxEntry): string[] => idsAt(entry, makes[entry.kind] ?? []);

/** The things an entry cannot do without: every subject it names and does not make itself. */
export function neededBy(entry: OutboxEntry): string[] {
  const made = madeBy(entry);
  return idsAt(entry, subjects).filter((id) => !made.includes(id));
}

/** Waiting entries that rest on a refused one, directly or through another: sending them would only be refused too. */
export function heldBack(entries: readonly OutboxEntry[]): Set<string> {
  const missing = new Set<string>();
  const held = new Set<string>();
  for (const entry of bySequence(entries)) {
    const rests = neededBy(entry).some((id) => missing.has(id));
    if (entry.state === 'waiting' && !rests) continue;
    if (entry.state === 'waiting') held.add(entry.id);
    for (const made of madeBy(entry)) missing.add(made);
  }
  return held;
}

/** What to send now: this user's waiting entries, oldest first, for one organisation at a time. */
export function nextBatch(entries: readonly OutboxEntry[], userId: string, limit = 20): OutboxEntry[] {
  const mine = bySequence(entries.filter((e) => e.userId === userId));
  const held = heldBack(mine);
  const ready = mine.filter((e) => e.state === 'waiting' && !held.has(e.id));
  const organizationId = ready[0]?.organizationId;
  const batch: OutboxEntry[] = [];
  for (const entry of ready) {
    if (entry.organizationId !== organizationId || batch.length === limit) break;
    batch.push(entry);
  }
  return batch;
}

export interface Settled {
  done: string[];
  refused: { id: string; code: string; fields?: FieldProblem[] }[];
}

/** Reads the server's answers against what was sent; an entry without an answer simply goes on waiting. */
export function settle(sent: readonly OutboxEntry[], answers: readonly Answer[]): Settled {
  const ids = new Set(sent.map((e) => e.id));
  const settled: Settled = { done: [], refused: [] };
  for (const answer of answers) {
    if (!ids.delete(answer.id)) continue;
    if (answer.status === 'done') settled.done.push(answer.id);
    else settled.refused.push({ id: answer.id, code: answer.code, ...(answer.fields ? { fields: answer.fields } : {}) });
  }
  return settled;
}

/** Milliseconds to wait after the nth failure in a row: 1, 2, 4 … seconds, never more than a minute. */
export function retryDelay(failures: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.max(0, Math.min(failures - 1, 10)));
}

/** A status that trying again cannot change. 401, 408 and 429 can: by signing in, or by waiting. */
export function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
}

function bySequence(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return [...entries].sort((a, b) => a.seq - b.seq);
}
