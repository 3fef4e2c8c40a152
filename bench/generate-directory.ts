import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** Same sequence at every run, so that runs can be compared. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Need {
  code: string;
  words: Record<'fr' | 'ar' | 'en', string[]>;
}
const needs: Need[] = [
  {
    code: 'health',
    words: {
      fr: ['santé', 'médecin', 'hôpital', 'soins', 'vaccin'],
      ar: ['صحة', 'طبيب', 'مستشفى', 'علاج', 'تلقيح'],
      en: ['health', 'doctor', 'hospital', 'care', 'vaccine'],
    },
  },
  {
    code: 'school_children',
    words: {
      fr: ['école', 'enfant', 'inscription', 'cantine', 'bourse'],
      ar: ['مدرسة', 'طفل', 'تسجيل', 'منحة', 'حضانة'],
      en: ['school', 'child', 'enrolment', 'nursery', 'scholarship'],
    },
  },
  {
    code: 'civil_status',
    words: {
      fr: ['passeport', 'naissance', 'mariage', 'légalisation', 'livret'],
      ar: ['جواز', 'ولادة', 'زواج', 'وثائق', 'مصادقة'],
      en: ['passport', 'birth', 'marriage', 'papers', 'certificate'],
    },
  },
  {
    code: 'residence_asylum',
    words: {
      fr: ['séjour', 'asile', 'réfugié', 'visa', 'récépissé'],
      ar: ['إقامة', 'لجوء', 'لاجئ', 'تأشيرة', 'وصل'],
      en: ['residence', 'asylum', 'refugee', 'visa', 'permit'],
    },
  },
  {
    code: 'justice',
    words: {
      fr: ['avocat', 'tribunal', 'litige', 'jugement', 'droits'],
      ar: ['محامي', 'محكمة', 'نزاع', 'حكم', 'حقوق'],
      en: ['lawyer', 'court', 'dispute', 'judgment', 'rights'],
    },
  },
  {
    code: 'employment_training',
    words: {
      fr: ['emploi', 'formation', 'métier', 'stage', 'couture'],
      ar: ['شغل', 'تكوين', 'حرفة', 'تدريب', 'خياطة'],
      en: ['job', 'training', 'trade', 'internship', 'sewing'],
    },
  },
  {
    code: 'shelter_emergency',
    words: {
      fr: ['hébergement', 'abri', 'logement', 'urgence', 'nuit'],
      ar: ['إيواء', 'مأوى', 'سكن', 'استعجال', 'ليل'],
      en: ['shelter', 'housing', 'night', 'emergency', 'refuge'],
    },
  },
  {
    code: 'pensions',
    words: {
      fr: ['pension', 'retraite', 'veuve', 'allocations', 'invalidité'],
      ar: ['معاش', 'تقاعد', 'أرملة', 'تعويضات', 'عجز'],
      en: ['pension', 'retirement', 'widow', 'benefit', 'disability'],
    },
  },
  {
    code: 'customs_vehicles',
    words: {
      fr: ['douane', 'voiture', 'assurance', 'permis', 'déménagement'],
      ar: ['جمارك', 'سيارة', 'تأمين', 'رخصة', 'أمتعة'],
      en: ['customs', 'car', 'insurance', 'licence', 'luggage'],
    },
  },
  {
    code: 'culture',
    words: {
      fr: ['culture', 'rencontre', 'musique', 'sport', 'langue'],
      ar: ['ثقافة', 'لقاء', 'موسيقى', 'رياضة', 'لغة'],
      en: ['culture', 'meeting', 'music', 'sport', 'language'],
    },
  },
];
const glue = {
  fr: [
    'accueil',
    'accompagnement',
    'aide',
    'orientation',
    'démarches',
    'bureau',
    'familles',
    'personnes migrantes',
    'association',
    'rendez-vous',
    'gratuit',
    'quartier',
    'centre',
    'commune',
    'province',
  ],
  ar: [
    'استقبال',
    'مواكبة',
    'مساعدة',
    'توجيه',
    'إجراءات',
    'مكتب',
    'الأسر',
    'المهاجرين',
    'جمعية',
    'موعد',
    'مجاني',
    'الحي',
    'مركز',
    'جماعة',
    'إقليم',
  ],
  en: [
    'reception',
    'support',
    'help',
    'guidance',
    'procedures',
    'office',
    'families',
    'migrants',
    'association',
    'appointment',
    'free',
    'district',
    'centre',
    'town',
    'province',
  ],
};
const small = { fr: ['pour les', 'et la', 'dans le'], ar: ['في', 'من', 'على'], en: ['for the', 'and a', 'in the'] };
const audiences = ['mre', 'returned_mre', 'rpt', 'refugee_asylum', 'women', 'children', 'everyone'];
const syllables = ['ba', 'ri', 'mou', 'ta', 'ler', 'chi', 'dan', 'fo', 'gué', 'nel', 'sar', 'vi', 'zou', 'kha', 'ppe'];

