import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { CommandRunner } from '../platform/commands/run.ts';
import type { Actor } from '../platform/database/actor.ts';
import { referenceOf } from '../platform/reference.ts';
import { demoPartners } from './organizations.ts';

/** What people said of the invented services. */
const said = [
  { partner: 0, kind: 'wrong', text: 'Le numéro ne répond plus l’après-midi (exemple inventé).', language: 'fr' },
  { partner: 0, kind: 'thanks', text: null, language: 'ar' },
  { partner: 1, kind: 'closed', text: 'Porte fermée mardi à 15 h (exemple inventé).', language: 'fr' },
] as const;

/** Feedback, a proposal and places left that never were, so that whoever keeps the directory has something to look at. */
export async function seedDemoCare(owner: Client, runner: CommandRunner, partners: readonly Actor[], now: Date): Promise<void> {
  for (const { partner, kind, text, language } of said) {
    const id = randomUUID();
    await owner.query('insert into directory.feedback (id, reference, service_id, kind, text, language) values ($1, $2, $3, $4, $5, $6)', [
      id,
      referenceOf(id),
      demoPartners[partner]?.service.id,
      kind,
      text,
      language,
    ]);
  }
  const send = async (kind: string, payload: object): Promise<void> => {
    const actor = partners[0];
    if (!actor) return;
    const answer = await runner.run(actor, { id: randomUUID(), kind: `directory.${kind}`, at: now.toISOString(), payload });
    if (answer.status === 'refused') throw new Error(`the demonstration was refused: ${kind} ${answer.code}`);
  };
  const serviceId = demoPartners[0]?.service.id;
  await send('set_availability', { changeId: randomUUID(), serviceId, availability: { state: 'places', places: 6 } });
  await send('edit_service', {
    changeId: randomUUID(),
    proposalId: randomUUID(),
    serviceId,
    fields: { name: 'Consultation de santé et vaccination (démonstration)' },
    reason: 'Nous vaccinons aussi les enfants (exemple inventé).',
  });
}
