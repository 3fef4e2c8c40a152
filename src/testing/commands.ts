import { randomUUID } from 'node:crypto';
import { handlers } from '../handlers.ts';
import type { Answer } from '../platform/commands/contract.ts';
import { type CommandRunner, createCommandRunner } from '../platform/commands/run.ts';
import type { Actor } from '../platform/database/actor.ts';
import type { Databases } from '../platform/database/open.ts';

/** A runner without a job worker: what it queues stays queued. */
export const testRunner = (db: Databases, clock?: () => Date): CommandRunner => createCommandRunner(db.app, handlers, clock);

export const command = (kind: string, payload: unknown, at = new Date()) => ({ id: randomUUID(), kind, at: at.toISOString(), payload });

export const visitPayload = (over: object = {}) => ({
  visitId: randomUUID(),
  audience: 'returned_mre',
  needs: ['pensions'],
  language: 'ary',
  sex: 'woman',
  ageBand: '65_and_over',
  channel: 'in_person',
  outcome: 'case_opened',
  ...over,
});

/** Sends a command that must succeed. */
export async function mustRun(runner: CommandRunner, actor: Actor, kind: string, payload: unknown): Promise<Record<string, unknown>> {
  const answer: Answer = await runner.run(actor, command(kind, payload));
  if (answer.status === 'refused') throw new Error(`${kind} was refused: ${answer.code} ${JSON.stringify(answer.fields ?? [])}`);
  return answer.result;
}

/** A visit, a named case, a consent and a referral from `agent` to the organisation `receiver`. */
export async function buildReferral(runner: CommandRunner, agent: Actor, receiver: string, fields: string[] = ['name', 'needs']) {
  const ids = { visitId: randomUUID(), caseId: randomUUID(), personId: randomUUID(), consentId: randomUUID(), referralId: randomUUID() };
  await mustRun(runner, agent, 'desk.record_visit', visitPayload({ visitId: ids.visitId, note: 'Note inventée' }));
  await mustRun(runner, agent, 'cases.open', {
    caseId: ids.caseId,
    visitId: ids.visitId,
    needs: ['pensions'],
    summary: 'Résumé inventé',
    person: { personId: ids.personId, name: 'Testa Inventée', phone: '+212 500 000 000' },
  });
  await mustRun(runner, agent, 'people.record_consent', {
    consentId: ids.consentId,
    caseId: ids.caseId,
    recipientOrganizationId: receiver,
    purpose: 'referral',
    fields,
    givenHow: 'spoken',
    explainedIn: 'ary',
  });
  await mustRun(runner, agent, 'referrals.send', {
    referralId: ids.referralId,
    caseId: ids.caseId,
    consentId: ids.consentId,
    priority: 'normal',
    reason: 'Motif inventé',
  });
  return ids;
}