/** Fills an empty directory with `count` services in French, Arabic and English, about half of them with a second language. */
export async function generateDirectory(owner: Client, count: number): Promise<void> {
  const random = seeded(727);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // Streets and people's names make most of the distinct words of a real directory.
  const proper = Array.from({ length: 8000 }, () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join(''));
  const languages = ['fr', 'fr', 'fr', 'ar', 'ar', 'en'] as const;
  const text = (need: Need, language: 'fr' | 'ar' | 'en', length: number): string =>
    Array.from({ length }, () => {
      const r = random();
      return r < 0.25 ? pick(small[language]) : r < 0.35 ? pick(need.words[language]) : r < 0.45 ? pick(proper) : pick(glue[language]);
    }).join(' ');

  await owner.query('begin');
  await owner.query(
    `insert into territory.territory (code, hcp_code, level, parent_code, province_code, name_fr, name_ar) values ('02', '02', 'region', null, null, 'Région', 'جهة')`,
  );
  const communes: string[] = [];
  for (let p = 0; p < 8; p++) {
    const province = `02${100 + p}`;
    await owner.query(`insert into territory.territory values ($1, $1, 'province', '02', $1, $2, $3)`, [
      province,
      pick(proper),
      `إقليم ${p}`,
    ]);
    for (let c = 0; c < 15; c++) {
      const code = `${province}01${String(c).padStart(2, '0')}`;
      communes.push(code);
      await owner.query(`insert into territory.territory values ($1, $1, 'commune', $2, $2, $3, $4)`, [
        code,
        province,
        pick(proper),
        `جماعة ${p}${c}`,
      ]);
    }
  }
  const taxonomy = randomUUID();
  await owner.query(`insert into directory.taxonomy (id, name, description) values ($1, 'Besoins', '')`, [taxonomy]);
  const termIds = new Map<string, string>();
  for (const code of [...needs.map((n) => n.code), ...audiences]) {
    const id = randomUUID();
    termIds.set(code, id);
    const need = needs.find((n) => n.code === code);
    await owner.query(`insert into directory.taxonomy_term (id, taxonomy_id, code, name, description) values ($1, $2, $3, $3, '')`, [
      id,
      taxonomy,
      code,
    ]);
    for (const language of ['fr', 'ar', 'en'] as const) {
      await owner.query(
        `insert into directory.translation (entity, entity_id, language, name, synonyms) values ('taxonomy_term', $1, $2, $3, $4)`,
        [id, language, need?.words[language][0] ?? code, need?.words[language] ?? []],
      );
    }
  }
  const organizations = Array.from({ length: 5000 }, () => randomUUID());
  await owner.query(
    `insert into directory.organization (id, name, description) select r.id, r.name, '' from jsonb_to_recordset($1) as r(id uuid, name text)`,
    [JSON.stringify(organizations.map((id) => ({ id, name: `Association ${pick(proper)} ${pick(proper)}` })))],
  );
  for (let done = 0; done < count; done += 5000) {
    const rows = Array.from({ length: Math.min(5000, count - done) }, () => {
      const need = pick(needs);
      const language = pick(languages);
      const other = language === 'ar' ? 'fr' : 'ar';
      return {
        id: randomUUID(),
        organization: pick(organizations),
        name: text(need, language, 4),
        description: text(need, language, 24),
        other: random() < 0.5 ? other : null,
        other_name: text(need, other, 4),
        other_description: text(need, other, 24),
        confirmed: random() < 0.4,
        need: termIds.get(need.code),
        audience: termIds.get(pick(audiences)),
        area: random() < 0.1 ? '02' : pick(communes),
      };
    });
    await owner.query(
      `with r as materialized (select * from jsonb_to_recordset($1) as r(id uuid, organization uuid, name text, description text, other text, other_name text,
         other_description text, confirmed boolean, need uuid, audience uuid, area text)),
       s as (insert into directory.service (id, organization_id, name, description, status, to_be_confirmed)
         select id, organization, name, description, 'active', not confirmed from r),
       t as (insert into directory.translation (entity, entity_id, language, name, description)
         select 'service', id, other, other_name, other_description from r where other is not null),
       a as (insert into directory.attribute (id, link_id, link_entity, taxonomy_term_id)
         select gen_random_uuid(), id, 'service', need from r union all select gen_random_uuid(), id, 'service', audience from r)
       insert into directory.service_area (id, service_id, territory_code) select gen_random_uuid(), id, area from r`,
      [JSON.stringify(rows)],
    );
  }
  await owner.query('commit');
  await owner.query('analyze');
}

const misspell = (word: string): string => (word.length < 5 ? word : `${word.slice(0, 3)}${word.slice(2)}`);

/** What people type: one to three words, three in ten with a need, one in five with a place, one in twenty misspelt. */
export function generateQueries(count: number): { q: string; category?: string; commune?: string; audience?: string; language: string }[] {
  const random = seeded(99);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => {
    const language = pick(['fr', 'fr', 'ar', 'ar', 'en'] as const);
    const need = pick(needs);
    const words = [pick(need.words[language])];
    if (random() < 0.5) words.push(pick(glue[language]));
    if (random() < 0.2) words.push(pick(need.words[language]));
    if (random() < 0.05) words[0] = misspell(words[0] ?? '');
    return {
      q: words.join(' '),
      language,
      ...(random() < 0.3 ? { category: need.code } : {}),
      ...(random() < 0.2 ? { commune: `02${100 + Math.floor(random() * 8)}01${String(Math.floor(random() * 15)).padStart(2, '0')}` } : {}),
      ...(random() < 0.2 ? { audience: pick(audiences) } : {}),
    };
  });
}
