import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { PersonRecord } from '../../src/people/contract.ts';
import { recordKeys } from '../../src/people/matching/index.ts';
import { matchingRecords, unknownPerson } from '../../src/people/record.ts';
import { lexemesOf } from '../../src/people/searched.ts';
import { needs } from '../../src/desk/lists.ts';
import type { Cell } from './cells.ts';

/** A generator with a fixed start: every run measures the same people. */
export function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const pick = <T>(list: readonly T[], next: (below: number) => number): T => list[next(list.length)] as T;
/** The common ones are common: a draw that falls on the beginning of a list far more often than on its end. */
const often = <T>(list: readonly T[], next: (below: number) => number): T => list[Math.floor((next(1000) / 1000) ** 2 * list.length)] as T;

// Parts of names that are common in Morocco and beyond, put together at random: nobody is meant.
const given =
  'Mohammed Fatima Ahmed Khadija Youssef Aicha Abdelkader Zohra Mimoun Yamina Rachid Naima Said Halima Hassan Malika Omar Samira Ali Latifa Mustapha Rahma Brahim Hafida Driss Najat Khalid Saida Abdellah Mina Mounir Karima Jamal Ilham Noureddine Siham Tarik Loubna Anas Salma Mamadou Aminata Ousmane Mariama Ibrahima Fanta Blessing Emmanuel Grace Samuel'.split(
    ' ',
  );
const givenArabic =
  'محمد فاطمة أحمد خديجة يوسف عائشة عبد_القادر الزهرة ميمون يمينة رشيد نعيمة سعيد حليمة حسن مليكة عمر سميرة علي لطيفة مصطفى رحمة إبراهيم حفيظة إدريس نجاة خالد سعيدة عبد_الله مينة'
    .split(' ')
    .map((n) => n.replace('_', ' '));
const beginnings = 'Ben El_ Bou Ait_ Ou Al Ould_ Ham Cher Zer Tah Mes Gha Ab Am Id_ Bel Lah Mans Kad'
  .split(' ')
  .map((n) => n.replace('_', ' '));
const middles = 'ali our azz kar mou had rah sel tan jab nas dar kh fil man bra cha sou ya lam zi ber dou fa ga ri mek laa ous tij'.split(
  ' ',
);
const endings = 'i a oui ani aoui ouch en ane ari oun ine our ich ate out el iri ouda aji our_i'.split(' ').map((n) => n.replace('_', ''));

export const familyName = (next: (below: number) => number): string => {
  const name = `${pick(beginnings, next)}${pick(middles, next)}${next(3) === 0 ? pick(middles, next) : ''}${pick(endings, next)}`;
  return name.replace(/(^| )./g, (c) => c.toUpperCase());
};

export interface Invented {
  id: string;
  record: PersonRecord;
}
export function inventPerson(next: (below: number) => number): Invented {
  const first = often(given, next);
  const arabic = next(2) === 0 ? givenArabic[given.indexOf(first)] : undefined;
  const year = 1930 + next(85);
  const [month, day] = [String(1 + next(12)).padStart(2, '0'), String(1 + next(28)).padStart(2, '0')];
  const precision = next(10);
  return {
    id: randomUUID(),
    record: {
      ...unknownPerson,
      name: `${first} ${familyName(next)}`,
      otherNames: arabic ? [{ name: arabic, use: 'other_script' }] : [],
      birthDate: precision < 6 ? `${year}-${month}-${day}` : precision < 9 ? String(year) : null,
      sex: next(2) ? 'woman' : 'man',
      phone: next(3) ? `+2126${String(next(100_000_000)).padStart(8, '0')}` : null,
    },
  };
}

