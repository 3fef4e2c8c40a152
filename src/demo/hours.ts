import { createHash } from 'node:crypto';
import type { Client } from 'pg';

interface DemoHours {
  fees: string;
  schedules: Record<string, string | boolean>[];
  papers: { procedure: string; document: string }[];
  arabic: { fees: string; wordings: Record<string, string> };
}
const weekly = (byday: string, opens_at: string, closes_at: string, more: Record<string, string | boolean> = {}) => ({
  freq: 'WEEKLY',
  byday,
  opens_at,
  closes_at,
  ...more,
});

/** Hours, papers and price of the invented services: two openings a day, Ramadan, once a month, by appointment, something of each. */
const demoHours: Record<string, DemoHours> = {
  '0b7d0c1e-5a01-4c11-8a01-000000000011': {
    fees: 'Gratuit, médicaments compris',
    schedules: [
      weekly('MO,TU,WE,TH,FR', '09:00', '12:30'),
      weekly('MO,TU,WE,TH', '14:00', '17:30'),
      weekly('FR', '15:00', '17:30'),
      weekly('SA', '09:00', '12:00', { by_appointment: true }),
      weekly('MO,TU,WE,TH,FR', '09:30', '14:30', { season: 'ramadan' }),
    ],
    papers: [
      { procedure: 'Première consultation', document: 'Une pièce d’identité, si vous en avez une' },
      { procedure: 'Première consultation', document: 'Vos ordonnances et résultats d’analyses' },
      { procedure: 'Vaccination d’un enfant', document: 'Le carnet de santé ou de vaccination' },
      { procedure: 'Vaccination d’un enfant', document: 'L’acte de naissance de l’enfant, s’il y en a un' },
    ],
    arabic: {
      fees: 'مجاني، بما في ذلك الأدوية',
      wordings: {
        'Première consultation': 'الاستشارة الأولى',
        'Une pièce d’identité, si vous en avez une': 'وثيقة تثبت هويتكم، إن وجدت',
        'Vos ordonnances et résultats d’analyses': 'الوصفات الطبية ونتائج التحاليل',
        'Vaccination d’un enfant': 'تلقيح طفل',
        'Le carnet de santé ou de vaccination': 'الدفتر الصحي أو دفتر التلقيح',
        'L’acte de naissance de l’enfant, s’il y en a un': 'عقد ازدياد الطفل، إن وجد',
      },
    },
  },
  '0b7d0c1e-5a01-4c11-8a01-000000000012': {
    fees: 'Gratuit',
    schedules: [
      weekly('TU,TH', '14:00', '18:00'),
      weekly('MO', '10:00', '13:00', { by_appointment: true }),
      { freq: 'MONTHLY', byday: '1SA', opens_at: '10:00', closes_at: '13:00' },
    ],
    papers: [
      { procedure: 'Demande de titre de séjour', document: 'Le passeport ou ce qui en tient lieu' },
      { procedure: 'Demande de titre de séjour', document: 'Un contrat de bail ou une attestation d’hébergement' },
      { procedure: 'Litige avec un employeur', document: 'Le contrat de travail ou tout écrit de l’employeur' },
    ],
    arabic: {
      fees: 'مجاني',
      wordings: {
        'Demande de titre de séjour': 'طلب سند الإقامة',
        'Le passeport ou ce qui en tient lieu': 'جواز السفر أو ما يقوم مقامه',
        'Un contrat de bail ou une attestation d’hébergement': 'عقد كراء أو شهادة إيواء',
        'Litige avec un employeur': 'نزاع مع مشغّل',
        'Le contrat de travail ou tout écrit de l’employeur': 'عقد الشغل أو أي وثيقة مكتوبة من المشغّل',
      },
    },
  },
};

/** The same id for the same content, so that seeding twice adds nothing. */
function idOf(content: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Adds what the demonstration says of one of its services. Twice changes nothing. */
export async function seedDemoHours(owner: Client, serviceId: string): Promise<void> {
  const said = demoHours[serviceId];
  if (!said) return;
  const { fees, schedules, papers, arabic } = said;
  await owner.query('update directory.service set fees_description = $2 where id = $1 and fees_description is null', [serviceId, fees]);
  await owner.query(
    `insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, season, by_appointment)
     select s.id, $2, s.freq, s.byday, s.opens_at, s.closes_at, s.season, coalesce(s.by_appointment, false)
     from jsonb_to_recordset($1::jsonb) as s(id uuid, freq text, byday text, opens_at text, closes_at text, season text, by_appointment boolean)
     on conflict do nothing`,
    [JSON.stringify(schedules.map((row) => ({ id: idOf([serviceId, row]), ...row }))), serviceId],
  );
  await owner.query(
    `insert into directory.required_document (id, service_id, procedure, document)
     select s.id, $2, s.procedure, s.document from jsonb_to_recordset($1::jsonb) as s(id uuid, procedure text, document text)
     on conflict do nothing`,
    [JSON.stringify(papers.map((paper) => ({ id: idOf([serviceId, paper]), ...paper }))), serviceId],
  );
  await owner.query(
    `update directory.translation set fees_description = $2, wordings = $3 where entity = 'service' and entity_id = $1 and language = 'ar' and wordings is null`,
    [serviceId, arabic.fees, arabic.wordings],
  );
}
