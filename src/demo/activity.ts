import { randomUUID } from 'node:crypto';
import { ageBands, audiences, channels, exchangeLanguages, needs, sexes } from '../desk/contract.ts';
import type { CommandRunner } from '../platform/commands/run.ts';
import type { Actor } from '../platform/database/actor.ts';
import { demoPartners } from './organizations.ts';

/** A small generator with a fixed start: the demonstration is the same everywhere. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index % list.length];
  if (value === undefined) throw new Error('an empty list has nothing to pick');
  return value;
};

const people = [
  { name: 'Personne Démo Une', need: 'health', partner: 0, summary: 'Suivi médical demandé (exemple inventé).' },
  { name: 'Personne Démo Deux', need: 'justice', partner: 1, summary: 'Courrier d’un tribunal à comprendre (exemple inventé).' },
  { name: 'Personne Démo Trois', need: 'health', partner: 0, summary: 'Ordonnance à renouveler (exemple inventé).' },
] as const;

/** Visits, cases and referrals that never happened, made through the same commands as real ones. */
export async function seedDemoActivity(
  runner: CommandRunner,
  agents: readonly Actor[],
  partners: readonly Actor[],
  now: Date,
): Promise<void> {
  const pick = sequence(2021);
  const send = async (actor: Actor, kind: string, payload: unknown, when: Date): Promise<void> => {
    const answer = await runner.run(actor, { id: randomUUID(), kind, at: when.toISOString(), payload });
    if (answer.status === 'refused') throw new Error(`the demonstration was refused: ${kind} ${answer.code}`);
  };
  const visit = (overrides: object) => ({
    visitId: randomUUID(),
    audience: at(audiences, pick(4)),
    needs: [at(needs, pick(needs.length))],
    language: at(exchangeLanguages, pick(4)),
    sex: at(sexes, pick(2)),
    ageBand: at(ageBands, 2 + pick(4)),
    channel: at(channels, Math.max(0, pick(6) - 3)),
    outcome: 'informed',
    ...overrides,
  });
  for (let i = 0; i < 120; i++) {
    const when = new Date(now.getTime() - pick(60 * 24) * 3_600_000 - 3_600_000);
    await send(at(agents, pick(agents.length)), 'desk.record_visit', visit({}), when);
  }
  const agent = at(agents, 0);
  for (const [i, person] of people.entries()) {
    const when = new Date(now.getTime() - (i * 20 + 2) * 3_600_000);
    const [visitId, caseId, consentId, referralId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const partner = at(demoPartners, person.partner);
    await send(agent, 'desk.record_visit', visit({ visitId, needs: [person.need], outcome: 'case_opened' }), when);
    await send(
      agent,
      'cases.open',
      { caseId, visitId, needs: [person.need], summary: person.summary, person: { personId: randomUUID(), name: person.name } },
      when,
    );
    const consent = {
      consentId,
      caseId,
      recipientOrganizationId: partner.id,
      purpose: 'referral',
      fields: ['name', 'needs', 'summary'],
      givenHow: 'spoken',
      explainedIn: 'ary',
    };
    await send(agent, 'people.record_consent', consent, when);
    await send(
      agent,
      'referrals.send',
      { referralId, caseId, consentId, serviceId: partner.service.id, priority: i === 1 ? 'urgent' : 'normal', reason: person.summary },
      when,
    );
    if (i === 2) await send(at(partners, 0), 'referrals.accept', { referralId, note: 'Rendez-vous proposé jeudi (exemple inventé).' }, now);
  }
}
