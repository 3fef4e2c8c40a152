import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { buildApp, type TestApp } from '../../testing/app.ts';
import { buildActor } from '../../testing/builders.ts';
import { command, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { remindOwners, tellFollowers } from './send.ts';

const db = useDatabase();
const address = 'https://istiqbal.example.org';
let platform: TestApp;
let raiser: Actor;
let endorser: Actor;
let coordinator: Actor;
let owner: Actor;
let partner: Actor;
const [findingId, recommendationId, actionId, stepId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

async function send(actor: Actor, kind: string, payload: object): Promise<void> {
  const answer = await testRunner(db()).run(actor, command(`coordination.${kind}`, payload));
  if (answer.status !== 'done') throw new Error(`${kind}: ${answer.code}`);
}
const query = (sql: string, values: unknown[] = []) => db().asOwner((client) => client.query(sql, values));
const letters = async (to: Actor): Promise<{ subject: string; body: string }[]> =>
  (await query('select subject, body from platform.message where recipient = $1 order by created_at', [`${to.userId}@example.org`])).rows;
/** Noon of tomorrow, or `later` days after: past seven in the morning of the region, and after all that a test does. */
const morning = (later = 0): Date => new Date(new Date().setUTCHours(12, 0, 0, 0) + (1 + later) * 86_400_000);
/** Everyone was told all there was so far, `days` ago. */
const toldAll = (days = 0) => query("update coordination.digest set told_until = now() - $1 * interval '1 day'", [days]);
const digests = (later = 0) =>
  inTransaction(
    db().app,
    tellFollowers(db().secret, address, () => morning(later)),
  );
const reminders = (later = 0) =>
  inTransaction(
    db().app,
    remindOwners(db().secret, address, () => morning(later)),
  );
const linkIn = (body: string, page: string): string =>
  new RegExp(`https://istiqbal\\.example\\.org(/\\w\\w/coordination/${page}/\\S+)`).exec(body)?.[1] ?? '';

beforeAll(async () => {
  platform = buildApp(db());
  raiser = await buildActor(db(), 'agent');
  endorser = await buildActor(db(), 'partner');
  coordinator = await buildActor(db(), 'coordinator');
  owner = await buildActor(db(), 'cell_manager');
  partner = await buildActor(db(), 'partner');
  await db().auth.query(`update access."user" set language = 'ar' where id = $1`, [endorser.userId]);
  const said = { themes: ['cells'], audiences: [] };
  const source = { sourceId: randomUUID(), kind: 'desk', saidOn: '2026-01-10' };
  const title = { fr: 'Pas d’interprète', ar: 'لا مترجم' };
  await send(raiser, 'raise_finding', { findingId, kind: 'need', title, ...said, communeCodes: [], source, share: true });
  const asked = { title: { fr: 'Former des interprètes' }, text: { fr: 'Dix par an.' }, ...said, findingIds: [findingId], urgent: false };
  await send(owner, 'write_recommendation', { recommendationId, ...asked });
  await send(owner, 'move_recommendation', { recommendationId, act: 'propose' });
  await send(endorser, 'endorse', { subjectKind: 'recommendation', subjectId: recommendationId, endorses: true });
}, 60_000);
beforeEach(async () => {
  await query('delete from platform.message');
});

describe('the letter of the day', () => {
  it('tells whoever raised a finding what came of it, in their language, once, with one link for each thing and nobody’s name', async () => {
    await send(coordinator, 'move_recommendation', { recommendationId, act: 'adopt' });
    const plan = { title: { fr: 'Liste commune' }, themes: ['cells'], audiences: [], communeCodes: [], rhythmDays: 30 };
    await send(owner, 'plan_action', { actionId, ...plan, recommendations: [{ recommendationId, weight: 1 }] });
    await send(owner, 'move_action', { actionId, act: 'begin' });
    await send(partner, 'commit', { commitmentId: randomUUID(), actionId, does: { fr: 'Former' } });
    await digests();
    const [letter, ...others] = await letters(raiser);
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('Du nouveau sur 2 points que vous suivez');
    expect(letter?.body).toMatch(
      /Former des interprètes[\s\S]*adoptée[\s\S]*Liste commune[\s\S]*action en cours[\s\S]*une organisation s’engage/,
    );
    expect(letter?.body.match(new RegExp(`${address}/workspace/thread/`, 'g'))).toHaveLength(2);
    expect(letter?.body).not.toMatch(/Testeur|inventée/);
    expect((await letters(endorser))[0]?.body).toContain('اعتمدت');
    await digests();
    expect(await letters(raiser)).toHaveLength(1);
  });
  it('does not tell a person what they did themselves, nor anyone who said nothing of it', async () => {
    const stranger = await buildActor(db(), 'partner');
    await toldAll();
    await send(owner, 'tell_news', { newsId: randomUUID(), actionId, words: 'Deux candidates' });
    await digests();
    expect((await letters(owner)).map((l) => l.body).join()).not.toContain('des nouvelles');
    expect((await letters(raiser))[0]?.body).toContain('des nouvelles');
    expect(await letters(stranger)).toEqual([]);
  });
  it('is not written where nothing moved', async () => {
    await toldAll();
    await digests();
    expect(await letters(raiser)).toEqual([]);
  });
  it('is told of a thing one chose to follow, and no more of one let go', async () => {
    const curious = await buildActor(db(), 'plan_officer');
    await toldAll();
    await send(curious, 'follow', { subjectKind: 'action', subjectId: actionId, follows: true });
    await send(raiser, 'follow', { subjectKind: 'action', subjectId: actionId, follows: false });
    await send(owner, 'open_blocker', { blockerId: randomUUID(), actionId, kind: 'blocker', words: 'Pas de salle' });
    await digests();
    expect((await letters(curious))[0]?.body).toContain('un blocage signalé');
    expect(await letters(raiser)).toEqual([]);
    await send(raiser, 'follow', { subjectKind: 'action', subjectId: actionId, follows: true });
  });
  it('comes once a week or not at all where that was chosen, also by its own link without an account', async () => {
    await send(endorser, 'set_digest', { rhythm: 'weekly' });
    await toldAll(3);
    await send(owner, 'tell_news', { newsId: randomUUID(), actionId, words: 'Une salle est trouvée' });
    await digests();
    expect(await letters(endorser)).toEqual([]);
    const [letter] = await letters(raiser);
    const link = linkIn(letter?.body ?? '', 'told');
    const shown = await platform.app.request(link);
    expect([shown.status, shown.headers.get('x-robots-tag')]).toEqual([200, 'noindex']);
    const chosen = await platform.app.request(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
      body: 'rhythm=off',
    });
    expect(await chosen.text()).toContain('Nous ne vous écrirons plus');
    await toldAll(8);
    await query('delete from platform.message');
    await digests();
    expect(await letters(raiser)).toEqual([]);
    expect(await letters(endorser)).toHaveLength(1);
    expect((await platform.app.request(`${link}x`)).status).toBe(410);
  });
});

describe('a reminder to those who own what is late', () => {
  const post = (link: string, body: string) =>
    platform.app.request(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
      body,
    });
  /** A new reminder to the partner, and where its link leads. */
  async function asked(): Promise<string> {
    await query(
      'delete from coordination.news where reminder_id is not null; delete from coordination.reminder; delete from platform.message',
    );
    await reminders();
    return linkIn((await letters(partner))[0]?.body ?? '', 'asked');
  }
  const news = async () =>
    (await query('select answer, words, organization_id, created_by from coordination.news where reminder_id is not null')).rows;

  beforeAll(async () => {
    const step = { stepId, actionId, title: { fr: 'Former la première' }, weight: 1, isMilestone: false };
    await send(owner, 'set_step', { ...step, dueOn: '2026-01-31', organizationId: partner.organizationId });
  });

  it('goes once in fourteen days to the organisation whose step it is, not to the others', async () => {
    expect(await asked()).not.toBe('');
    const [letter] = await letters(partner);
    expect(letter?.subject).toContain('Liste commune');
    expect(letter?.body).toContain('31 janvier 2026, en retard');
    expect(await letters(owner)).toEqual([]);
    await reminders(13);
    expect(await letters(partner)).toHaveLength(1);
    await reminders(15);
    expect(await letters(partner)).toHaveLength(2);
  });
  it('opened it changes nothing; answered it is the organisation’s word, once', async () => {
    const link = await asked();
    expect(await (await platform.app.request(link)).text()).toContain('Tout suit son cours');
    expect(await news()).toEqual([]);
    expect((await post(link, 'answer=on_track&words=')).status).toBe(200);
    expect(await news()).toEqual([{ answer: 'on_track', words: '', organization_id: partner.organizationId, created_by: null }]);
    expect((await post(link, 'answer=blocked&words=Encore')).status).toBe(410);
    expect((await platform.app.request(link)).status).toBe(410);
  });
  it('says what is missing, and keeps asking', async () => {
    const link = await asked();
    expect((await post(link, 'answer=blocked&words=')).status).toBe(422);
    expect((await post(link, `answer=new_date&step=${randomUUID()}&day=2027-01-01`)).status).toBe(422);
    expect(await news()).toEqual([]);
  });
  it('may tell what stands in the way, which everyone then sees', async () => {
    await post(await asked(), 'answer=blocked&words=Le+local+manque');
    const { rows } = await query(`select words, organization_id, created_by from coordination.blocker where words = 'Le local manque'`);
    expect(rows).toEqual([{ words: 'Le local manque', organization_id: partner.organizationId, created_by: null }]);
  });
  it('may give another day, and the former one stays in the past of the action', async () => {
    await post(await asked(), `answer=new_date&step=${stepId}&day=2026-11-30&words=`);
    const { rows } = await query(`select kept ->> 'due_on' as due from coordination.past where of = 'step' and row_id = $1 order by n`, [
      stepId,
    ]);
    expect(rows.map((r) => r.due)).toEqual(['2026-01-31', '2026-11-30']);
  });
  it('may say that it is done: a step counts at once, and those who follow are told', async () => {
    await query(`update coordination.step set due_on = '2026-02-01' where id = $1`, [stepId]);
    await toldAll();
    await post(await asked(), `answer=proof_follows&step=${stepId}&words=`);
    const { rows } = await query(
      'select s.ending, a.progress::float8 from coordination.step s join coordination.action a on a.id = s.action_id where s.id = $1',
      [stepId],
    );
    expect(rows).toEqual([{ ending: 'done', progress: 1 }]);
    await query(`update coordination.digest set rhythm = 'daily'`);
    await digests();
    expect((await letters(raiser))[0]?.body).toContain('une étape faite');
  });
  it('serves nobody who forged it', async () => {
    await query(`update coordination.step set ending = null, ended_on = null where id = $1`, [stepId]);
    const link = await asked();
    expect((await platform.app.request(link.replace(/\.[^.]+$/, `.${'A'.repeat(43)}`))).status).toBe(410);
  });
});

describe('what is told of people', () => {
  it('no one reads another’s choice, and nobody who is signed in takes letters or answers for others', async () => {
    const { rows } = await query('select id from coordination.reminder limit 1');
    await inTransaction(db().app, async (tx) => {
      await tx.query(`select set_config('istiqbal.user_id', $1, true), set_config('istiqbal.organization_id', $2, true)`, [
        owner.userId,
        owner.organizationId,
      ]);
      const seen = await tx.query('select user_id from coordination.digest union select user_id from coordination.follow');
      expect(seen.rows.every((row) => row.user_id === owner.userId)).toBe(true);
      expect((await tx.query('select * from coordination.take_digests($1)', [morning(30)])).rowCount).toBe(0);
      expect((await tx.query('select * from coordination.take_reminders($1)', [morning(60)])).rowCount).toBe(0);
      const answered = await tx.query(`select coordination.answer_by_link($1, 'on_track', '', null, null, null) as taken`, [
        rows[0]?.id ?? randomUUID(),
      ]);
      expect(answered.rows[0]?.taken).toBe(false);
    });
  });
});
