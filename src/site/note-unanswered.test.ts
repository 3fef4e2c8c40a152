import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../platform/database/actor.ts';
import { buildApp, type TestApp } from '../testing/app.ts';
import { buildActor } from '../testing/builders.ts';
import { buildImportedService, buildVocabulary } from '../testing/care.ts';
import { command, mustRun, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';

const db = useDatabase();
let platform: TestApp;
let editor: Actor;
let serviceId: string;
const person = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const search = async (q: string, { agent = person, cookie = '', path = '/fr/services', more = '' } = {}) => {
  const headers = { ...(agent ? { 'user-agent': agent } : {}), ...(cookie ? { cookie } : {}) };
  const answer = await platform.app.request(`${path}?q=${encodeURIComponent(q)}${more}`, { headers });
  return { cookie: answer.headers.getSetCookie()[0], html: await answer.text(), status: answer.status };
};
const counted = () =>
  db().asOwner(async (owner) => (await owner.query('select query, language, count from directory.unanswered_query order by query')).rows);

beforeAll(async () => {
  await buildVocabulary(db());
  platform = buildApp(db());
  editor = await buildActor(db(), 'programme');
  ({ serviceId } = await buildImportedService(db()));
  const edit = { changeId: serviceId, proposalId: serviceId, serviceId, fields: { needs: ['health'] } };
  await mustRun(testRunner(db()), editor, 'directory.edit_service', edit);
}, 60_000);
beforeEach(async () => {
  await db().asOwner((owner) => owner.query('delete from directory.unanswered_query'));
});

describe('a search that finds nothing', () => {
  it('is kept once per visit, folded, and says nothing of who searched', async () => {
    const { cookie } = await search('Zorglübes');
    expect(cookie).toMatch(/^istiqbal_asked=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toMatch(/Expires|Max-Age/);
    expect((await search('zorglubes', { cookie: cookie?.split(';')[0] })).cookie).toBeUndefined();
    expect(await counted()).toEqual([{ query: 'zorglubes', language: 'fr', count: 1 }]);
    await search('zorglubes');
    expect(await counted()).toMatchObject([{ count: 2 }]);
  });
  it.each(['0612345678 zorglub', '06 12 34 56 78 zorglub', 'zorglub@example.org', '٠٦١٢٣٤٥٦٧٨', 'x'])(
    'is not kept when it may be about someone or says nothing: %s',
    async (q) => {
      await search(q);
      expect(await counted()).toEqual([]);
    },
  );
  it.each(['Googlebot/2.1 (+http://www.google.com/bot.html)', 'curl/8.1.0 with a long name', ''])(
    'is not kept for a program: %s',
    async (agent) => {
      await search('zorglub', { agent });
      expect(await counted()).toEqual([]);
    },
  );
  it('is not kept when a filter may be why', async () => {
    expect((await search('zorglub', { more: '&commune=024110101' })).status).toBe(200);
    expect(await counted()).toEqual([]);
  });
});

it('an everyday word that an editor adds finds the services of its need, and settles the search', async () => {
  expect((await search('bobologie')).html).not.toContain(serviceId);
  const word = { wordId: crypto.randomUUID(), language: 'fr', word: 'Bobologie', termCode: 'health' };
  await mustRun(testRunner(db()), editor, 'directory.add_everyday_word', word);
  expect(await counted()).toEqual([]);
  // The public pages look at most once a second whether the directory changed.
  await expect.poll(async () => (await search('bobologie')).html, { timeout: 5000 }).toContain(serviceId);
  const answer = (kind: string, payload: object) => testRunner(db()).run(editor, command(`directory.${kind}`, payload));
  expect(await answer('add_everyday_word', { ...word, wordId: crypto.randomUUID(), word: 'bobologié' })).toMatchObject({
    code: 'word_exists',
  });
  expect(await answer('add_everyday_word', { ...word, wordId: crypto.randomUUID(), termCode: 'lost' })).toMatchObject({
    code: 'term_unknown',
  });
  await mustRun(testRunner(db()), editor, 'directory.remove_everyday_word', { wordId: word.wordId });
  await expect.poll(async () => (await search('bobologie')).html, { timeout: 5000 }).not.toContain(serviceId);
});
