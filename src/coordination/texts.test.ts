import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { command, mustRun, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { viewRecommendation } from './views.ts';

const db = useDatabase();
const recommendationId = randomUUID();
const first = 'Former les agents de Nador à l’accueil, avant l’été.';
let one: Actor;
let other: Actor;
let stranger: Actor;
const runner = () => testRunner(db());

beforeAll(async () => {
  const organization = await buildOrganization(db(), 'Association A');
  one = await buildActor(db(), 'partner', organization);
  other = await buildActor(db(), 'partner', organization);
  stranger = await buildActor(db(), 'partner', await buildOrganization(db(), 'Association B'));
  await mustRun(runner(), one, 'coordination.write_recommendation', {
    recommendationId,
    title: { fr: 'Former' },
    text: { fr: first },
    themes: ['training'],
    audiences: [],
    findingIds: [],
    urgent: false,
  });
  await mustRun(runner(), one, 'coordination.move_recommendation', { recommendationId, act: 'propose' });
});
const edit = (who: Actor, base: string, value: string, language = 'fr') =>
  runner().run(
    who,
    command('coordination.edit_text', {
      subjectKind: 'recommendation',
      subjectId: recommendationId,
      field: 'text',
      language,
      base,
      value,
      conflictId: randomUUID(),
    }),
  );
const view = async () => {
  const found = await withActor(db().app, one, (tx) => viewRecommendation(tx, one, recommendationId, 'fr'));
  if (!found) throw new Error('the recommendation is gone');
  return found;
};

it('what two people changed at once in different places stands, both of it', async () => {
  await edit(one, first, first.replace('Nador', 'Nador et de Driouch'));
  await edit(other, first, first.replace('l’été', 'juin'));
  expect((await view()).text.fr).toBe('Former les agents de Nador et de Driouch à l’accueil, avant juin.');
});
it('the other language is another text', async () => {
  await edit(one, '', 'تكوين موظفي الناظور', 'ar');
  expect((await view()).text).toMatchObject({ ar: 'تكوين موظفي الناظور', fr: expect.stringContaining('Former') });
});
it('where both changed the same words both texts stay, and someone chooses', async () => {
  const seen = (await view()).text.fr ?? '';
  await edit(one, seen, seen.replace('juin', 'mai'));
  expect((await edit(other, seen, seen.replace('juin', 'juillet'))).status).toBe('done');
  const { text, conflicts } = await view();
  expect(text.fr).toContain('mai');
  expect(conflicts).toMatchObject([{ field: 'text', language: 'fr', mine: expect.stringContaining('juillet') }]);
  const [conflict] = conflicts;
  await mustRun(runner(), one, 'coordination.settle_conflict', { conflictId: conflict?.id, value: conflict?.mine });
  expect(await view()).toMatchObject({ text: { fr: expect.stringContaining('juillet') }, conflicts: [] });
});
it('ten people who write at the very same moment lose no word', async () => {
  const seen = (await view()).text.fr ?? '';
  await Promise.all(Array.from({ length: 10 }, (_, n) => edit(n % 2 ? one : other, seen, `${seen} mot${n}`)));
  const { text, conflicts } = await view();
  const kept = [text.fr, ...conflicts.map((c) => c.mine)].join(' ');
  for (let n = 0; n < 10; n++) expect(kept).toContain(`mot${n}`);
});
it('what is chosen of two texts is no longer than its field takes either', async () => {
  const title = (value: string, who = one) =>
    runner().run(
      who,
      command('coordination.edit_text', {
        ...{ subjectKind: 'recommendation', subjectId: recommendationId, field: 'title', language: 'fr' },
        ...{ base: 'Former', value, conflictId: randomUUID() },
      }),
    );
  await title('Former vite');
  await title('Former bien', other);
  const [conflict] = (await view()).conflicts.filter((each) => each.field === 'title');
  const settle = (value: string) => runner().run(one, command('coordination.settle_conflict', { conflictId: conflict?.id, value }));
  expect(await settle('x'.repeat(201))).toMatchObject({ status: 'refused', code: 'text_too_long' });
  // What has no name in any other language keeps this one.
  expect(await settle('')).toMatchObject({ status: 'refused', code: 'name_missing' });
  expect(await title('')).toMatchObject({ status: 'refused', code: 'name_missing' });
  // A picture is one sign, as the field counts it.
  expect((await settle(`${'x'.repeat(199)}👩`)).status).toBe('done');
  expect((await view()).conflicts.filter((each) => each.field === 'title')).toEqual([]);
});
it('another organisation changes no word of it', async () => {
  expect(await edit(stranger, first, 'Autre chose')).toMatchObject({ status: 'refused', code: 'not_yours_to_decide' });
});
it('a name that is no text of the thing is refused before it comes near the database', async () => {
  const answer = await runner().run(
    one,
    command('coordination.edit_text', {
      subjectKind: 'recommendation',
      subjectId: recommendationId,
      field: 'status',
      language: 'fr',
      base: '',
      value: 'adopted',
      conflictId: randomUUID(),
    }),
  );
  expect(answer.status).toBe('refused');
});
it('a text longer than its field takes is refused whole, and what stood there stands', async () => {
  const { title } = await view();
  const answer = await runner().run(
    one,
    command('coordination.edit_text', {
      subjectKind: 'recommendation',
      subjectId: recommendationId,
      field: 'title',
      language: 'fr',
      base: 'Former',
      value: 'x'.repeat(201),
      conflictId: randomUUID(),
    }),
  );
  expect(answer).toMatchObject({ status: 'refused', code: 'invalid_fields' });
  expect((await view()).title).toEqual(title);
});
