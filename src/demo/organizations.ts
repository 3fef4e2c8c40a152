import type { Client } from 'pg';
import { seedDemoHours } from './hours.ts';

export interface DemoPartner {
  id: string;
  name: { fr: string; ar: string };
  description: { fr: string; ar: string };
  service: { id: string; name: { fr: string; ar: string }; description: { fr: string; ar: string }; need: string; commune: string };
}

/** Two organisations that do not exist, so that nobody takes the demonstration for a real partner's word. */
export const demoPartners: readonly DemoPartner[] = [
  {
    id: '0b7d0c1e-5a01-4c11-8a01-000000000001',
    name: { fr: 'Association Dar Chifa (démonstration)', ar: 'جمعية دار الشفاء (تجريبية)' },
    description: { fr: 'Organisation inventée pour la démonstration.', ar: 'منظمة مختلقة لأغراض العرض.' },
    service: {
      id: '0b7d0c1e-5a01-4c11-8a01-000000000011',
      name: { fr: 'Consultation de santé de démonstration', ar: 'استشارة صحية تجريبية' },
      description: { fr: 'Consultation médicale inventée, gratuite, sans papiers.', ar: 'استشارة طبية مختلقة، مجانية، بدون وثائق.' },
      need: 'health',
      commune: '024110123',
    },
  },
  {
    id: '0b7d0c1e-5a01-4c11-8a01-000000000002',
    name: { fr: 'Clinique juridique Al Mizan (démonstration)', ar: 'العيادة القانونية الميزان (تجريبية)' },
    description: { fr: 'Organisation inventée pour la démonstration.', ar: 'منظمة مختلقة لأغراض العرض.' },
    service: {
      id: '0b7d0c1e-5a01-4c11-8a01-000000000012',
      name: { fr: 'Conseil juridique de démonstration', ar: 'استشارة قانونية تجريبية' },
      description: { fr: 'Conseil juridique inventé, gratuit, confidentiel.', ar: 'استشارة قانونية مختلقة، مجانية وسرية.' },
      need: 'justice',
      commune: '024110123',
    },
  },
];

/** Adds the invented partners to the directory, marked as demonstration. Twice changes nothing. */
export async function seedDemoPartners(owner: Client): Promise<void> {
  for (const p of demoPartners) {
    await owner.query(
      `insert into directory.organization (id, name, description, organization_type, commune_code, is_demonstration)
       values ($1, $2, $3, 'association', $4, true) on conflict do nothing`,
      [p.id, p.name.fr, p.description.fr, p.service.commune],
    );
    await owner.query(
      `insert into directory.service (id, organization_id, name, description, status, to_be_confirmed)
       values ($1, $2, $3, $4, 'active', false) on conflict do nothing`,
      [p.service.id, p.id, p.service.name.fr, p.service.description.fr],
    );
    await owner.query(
      `insert into directory.translation (entity, entity_id, language, name, description)
       values ('organization', $1, 'ar', $2, $3), ('service', $4, 'ar', $5, $6) on conflict do nothing`,
      [p.id, p.name.ar, p.description.ar, p.service.id, p.service.name.ar, p.service.description.ar],
    );
    await owner.query(`insert into directory.service_area (id, service_id, territory_code) values ($1, $2, $3) on conflict do nothing`, [
      p.service.id,
      p.service.id,
      p.service.commune,
    ]);
    await owner.query(
      `insert into directory.attribute (id, link_id, link_entity, link_type, taxonomy_term_id)
       select gen_random_uuid(), $1, 'service', case t.code when $2 then 'need' when 'everyone' then 'audience' else 'condition' end, t.id
       from directory.taxonomy_term t where t.code in ($2, 'everyone', 'free', 'no_papers')
         and not exists (select from directory.attribute a where a.link_id = $1 and a.taxonomy_term_id = t.id)`,
      [p.service.id, p.service.need],
    );
    await seedDemoHours(owner, p.service.id);
  }
}
