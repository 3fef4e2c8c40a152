import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { handlers } from '../handlers.ts';
import type { Role } from '../platform/database/actor.ts';
import { roles } from '../platform/database/member-roles.ts';
import { buildOrganization } from '../testing/builders.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../testing/app.ts';
import { command, mustRun, testRunner, visitPayload } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';

const db = useDatabase();
const marker = 'Zzyzx';
const restricted = 'Qwxyzq';
const ids = {
  visit: randomUUID(),
  case: randomUUID(),
  person: randomUUID(),
  other: randomUUID(),
  note: randomUUID(),
  step: randomUUID(),
  contact: randomUUID(),
  field: randomUUID(),
  merge: randomUUID(),
};
let platform: TestApp;
let owner: Browser;
let colleague: Browser;
const strangers = new Map<Role, Browser>();
let reference = '';

beforeAll(async () => {
  platform = buildApp(db());
  const cell = await buildOrganization(db(), 'Cellule qui garde');
  owner = await signInAs(platform, db(), 'cell_manager', cell);
  colleague = await signInAs(platform, db(), 'agent', cell);
  for (const role of roles) strangers.set(role, await signInAs(platform, db(), role));
  const runner = testRunner(db());
  const say = (kind: string, payload: object) => mustRun(runner, owner.actor, kind, payload);
  await say('desk.record_visit', visitPayload({ visitId: ids.visit, note: marker }));
  await say('cases.open', {
    caseId: ids.case,
    visitId: ids.visit,
    needs: ['health'],
    summary: marker,
    person: {
      personId: ids.person,
      name: `Testa ${marker}`,
      otherNames: [{ name: `${marker} bis`, use: 'nickname' }],
      phone: '0612345678',
    },
  });
  await say('people.record', { personId: ids.other, name: `Testa ${marker}` });
  await say('people.merge', { mergeId: ids.merge, keptId: ids.person, mergedId: ids.other });
  await say('cases.add_note', { noteId: ids.note, caseId: ids.case, level: 'ordinary', text: marker });
  await say('cases.add_note', { noteId: randomUUID(), caseId: ids.case, level: 'health', text: restricted });
  await say('cases.add_step', { stepId: ids.step, caseId: ids.case, title: marker });
  await say('cases.add_contact', { contactId: ids.contact, caseId: ids.case, role: 'family', name: marker });
  const labels = { fr: marker, ar: marker };
  const field = { fieldId: ids.field, subject: 'case', kind: 'text', sensitivity: 'plain', labels, needs: [], options: [], position: 0 };
  await say('desk.define_field', field);
  await say('desk.set_values', { subject: 'case', subjectId: ids.case, values: { [ids.field]: marker } });
  reference = (await (await owner.get(`/api/cases/${ids.case}`)).json()).case.reference;
}, 60_000);

/** Every address that answers a reading, with every identifier and the reference in the place of what it asks for. */
function addresses(): string[] {
  const found = new Set<string>();
  for (const { method, path } of platform.app.routes) {
    if (method !== 'GET' || !path.startsWith('/api/') || path.includes('*')) continue;
    const names = path.match(/:\w+(\{[^}]*\})?/g) ?? [];
    const given = [...Object.values(ids), reference];
    if (names.length === 0) found.add(path);
    for (const first of names.length > 0 ? given : []) {
      for (const second of names.length > 1 ? given : ['']) {
        const values = [first, second];
        found.add(path.replace(/:\w+(\{[^}]*\})?/g, (name) => (name.includes('{') ? 'report.xlsx' : (values.shift() ?? first))));
      }
    }
  }
  return [...found];
}
const asked = [
  ['/api/people/search', { typed: `Testa ${marker}` }],
  ['/api/people/search', { typed: '0612345678' }],
  ['/api/people/search', { typed: marker.slice(0, 3) }],
  ['/api/people/alike', { name: `Testa ${marker}`, phone: '0612345678' }],
] as const;
const month = new Date().toISOString().slice(0, 7);
const queries = ['', `?month=${month}`, `?list=all`, `?since=2020-01-01&until=2100-01-01`, `?q=${marker}`];
const tellsAny = async (who: Browser, words: string[]): Promise<string[]> => {
  const told: string[] = [];
  const look = async (what: string, answer: Response) => {
    const text = await answer.text();
    expect(answer.status, what).toBeLessThan(500);
    if (words.some((word) => text.includes(word))) told.push(what);
  };
  for (const path of addresses())
    for (const query of path.includes(ids.case) || !/[0-9a-f]{8}-/.test(path) ? queries : [''])
      await look(path + query, await who.get(path + query));
  for (const [path, body] of asked) await look(`${path} ${JSON.stringify(body)}`, await who.post(path, body));
  return told;
};

it('the walk meets what it looks for where it may be told', async () => {
  const told = await tellsAny(owner, [marker]);
  for (const part of [
    `/api/cases/${ids.case}`,
    `/api/people/${ids.person}`,
    '/api/people/search',
    '/api/people/alike',
    '/api/cases',
    '/api/desk/fields',
  ])
    expect(
      told.some((path) => path.startsWith(part)),
      part,
    ).toBe(true);
}, 120_000);

it.each(roles)(
  'a %s of another organisation learns nothing of a case by any address, search or list',
  async (role) => {
    const who = strangers.get(role);
    if (!who) throw new Error('nobody of that role');
    expect(await tellsAny(who, [marker, reference, restricted, ids.person])).toEqual([]);
  },
  120_000,
);

it('a colleague without the right learns a restricted note’s words by no address', async () => {
  expect(await tellsAny(colleague, [restricted])).toEqual([]);
}, 120_000);

it('no command of another cell tells that a case exists: it answers as for one that does not', async () => {
  const who = strangers.get('cell_manager');
  if (!who) throw new Error('nobody of that role');
  const runner = testRunner(db());
  const answersFor = async (caseId: string, personId: string) => {
    const answers: unknown[] = [];
    for (const { kind } of handlers.filter((h) => /^(cases|people)\./.test(h.kind))) {
      const payload = {
        caseId,
        personId,
        keptId: personId,
        mergedId: personId,
        otherPersonId: personId,
        userId: who.actor.userId,
        action: 'solve',
      };
      const answer = await runner.run(who.actor, command(kind, { ...payload, set: {}, was: {} }));
      answers.push([kind, answer.status, 'code' in answer ? answer.code : null]);
    }
    return answers;
  };
  expect(await answersFor(ids.case, ids.person)).toEqual(await answersFor(randomUUID(), randomUUID()));
});
