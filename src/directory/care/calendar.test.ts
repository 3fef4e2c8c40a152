import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Role, withActor } from '../../platform/database/actor.ts';
import { regionFolder } from '../../region.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { buildActor } from '../../testing/builders.ts';
import { buildImportedService } from '../../testing/care.ts';
import { command } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { getCalendar } from '../opening/index.ts';
import { dayOf } from '../opening/day.ts';
import { loadCalendar } from '../opening/load-calendar.ts';
import { boardSchema, calendarSchema } from './contract.ts';

const db = useDatabase();
let platform: TestApp;
let editor: Browser;
const query = <T>(sql: string, values: unknown[] = []) =>
  db().asOwner(async (owner) => (await owner.query<T & Record<string, unknown>>(sql, values)).rows);
const load = () => db().asOwner((owner) => loadCalendar(owner, join(regionFolder, 'calendar.json')));
const version = async () => (await query<{ number: number }>('select number from directory.version'))[0]?.number ?? 0;

/** What the server said: `done`, or why not. */
async function send(browser: Browser, kind: string, payload: object): Promise<string> {
  const answer = await browser.post('/api/commands', { commands: [command(`directory.${kind}`, payload)] });
  const [said] = (await answer.json()).answers;
  return said.status === 'done' ? 'done' : said.code;
}
async function read<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const body = await (await editor.get(`/api/directory/care/${path}`)).json();
  const parsed = schema.parse(body);
  expect(parsed).toEqual(body);
  return parsed;
}
const dates = async (year: number) => (await read(`calendar?year=${year}`, calendarSchema)).dates;
const eid = {
  key: 'eid-al-fitr',
  year: 2027,
  kind: 'holiday',
  firstDay: '2027-03-11',
  lastDay: '2027-03-12',
  names: { fr: 'Aïd al-Fitr', ar: 'عيد الفطر' },
  confirmed: true,
};
const holidayOn = async (iso: string) => (await getCalendar(db().app)).holidayOn(dayOf(iso) ?? 0);

beforeAll(async () => {
  await load();
  platform = buildApp(db());
  editor = await signInAs(platform, db(), 'programme');
}, 60_000);

describe('the year as its editors see it', () => {
  it('has the fixed holidays, and what was entered beside what is computed, in order', async () => {
    const calendar = await read('calendar?year=2027', calendarSchema);
    expect(calendar.fixed.map(({ day }) => day)).toContain('2027-07-30');
    expect(calendar.dates.map(({ key, state }) => [key, state])).toEqual([
      ['ramadan', 'expected'],
      ['eid-al-fitr', 'expected'],
      ['eid-al-adha', 'expected'],
      ['islamic-new-year', 'expected'],
      ['mawlid', 'expected'],
    ]);
    expect(calendar.dates[0]?.computed).toEqual({ firstDay: '2027-02-08', lastDay: '2027-03-08' });
  });
  it('shows a year nobody entered as computed only, which closes nothing', async () => {
    const [first] = await dates(2029);
    expect(first).toMatchObject({ key: 'ramadan', state: 'missing', firstDay: first?.computed?.firstDay, editedBy: null });
    const feast = (await dates(2029)).find(({ key }) => key === 'eid-al-fitr');
    expect(await holidayOn(feast?.firstDay ?? '')).toBeUndefined();
  });
  it('is for editors only, and so is changing it', async () => {
    const roles: Role[] = ['agent', 'cell_manager', 'partner', 'administrator'];
    for (const role of roles) {
      const other = await signInAs(platform, db(), role);
      expect((await other.get('/api/directory/care/calendar')).status).toBe(403);
      for (const kind of ['set_calendar_period', 'confirm_calendar_period', 'remove_calendar_period'])
        expect(await send(other, kind, kind.startsWith('set') ? eid : { key: 'ramadan', year: 2027 })).toBe('not_allowed');
    }
    expect((await platform.app.request('/api/directory/care/calendar')).status).toBe(401);
  });
});

