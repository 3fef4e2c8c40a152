import { randomUUID } from 'node:crypto';
import type { Databases } from '../platform/database/open.ts';
import type { Rows } from '../plans/rows.ts';

const years = [2028, 2029, 2030, 2031, 2032, 2033];
const french = 'Texte inventé, qui dit ce qu’une commune veut faire pour celles et ceux qui arrivent ou reviennent. ';
const arabic = 'نص مختلق يقول ما تريد الجماعة أن تفعله لمن يصل أو يعود. ';

function projectRows(planId: string, n: number, needId: string) {
  const id = randomUUID();
  const indicatorId = randomUUID();
  const inPlan = { plan_id: planId };
  return {
    project: {
      ...inPlan,
      id,
      position: n,
      title: { fr: `Projet inventé ${n}`, ar: `مشروع مختلق ${n}` },
      objective: { fr: french.repeat(9), ar: arabic.repeat(9) },
      themes: ['cells' as const],
      audiences: ['mre' as const, 'women' as const],
      need_ids: [needId],
      holder_id: null,
      holder: { fr: 'Association inventée', ar: 'جمعية مختلقة' },
      partner_ids: [],
      partners: null,
      place: 'Quartier inventé',
      starts_on: '2028-02-01',
      ends_on: '2030-12-31',
      gender_marker: 1 as const,
      migration_marker: 2 as const,
      status: 'under_way' as const,
      action_id: null,
      credit: null,
    },
    cost: years.flatMap((year) =>
      (['commune', 'region', 'partner'] as const).map((source, i) => ({
        ...inPlan,
        id: randomUUID(),
        project_id: id,
        year,
        source,
        amount: 125_000.5 * (i + 1),
      })),
    ),
    indicator: {
      ...inPlan,
      id: indicatorId,
      project_id: id,
      position: 1,
      name: { fr: 'Personnes reçues', ar: 'أشخاص تم استقبالهم' },
      unit: { fr: 'personnes', ar: 'شخص' },
      baseline: 0,
      baseline_year: 2027,
      target: 1200,
      target_year: 2033,
      source: { fr: 'Registre', ar: 'السجل' },
      formula: null,
      disaggregation: ['sex' as const],
    },
    indicator_value: (['', 'women'] as const).map((part) => ({
      ...inPlan,
      id: randomUUID(),
      indicator_id: indicatorId,
      year: 2028,
      part,
      value: part === '' ? 300 : 140,
    })),
  };
}

/** The rows of an invented plan of so many projects, with everything a plan can hold. */
export function inventPlan({ projects = 3, organizationId = randomUUID(), communeCode = '024110123' } = {}): Rows {
  const id = randomUUID();
  const inPlan = { plan_id: id };
  const [ranking, evaluation] = [randomUUID(), randomUUID()];
  const needs = [1, 2].map((n) => ({ id: randomUUID(), n }));
  const made = Array.from({ length: projects }, (_, i) => projectRows(id, i + 1, needs[i % 2]?.id ?? ''));
  const [first] = made;
  return {
    plan: {
      id,
      organization_id: organizationId,
      commune_code: communeCode,
      title: { fr: 'Plan d’action inventé', ar: 'برنامج عمل مختلق' },
      vision: { fr: 'Une commune ouverte à toutes et tous.', ar: 'جماعة مفتوحة للجميع.' },
      regional_link: { fr: 'Axe deux du programme inventé', ar: 'المحور الثاني من البرنامج المختلق' },
      mandate_starts_on: '2027-10-01',
      first_year: 2028,
      stage: 'running',
      stage_since: '2028-03-01',
      reason: null,
      shared_at: null,
    },
    session: [
      {
        ...inPlan,
        id: ranking,
        kind: 'ranking',
        held_on: '2027-12-01',
        place: 'Salle inventée',
        organizations: 'Associations du quartier',
        women: 21,
        men: 29,
        words: { fr: 'On a demandé un accueil ouvert le samedi.', ar: 'طُلب استقبال مفتوح يوم السبت.' },
      },
    ],
    need: needs.map((need) => ({
      ...inPlan,
      id: need.id,
      position: need.n,
      title: { fr: `Besoin inventé ${need.n}`, ar: `حاجة مختلقة ${need.n}` },
      text: { fr: french, ar: arabic },
      audiences: ['rpt'],
      place: null,
      gender_marker: 1,
      migration_marker: 2,
      source: need.n === 1 ? 'desk' : 'session',
      session_id: need.n === 1 ? null : ranking,
      finding_id: null,
      desk_need: need.n === 1 ? 'pensions' : null,
      desk_figures: need.n === 1 ? { year: 2027, count: 64, women: 30, men: 34 } : null,
    })),
    vote: needs.map((need) => ({
      ...inPlan,
      id: randomUUID(),
      session_id: ranking,
      need_id: need.id,
      women: 5 * need.n,
      men: 7,
    })),
    project: made.map((m) => m.project),
    cost: made.flatMap((m) => m.cost),
    indicator: made.map((m) => m.indicator),
    indicator_value: made.flatMap((m) => m.indicator_value),
    remark: [
      {
        ...inPlan,
        id: randomUUID(),
        body: 'ieecag',
        said_on: '2028-01-10',
        words: { fr: 'Prévoir un espace pour les enfants.', ar: 'توفير فضاء للأطفال.' },
        project_id: first?.project.id ?? null,
        taken: 'yes',
        answer: { fr: 'Un coin est aménagé.', ar: 'تمت تهيئة ركن.' },
        answered_on: '2028-01-20',
      },
    ],
    evaluation: [
      {
        ...inPlan,
        id: evaluation,
        year: 2028,
        status: 'adopted',
        adopted_on: '2029-02-10',
        summary: { fr: 'L’accueil a ouvert.', ar: 'فُتح الاستقبال.' },
        learned: { fr: 'Ouvrir le samedi change tout.', ar: 'الفتح يوم السبت يغير كل شيء.' },
      },
    ],
    judged: made.map((m) => ({
      ...inPlan,
      id: randomUUID(),
      evaluation_id: evaluation,
      project_id: m.project.id,
      share: 0.4,
      spent: 90_000,
      words: { fr: 'Deux agents formés.', ar: 'تم تكوين عونين.' },
    })),
    names: {
      commune: { fr: 'Ville inventée', ar: 'مدينة مختلقة' },
      organizations: { [organizationId]: { fr: 'Commune inventée', ar: 'جماعة مختلقة' } },
    },
  };
}

/** Keeps the rows of a plan, its commune with them. */
export async function buildPlan(db: Databases, rows: Rows): Promise<void> {
  await db.asOwner(async (owner) => {
    await owner.query(
      `insert into territory.territory (code, hcp_code, level, name_fr, name_ar) values ($1, $1, 'commune', $2, $3) on conflict do nothing`,
      [rows.plan.commune_code, rows.names.commune.fr, rows.names.commune.ar],
    );
    const { plan, names, ...tables } = rows;
    for (const [table, all] of Object.entries({ plan: [plan], ...tables })) {
      await owner.query(`insert into plans.${table} select * from jsonb_populate_recordset(null::plans.${table}, $1)`, [
        JSON.stringify(all),
      ]);
    }
    await owner.query('select plans.count_totals($1)', [plan.id]);
  });
}