const batch = 10_000;
/** Writes so many people with all they are found by, as the application's own commands would. */
export async function writePeople(owner: Client, cell: Cell, count: number, next: (below: number) => number): Promise<Invented[]> {
  const kept: Invented[] = [];
  for (let done = 0; done < count; done += batch) {
    const people = Array.from({ length: Math.min(batch, count - done) }, () => inventPerson(next));
    await owner.query(
      `insert into people.person (id, organization_id, created_by, name, birth_date, sex, phone, searched)
       select p.id, $1, $2, p.name, p.born, p.sex, p.phone, array_to_tsvector(string_to_array(p.words, ' '))
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) as p(id, name, born, sex, phone, words)`,
      [
        cell.id,
        cell.agents[0]?.userId,
        people.map((p) => p.id),
        people.map((p) => p.record.name),
        people.map((p) => p.record.birthDate),
        people.map((p) => p.record.sex),
        people.map((p) => p.record.phone),
        people.map((p) => lexemesOf(p.record).join(' ')),
      ],
    );
    const keys = people.flatMap((p) => [...new Set(matchingRecords(p.record).flatMap(recordKeys))].map((key) => [p.id, key] as const));
    await owner.query(
      'insert into people.matching_key (organization_id, person_id, key) select $1, k.id, k.key from unnest($2::uuid[], $3::text[]) as k(id, key)',
      [cell.id, keys.map(([id]) => id), keys.map(([, key]) => key)],
    );
    const named = people.filter((p) => p.record.otherNames.length > 0);
    await owner.query(
      `insert into people.person_name (id, organization_id, person_id, name, use)
       select gen_random_uuid(), $1, n.id, n.name, 'other_script' from unnest($2::uuid[], $3::text[]) as n(id, name)`,
      [cell.id, named.map((p) => p.id), named.map((p) => p.record.otherNames[0]?.name)],
    );
    for (let i = 0; i < people.length; i += 50) if (people[i]) kept.push(people[i] as Invented);
  }
  return kept;
}

/** Visits and cases in the database's own hand: two and a half visits and a quarter of a case a person. */
export async function writeVisitsAndCases(owner: Client, cell: Cell, visitsPerPerson: number): Promise<void> {
  const agents = cell.agents.map((a) => a.userId);
  await owner.query(
    `insert into desk.visit (id, organization_id, reference, at, audience, needs, language, sex, age_band, channel, outcome, person_id, recorded_by)
     select v.id, $1, v.id::text, now() - random() * interval '9 years', (array['mre', 'returned_mre', 'rpt'])[1 + floor(random() * 3)::int],
       array[($2::text[])[1 + floor(random() * array_length($2::text[], 1))::int]], 'ary', coalesce(v.sex, 'not_said'), 'not_said', 'in_person',
       (array['informed', 'oriented', 'oriented', 'case_opened'])[1 + floor(random() * 4)::int], v.person_id,
       ($3::uuid[])[1 + floor(random() * array_length($3::uuid[], 1))::int]
     from (select gen_random_uuid() as id, p.id as person_id, p.sex from people.person p
           cross join generate_series(1, floor($4::float8)::int + case when random() < $4::float8 - floor($4::float8) then 1 else 0 end)
           where p.organization_id = $1) v`,
    [cell.id, needs, agents, visitsPerPerson],
  );
  // Most cases are years old and closed; what is open is what so many agents can work on: about sixty each.
  await owner.query(
    `with chosen as (
       select v.id as visit_id, v.person_id, v.needs, v.at, v.recorded_by, row_number() over (order by v.at desc) as newest
       from desk.visit v where v.organization_id = $1 and v.outcome = 'case_opened' and random() < 0.4)
     insert into cases."case" (id, organization_id, reference, visit_id, person_id, needs, status, priority, opened_by, assigned_to, opened_at, closed_at, status_since)
     select gen_random_uuid(), $1, gen_random_uuid()::text, visit_id, person_id, needs,
       case when newest <= $2 then (array['open', 'in_progress', 'waiting_person', 'waiting_third_party'])[1 + newest % 4] else (array['solved', 'oriented'])[1 + newest % 2] end,
       (array['normal', 'normal', 'normal', 'normal', 'urgent', 'emergency'])[1 + newest % 6], recorded_by,
       case when newest % 20 > 0 then recorded_by end, at, case when newest > $2 then at + interval '20 days' end, at
     from chosen`,
    [cell.id, agents.length * 60],
  );
  await owner.query(
    `insert into cases.clock (id, organization_id, case_id, kind, started_at, days, source, due_at, stopped_at)
     select gen_random_uuid(), $1, c.id, 'answer', c.opened_at, 60, 'Mesure', c.opened_at + interval '60 days', c.closed_at from cases."case" c where c.organization_id = $1`,
    [cell.id],
  );
  await owner.query(
    `insert into cases.note (id, organization_id, case_id, level, text, written_by, written_at)
     select gen_random_uuid(), $1, c.id, 'ordinary', 'Note de mesure, inventée.', c.opened_by, c.opened_at from cases."case" c, generate_series(1, 2) where c.organization_id = $1`,
    [cell.id],
  );
  await owner.query(
    `insert into cases.step (id, organization_id, case_id, title, due_on, added_by, added_at)
     select gen_random_uuid(), $1, c.id, 'Étape de mesure', c.opened_at::date + 10, c.opened_by, c.opened_at from cases."case" c where c.organization_id = $1`,
    [cell.id],
  );
}
