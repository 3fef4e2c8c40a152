import { randomUUID } from 'node:crypto';
import type { CommandRunner } from '../platform/commands/run.ts';
import type { Actor, Role } from '../platform/database/actor.ts';

const dayMs = 86_400_000;
const agenda = [
  {
    kind: 'plenary',
    minutes: 30,
    speaker: 'Coordination régionale',
    title: { fr: 'Ouverture et suites de l’été', ar: 'الافتتاح وحصيلة الصيف' },
  },
  { kind: 'group', minutes: 90, speaker: '', title: { fr: 'Travail en groupes', ar: 'عمل المجموعات' } },
  { kind: 'break', minutes: 15, speaker: '', title: { fr: 'Pause', ar: 'استراحة' } },
  { kind: 'plenary', minutes: 60, speaker: '', title: { fr: 'Ce que chacun prend en charge', ar: 'ما يتكفل به كل طرف' } },
];
const groups = [
  { title: { fr: 'Accueil et orientation', ar: 'الاستقبال والتوجيه' }, theme: 'cells', place: 'Salle A' },
  { title: { fr: 'Femmes, enfants et jeunes', ar: 'النساء والأطفال والشباب' }, theme: 'women_children_youth', place: 'Salle B' },
];

/** An invented committee whose next meeting is called, with one answer given and others awaited: through the same commands as real ones. */
export async function seedDemoMeetings(runner: CommandRunner, actors: readonly Actor[], now: Date): Promise<void> {
  const who = (role: Role): Actor => {
    const found = actors.find((a) => a.role === role);
    if (!found) throw new Error(`the demonstration has no ${role}`);
    return found;
  };
  const [coordinator, partner] = [who('coordinator'), who('partner')];
  const send = async (actor: Actor, kind: string, payload: object): Promise<void> => {
    const answer = await runner.run(actor, { id: randomUUID(), kind: `coordination.${kind}`, at: now.toISOString(), payload });
    if (answer.status === 'refused') throw new Error(`the demonstration was refused: ${kind} ${answer.code}`);
  };
  const [bodyId, meetingId, answeredId] = [randomUUID(), randomUUID(), randomUUID()];
  await send(coordinator, 'set_body', {
    bodyId,
    kind: 'technical_committee',
    name: { fr: 'Comité technique des cellules (exemple inventé)', ar: 'اللجنة التقنية للخلايا (مثال مختلق)' },
    themes: ['cells', 'joint_actions'],
    rhythm: { fr: 'Tous les trois mois', ar: 'كل ثلاثة أشهر' },
    endedOn: null,
  });
  await send(coordinator, 'create_meeting', {
    meetingId,
    kind: 'committee',
    title: { fr: 'Comité technique des cellules (exemple inventé)', ar: 'اللجنة التقنية للخلايا (مثال مختلق)' },
    purpose: { fr: 'Faire le point de l’été et préparer le suivant.', ar: 'تقييم الصيف وتحضير الموالي.' },
    bodyId,
    inviteAsBefore: false,
    heldOn: new Date(now.getTime() + 21 * dayMs).toISOString().slice(0, 10),
    endedOn: null,
    begins: '09:30',
    ends: '13:00',
    place: 'Salle de réunion (exemple inventé), Oujda',
    link: null,
  });
  for (const item of agenda) await send(coordinator, 'set_agenda_item', { itemId: randomUUID(), meetingId, day: 1, ...item });
  for (const group of groups) await send(coordinator, 'set_meeting_group', { groupId: randomUUID(), meetingId, ...group });
  const others = new Set([who('cell_manager'), who('project_holder'), who('programme')].map((actor) => actor.organizationId));
  others.delete(partner.organizationId);
  others.delete(coordinator.organizationId);
  await send(coordinator, 'invite', {
    meetingId,
    invitations: [
      { invitationId: answeredId, organizationId: partner.organizationId },
      ...[...others].map((organizationId) => ({ invitationId: randomUUID(), organizationId })),
    ],
  });
  await send(coordinator, 'move_meeting', { meetingId, act: 'call' });
  await send(partner, 'answer_invitation', { invitationId: answeredId, status: 'accepted', seats: 2, note: '' });
}
