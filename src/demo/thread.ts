import { randomUUID } from 'node:crypto';
import type { CommandRunner } from '../platform/commands/run.ts';
import type { Actor, Role } from '../platform/database/actor.ts';

const dayMs = 86_400_000;

/** What invented organisations say, commit to and do, beside the true thread of the region: through the same commands as real ones. */
export async function seedDemoThread(runner: CommandRunner, actors: readonly Actor[], now: Date): Promise<void> {
  const who = (role: Role): Actor => {
    const found = actors.find((a) => a.role === role);
    if (!found) throw new Error(`the demonstration has no ${role}`);
    return found;
  };
  const day = (away: number): string => new Date(now.getTime() + away * dayMs).toISOString().slice(0, 10);
  const send = async (actor: Actor, kind: string, payload: object, daysAgo: number): Promise<void> => {
    const at = new Date(now.getTime() - daysAgo * dayMs).toISOString();
    const answer = await runner.run(actor, { id: randomUUID(), kind: `coordination.${kind}`, at, payload });
    if (answer.status === 'refused') throw new Error(`the demonstration was refused: ${kind} ${answer.code}`);
  };
  const [agent, head, partner, coordinator, holder] = [
    who('agent'),
    who('cell_manager'),
    who('partner'),
    who('coordinator'),
    who('project_holder'),
  ];
  const found = [
    {
      actor: agent,
      kind: 'difficulty',
      title: {
        fr: 'Personne ne parle anglais au guichet le soir (exemple inventé)',
        ar: 'لا أحد يتكلم الإنجليزية في المكتب مساء (مثال مختلق)',
      },
      themes: ['cells', 'training'],
      audiences: ['rpt'],
      ago: 40,
    },
    {
      actor: partner,
      kind: 'need',
      title: { fr: 'Une liste d’interprètes à appeler (exemple inventé)', ar: 'لائحة مترجمين يمكن الاتصال بهم (مثال مختلق)' },
      themes: ['training'],
      audiences: ['rpt', 'women'],
      ago: 35,
    },
    {
      actor: head,
      kind: 'good_practice',
      title: { fr: 'Rappeler la veille les papiers à apporter (exemple inventé)', ar: 'التذكير بالوثائق قبل الموعد بيوم (مثال مختلق)' },
      themes: ['experience'],
      audiences: ['mre'],
      ago: 20,
    },
  ].map((f) => ({ ...f, id: randomUUID() }));
  for (const { actor, id, ago, ...said } of found) {
    const source = { sourceId: randomUUID(), kind: actor === agent ? 'desk' : 'interview', saidOn: day(-ago) };
    await send(actor, 'raise_finding', { findingId: id, ...said, communeCodes: [], source, share: true }, ago);
  }
  const recommendationId = randomUUID();
  await send(
    partner,
    'write_recommendation',
    {
      recommendationId,
      title: { fr: 'Partager des interprètes entre cellules (exemple inventé)', ar: 'تقاسم المترجمين بين الخلايا (مثال مختلق)' },
      text: {
        fr: 'Tenir une liste commune d’interprètes, avec leurs langues et leurs heures.',
        ar: 'مسك لائحة مشتركة للمترجمين بلغاتهم وأوقاتهم.',
      },
      themes: ['training', 'joint_actions'],
      audiences: ['rpt'],
      findingIds: found.slice(0, 2).map((f) => f.id),
      measure: { fr: 'Dix langues couvertes', ar: 'تغطية عشر لغات' },
      dueOn: day(120),
      urgent: false,
    },
    30,
  );
  await send(partner, 'move_recommendation', { recommendationId, act: 'propose' }, 30);
  await send(holder, 'endorse', { subjectKind: 'recommendation', subjectId: recommendationId, endorses: true }, 28);
  await send(coordinator, 'move_recommendation', { recommendationId, act: 'adopt' }, 25);
  await send(head, 'take_up', { recommendationId, takes: true }, 24);

  const actionId = randomUUID();
  const plan = {
    actionId,
    title: { fr: 'Liste commune d’interprètes (exemple inventé)', ar: 'لائحة مشتركة للمترجمين (مثال مختلق)' },
    themes: ['training'],
    audiences: ['rpt'],
    communeCodes: ['024110123'],
    recommendations: [{ recommendationId, weight: 1 }],
    rhythmDays: 30,
    startsOn: day(-24),
    endsOn: day(120),
  };
  await send(head, 'plan_action', plan, 24);
  await send(head, 'move_action', { actionId, act: 'begin' }, 24);
  await send(
    partner,
    'commit',
    { commitmentId: randomUUID(), actionId, does: { fr: 'Trouver les interprètes', ar: 'إيجاد المترجمين' } },
    22,
  );
  const money = { amount: 20_000, currency: 'MAD' };
  await send(
    holder,
    'commit',
    { commitmentId: randomUUID(), actionId, does: { fr: 'Payer les appels', ar: 'أداء ثمن المكالمات' }, money },
    20,
  );
  const steps = [
    {
      fr: 'Demander à chaque cellule les langues qui manquent',
      ar: 'سؤال كل خلية عن اللغات الناقصة',
      dueOn: day(-10),
      weight: 1,
      isMilestone: false,
    },
    { fr: 'Dix interprètes d’accord', ar: 'موافقة عشرة مترجمين', dueOn: day(-2), weight: 3, isMilestone: true },
    { fr: 'Liste en usage dans deux cellules', ar: 'استعمال اللائحة في خليتين', dueOn: day(90), weight: 2, isMilestone: true },
  ].map((s) => ({ ...s, stepId: randomUUID() }));
  for (const { stepId, fr, ar, ...step } of steps) {
    await send(head, 'set_step', { stepId, actionId, title: { fr, ar }, organizationId: null, ...step }, 22);
  }
  await send(head, 'end_step', { stepId: steps[0]?.stepId, ending: 'done' }, 11);
  await send(partner, 'tell_news', { newsId: randomUUID(), actionId, words: 'Six interprètes ont dit oui (exemple inventé).' }, 5);
}
