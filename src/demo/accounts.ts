import type { Client } from 'pg';
import type { Role } from '../platform/database/actor.ts';

export const demoPassword = 'istiqbal-demo';
export const demoCoordinationId = '0b7d0c1e-5a01-4c11-8a01-000000000003';
const demoProgrammeId = '0b7d0c1e-5a01-4c11-8a01-000000000004';
const demoCommuneId = '0b7d0c1e-5a01-4c11-8a01-000000000005';
const demoHolderId = '0b7d0c1e-5a01-4c11-8a01-000000000006';
const oujda = 'cb95cc29-7ce6-50d9-93a3-b464f33b601a';
const nador = '837f2a0f-7ea0-5798-a472-ee5f02519987';

export interface DemoAccount {
  email: string;
  name: string;
  role: Role;
  organizationId: string;
}

/** Invented people. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'agent.oujda@example.org', name: 'Agente Oujda Démo', role: 'agent', organizationId: oujda },
  { email: 'agent2.oujda@example.org', name: 'Second Agent Oujda Démo', role: 'agent', organizationId: oujda },
  { email: 'agent.nador@example.org', name: 'Agent Nador Démo', role: 'agent', organizationId: nador },
  { email: 'chef.oujda@example.org', name: 'Cheffe de cellule Démo', role: 'cell_manager', organizationId: oujda },
  {
    email: 'partenaire.sante@example.org',
    name: 'Point focal Santé Démo',
    role: 'partner',
    organizationId: '0b7d0c1e-5a01-4c11-8a01-000000000001',
  },
  {
    email: 'partenaire.juridique@example.org',
    name: 'Point focal Juridique Démo',
    role: 'partner',
    organizationId: '0b7d0c1e-5a01-4c11-8a01-000000000002',
  },
  { email: 'programme@example.org', name: 'Équipe du programme Démo', role: 'programme', organizationId: demoProgrammeId },
  { email: 'coordination@example.org', name: 'Coordinatrice régionale Démo', role: 'coordinator', organizationId: demoCoordinationId },
  { email: 'commune.oujda@example.org', name: 'Chargée du plan Démo', role: 'plan_officer', organizationId: demoCommuneId },
  { email: 'porteur@example.org', name: 'Porteuse de projet Démo', role: 'project_holder', organizationId: demoHolderId },
  { email: 'admin@example.org', name: 'Administrateur Démo', role: 'administrator', organizationId: demoCoordinationId },
];

/** Bodies that do not exist, for those who keep the directory and those who oversee, so that no real one seems to run the demonstration. */
const bodies = [
  { id: demoCoordinationId, fr: 'Coordination régionale (démonstration)', ar: 'التنسيق الجهوي (تجريبي)' },
  { id: demoProgrammeId, fr: 'Équipe du programme (démonstration)', ar: 'فريق البرنامج (تجريبي)' },
  { id: demoCommuneId, fr: 'Service du plan d’une commune (démonstration)', ar: 'مصلحة البرنامج بجماعة (تجريبي)' },
  { id: demoHolderId, fr: 'Association porteuse de projet (démonstration)', ar: 'جمعية حاملة مشروع (تجريبي)' },
];
export async function seedDemoCoordination(owner: Client): Promise<void> {
  for (const { id, fr, ar } of bodies) {
    await owner.query(
      `insert into directory.organization (id, name, description, organization_type, is_demonstration)
       values ($1, $2, 'Organisation inventée pour la démonstration.', 'public_body', true) on conflict do nothing`,
      [id, fr],
    );
    await owner.query(
      `insert into directory.translation (entity, entity_id, language, name, description)
       values ('organization', $1, 'ar', $2, 'مؤسسة مختلقة للتجربة فقط.') on conflict do nothing`,
      [id, ar],
    );
  }
}
