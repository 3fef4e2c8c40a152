import { randomUUID } from 'node:crypto';
import type { Databases } from '../platform/database/open.ts';
import { buildOrganization, buildService } from './builders.ts';

/** Needs, audiences and two communes that do not exist, enough to fill a record with. */
export async function buildVocabulary(db: Databases): Promise<void> {
  await db.asOwner(async (owner) => {
    const taxonomy = randomUUID();
    await owner.query(`insert into directory.taxonomy (id, name, description) values ($1, 'Besoins inventés', '')`, [taxonomy]);
    await owner.query(
      `insert into directory.taxonomy_term (id, taxonomy_id, code, name, description)
       select gen_random_uuid(), $1, c, c, '' from unnest(array['health', 'justice', 'school_children', 'rpt', 'mre', 'everyone']) c`,
      [taxonomy],
    );
    await owner.query(
      `insert into territory.territory (code, hcp_code, level, name_fr, name_ar, province_code) values
       ('02', '02.', 'region', 'Région inventée', 'جهة مختلقة', null), ('02411', '02.411.', 'province', 'Province inventée', 'إقليم مختلق', null),
       ('024110101', '1', 'commune', 'Commune Une', 'جماعة أولى', '02411'), ('024110102', '2', 'commune', 'Commune Deux', 'جماعة ثانية', '02411')`,
    );
    await owner.query(`update territory.territory set parent_code = '02' where level = 'province'`);
    await owner.query(`update territory.territory set parent_code = '02411' where level = 'commune'`);
  });
}

/** A service as a source gave it, with a telephone, hours and an Arabic name. */
export async function buildImportedService(db: Databases, organization?: string): Promise<{ organizationId: string; serviceId: string }> {
  const organizationId = organization ?? (await buildOrganization(db, 'Association inventée'));
  const serviceId = await buildService(db, organizationId, 'Consultation inventée');
  await db.asOwner(async (owner) => {
    await owner.query(
      `insert into directory.source (key, name, fingerprint) values ('test', 'Source inventée', '') on conflict do nothing`,
    );
    await owner.query(`update directory.organization set source_key = 'test' where id = $1`, [organizationId]);
    await owner.query(`update directory.service set source_key = 'test', description = 'Texte de la source' where id = $1`, [serviceId]);
    await owner.query(
      `insert into directory.phone (id, service_id, number, source_key) values (gen_random_uuid(), $1, '0500000001', 'test')`,
      [serviceId],
    );
    await owner.query(
      `insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, source_key)
       values (gen_random_uuid(), $1, 'WEEKLY', 'MO,TU', '09:00', '12:00', 'test')`,
      [serviceId],
    );
    await owner.query(
      `insert into directory.translation (entity, entity_id, language, name, description) values ('service', $1, 'ar', 'استشارة مختلقة', 'نص المصدر')`,
      [serviceId],
    );
  });
  return { organizationId, serviceId };
}