describe('an editor', () => {
  it('confirms a date as it was expected', async () => {
    expect(await send(editor, 'confirm_calendar_period', { key: 'ramadan', year: 2027 })).toBe('done');
    expect((await dates(2027))[0]).toMatchObject({ key: 'ramadan', state: 'confirmed', editedBy: 'Testeuse Inventée' });
  });
  it('enters the day that was announced, one later than expected, and the journal keeps what stood before', async () => {
    expect(await send(editor, 'set_calendar_period', eid)).toBe('done');
    expect(await holidayOn('2027-03-10')).toBeUndefined();
    expect(await holidayOn('2027-03-12')).toMatchObject({ confirmed: true });
    const colleague = await buildActor(db(), 'partner', editor.actor.organizationId);
    const events = await withActor(
      db().app,
      colleague,
      async (tx) => (await tx.query(`select payload from platform.journal where kind = 'calendar_period_set'`)).rows,
    );
    expect(events[0]).toMatchObject({
      payload: { key: 'eid-al-fitr', before: { firstDay: '2027-03-10' }, after: { firstDay: '2027-03-11' } },
    });
  });
  it('changes nothing by saying it twice', async () => {
    const before = await version();
    expect(await send(editor, 'set_calendar_period', eid)).toBe('done');
    expect(await send(editor, 'confirm_calendar_period', { key: 'ramadan', year: 2027 })).toBe('done');
    expect(await version()).toBe(before);
  });
  it.each([
    ['of a kind nobody knows', { kind: 'weekend' }, 'period_kind_unknown'],
    ['that ends before it begins', { lastDay: '2027-03-01' }, 'period_backwards'],
    ['that never ends', { lastDay: '2027-04-11' }, 'period_too_long'],
    ['of another year', { firstDay: '2028-03-11', lastDay: '2028-03-12' }, 'period_other_year'],
    ['over another of its kind', { key: 'other', firstDay: '2027-03-12' }, 'period_overlaps'],
    ['without a name in Arabic', { names: { fr: 'Fête inventée' } }, 'invalid_fields'],
  ])('is refused a date %s', async (_what, over, code) => {
    const before = await dates(2027);
    expect(await send(editor, 'set_calendar_period', { ...eid, ...over })).toBe(code);
    expect(await dates(2027)).toEqual(before);
  });
  it('cannot confirm or take back what nobody entered', async () => {
    expect(await send(editor, 'confirm_calendar_period', { key: 'ramadan', year: 2029 })).toBe('period_not_found');
    expect(await send(editor, 'remove_calendar_period', { key: 'ramadan', year: 2029 })).toBe('period_not_found');
  });
  it('takes a date back, and loading the region again does not bring it back', async () => {
    expect(await send(editor, 'remove_calendar_period', { key: 'mawlid', year: 2027 })).toBe('done');
    await load();
    expect(await holidayOn('2027-08-15')).toBeUndefined();
    expect((await dates(2027)).find(({ key }) => key === 'mawlid')).toMatchObject({ state: 'missing' });
    const again = { ...eid, key: 'mawlid', firstDay: '2027-08-16', lastDay: '2027-08-17', confirmed: false };
    expect(await send(editor, 'set_calendar_period', again)).toBe('done');
    expect(await holidayOn('2027-08-16')).toMatchObject({ confirmed: false });
  });
});

describe('what depends on the calendar', () => {
  it('is computed anew: a holiday added today closes a service in the search and on its page', async () => {
    const { serviceId } = await buildImportedService(db());
    await query(
      `update directory.schedule set byday = 'MO,TU,WE,TH,FR,SA,SU', opens_at = '00:00', closes_at = '24:00' where service_id = $1`,
      [serviceId],
    );
    const page = async () => (await platform.app.request(`/fr/services/${serviceId}`)).text();
    const isFoundOpen = async () => (await (await platform.app.request('/api/directory/search?open=now')).text()).includes(serviceId);
    await expect.poll(isFoundOpen, { timeout: 5000 }).toBe(true);
    expect(await page()).toContain('state open');
    const before = await version();
    const today = (await query<{ today: string }>('select directory.today() as today'))[0]?.today ?? '';
    const extra = { ...eid, key: randomUUID(), year: Number(today.slice(0, 4)), firstDay: today, lastDay: today };
    expect(await send(editor, 'set_calendar_period', { ...extra, names: { fr: 'Fête inventée', ar: 'عيد مختلق' } })).toBe('done');
    expect(await version()).toBeGreaterThan(before);
    await expect.poll(isFoundOpen, { timeout: 5000 }).toBe(false);
    await expect.poll(async () => /state closed[^<]*Fête inventée/.test(await page()), { timeout: 5000 }).toBe(true);
  });
  it('the board counts the dates of the coming year that nobody entered', async () => {
    const count = async () => (await read('board', boardSchema)).counts.calendarDates;
    const before = await count();
    const today = new Date().toISOString().slice(0, 10);
    const ahead = (await Promise.all([0, 1].map((n) => dates(Number(today.slice(0, 4)) + n)))).flat();
    const coming = ahead.find(({ computed, state, firstDay }) => computed && state !== 'missing' && firstDay > today);
    expect(await send(editor, 'remove_calendar_period', { key: coming?.key, year: coming?.year })).toBe('done');
    expect(await count()).toBe(before + (coming?.toDo ? 0 : 1));
  });
});
