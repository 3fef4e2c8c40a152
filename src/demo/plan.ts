import { randomUUID } from 'node:crypto';
import type { Actor } from '../platform/database/actor.ts';
import type { CommandRunner } from '../platform/commands/run.ts';
import { demoPlanWords as words } from './plan-words.ts';

const oujda = '024110123';
/** ACODEC's project of 2022 in the region's library, which the demonstration copies with credit. */
const copiedFrom = '6ace6052-8948-5b2c-b2c8-6e1d42a801e9';

/** A commune's plan on its way: invented words and sums, marked as such, through the same commands as a real one; true facts come with their source. */
export async function seedDemoPlan(runner: CommandRunner, officer: Actor, now: Date): Promise<string> {
  const planId = randomUUID();
  const send = async (kind: string, payload: object): Promise<void> => {
    const answer = await runner.run(officer, {
      id: randomUUID(),
      kind: `plans.${kind}`,
      at: now.toISOString(),
      payload: { planId, ...payload },
    });
    if (answer.status === 'refused') throw new Error(`the demonstration was refused: plans.${kind} ${answer.code}`);
  };
  const add = async (thing: string, row: object): Promise<string> => {
    const thingId = randomUUID();
    await send('add', { thing, thingId, row });
    return thingId;
  };
  const say = async (thing: string, thingId: string, field: string, told: { fr: string; ar: string }): Promise<void> => {
    for (const language of ['fr', 'ar'] as const)
      await send('edit', { thing, thingId, field, language, base: '', value: told[language], conflictId: randomUUID() });
  };
  const goOn = (to: string, reachedOn: string) => send('move', { act: 'go_on', to, reachedOn, versionId: randomUUID() });
  const pay = (project: string, source: string, byYear: Record<number, number>) =>
    Promise.all(
      Object.entries(byYear).map(([year, value]) =>
        send('fill', {
          thing: 'cost',
          key: { project_id: project, year: Number(year), source },
          cellId: randomUUID(),
          field: 'amount',
          base: null,
          value,
          conflictId: randomUUID(),
        }),
      ),
    );

  await send('begin', { communeCode: oujda, title: words.title, mandateStartsOn: '2021-09-20', firstYear: 2022 });
  await say('plan', planId, 'vision', words.vision);
  await say('plan', planId, 'regional_link', words.regionalLink);
  await send('share', { shares: true });
  await add('session', { kind: 'information', held_on: '2021-11-10', place: words.hall, women: 14, men: 26 });
  await goOn('diagnosis', '2021-11-12');

  const workshop = await add('session', {
    kind: 'diagnosis',
    held_on: '2022-02-15',
    place: words.hall,
    women: 24,
    men: 31,
    words: words.workshop,
  });
  const needs: string[] = [];
  for (const { title, text, audiences, gender, migration } of words.needs) {
    const row = { title, text, audiences, gender_marker: gender, migration_marker: migration, source: 'session', session_id: workshop };
    needs.push(await add('need', row));
  }
  await goOn('priorities', '2022-03-01');

  const ranking = await add('session', { kind: 'ranking', held_on: '2022-03-10', place: words.hall, women: 22, men: 28 });
  for (const [place, needId] of needs.entries()) {
    const [women, men] = words.hands[place] ?? [0, 0];
    await send('count_votes', { sessionId: ranking, needId, voteId: randomUUID(), women, men });
  }
  await goOn('projects', '2022-03-15');

  const [cell, language, copied] = [
    await add('project', { ...words.cell, need_ids: [needs[0]] }),
    await add('project', { ...words.language, need_ids: [needs[1]] }),
    randomUUID(),
  ];
  await pay(cell, 'commune', { 2022: 120_000, 2023: 180_000, 2024: 180_000, 2025: 190_000 });
  await pay(cell, 'region', { 2022: 150_000, 2023: 100_000 });
  await pay(language, 'association', { 2022: 20_000, 2023: 40_000, 2024: 40_000 });
  await pay(language, 'commune', { 2023: 30_000, 2024: 30_000 });
  await send('copy', { entryId: copiedFrom, projectId: copied });
  await pay(copied, 'partner', { 2022: 90_000, 2023: 110_000 });
  const measure = async (project: string, indicator: object, values: [year: number, part: string, value: number][]): Promise<void> => {
    const id = await add('indicator', { project_id: project, ...indicator });
    for (const [year, part, value] of values) {
      const key = { indicator_id: id, year, part };
      await send('fill', {
        thing: 'indicator_value',
        key,
        cellId: randomUUID(),
        field: 'value',
        base: null,
        value,
        conflictId: randomUUID(),
      });
    }
  };
  await measure(cell, words.received, [
    [2023, '', 310],
    [2023, 'women', 140],
    [2023, 'men', 170],
    [2024, '', 640],
    [2024, 'women', 330],
    [2024, 'men', 310],
  ]);
  await measure(language, words.learners, [
    [2023, '', 25],
    [2024, '', 60],
  ]);
  await goOn('consultation', '2022-05-20');

  await add('remark', { body: 'ieecag', said_on: '2022-06-02', ...words.heard, project_id: cell, taken: 'yes', answered_on: '2022-06-14' });
  await add('session', { kind: 'consultation', held_on: '2022-06-02', place: words.hall, women: 9, men: 6 });
  await goOn('deliberation', '2022-06-20');
  await add('session', { kind: 'council', held_on: '2022-07-05', place: words.hall, women: 12, men: 30 });
  await goOn('visa', '2022-07-05');
  await goOn('running', '2022-08-30');

  for (const { year, adoptedOn, summary, learned, shares } of words.years) {
    const evaluation = await add('evaluation', { year, summary, learned });
    for (const [place, project] of [cell, language, copied].entries()) {
      const [share, spent] = shares[place] ?? [0, 0];
      for (const [field, value] of [
        ['share', share],
        ['spent', spent],
      ] as const) {
        const key = { evaluation_id: evaluation, project_id: project };
        await send('fill', { thing: 'judged', key, cellId: randomUUID(), field, base: null, value, conflictId: randomUUID() });
      }
    }
    await send('adopt_evaluation', { evaluationId: evaluation, adoptedOn });
  }
  const versionId = randomUUID();
  await send('freeze', { versionId, name: words.version });
  await send('publish', { versionId, parts: ['sessions', 'needs', 'costs', 'indicators', 'remarks', 'evaluations'] });
  return planId;
}
