import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCalendar } from '../directory/opening/load-calendar.ts';
import { readConfig } from '../platform/config.ts';
import { regionFolder } from '../region.ts';
import { buildOrganization, buildService } from '../testing/builders.ts';
import { useDatabase } from '../testing/database.ts';
import { siteRoutes } from './routes.tsx';

const db = useDatabase();
let site: Hono;
let organization = '';
beforeAll(async () => {
  organization = await buildOrganization(db(), 'Maison inventée');
  await db().asOwner((owner) => loadCalendar(owner, join(regionFolder, 'calendar.json')));
  site = siteRoutes({
    config: { ...readConfig({}), publicUrl: 'https://istiqbal.example' },
    databases: db(),
    sessions: { find: async () => undefined },
    log: pino({ level: 'silent' }),
  });
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Row = Record<string, string | number | boolean>;
const office = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '08:30', closes_at: '16:30' };
const addTo = async (table: string, service: string, rows: Row[]): Promise<void> => {
  for (const row of rows) {
    const names = Object.keys(row);
    await db().asOwner((owner) =>
      owner.query(
        `insert into directory.${table} (id, service_id, ${names.join(', ')}) values ($1, $2, ${names.map((_, i) => `$${i + 3}`).join(', ')})`,
        [randomUUID(), service, ...Object.values(row)],
      ),
    );
  }
};
async function aService(schedules: Row[], name = 'Accueil inventé'): Promise<string> {
  const service = await buildService(db(), organization, name);
  await addTo('schedule', service, schedules);
  return service;
}
/** What a reader sees: no markup, no mark of direction, no mark against breaking a line. */
const page = async (path: string): Promise<string> =>
  (await (await site.request(path)).text())
    .replace(/<style>.*<\/style>/s, '')
    // For copies and paper.
    .replace(/<span class="stored">[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u2060\u2066-\u2069]/g, '')
    .replace(/[ \u00a0\u202f]+/g, ' ');
const at = (moment: string): void => {
  vi.setSystemTime(new Date(`${moment}Z`));
};

describe('a service page', () => {
  it.each([
    ['fr', 'Ouvert · ferme à 16 h 30', 'Fermé · ouvre demain à 8 h 30', 'Fermé : Fête de l’Indépendance · ouvre demain à 8 h 30'],
    ['ar', 'مفتوح · يغلق على الساعة 16:30', 'مغلق · يفتح غدا على الساعة 8:30', 'مغلق: عيد الاستقلال · يفتح غدا على الساعة 8:30'],
    ['en', 'Open · closes at 16:30', 'Closed · opens tomorrow at 8:30', 'Closed: Independence Day · opens tomorrow at 8:30'],
    [
      'es',
      'Abierto · cierra a las 16:30',
      'Cerrado · abre mañana a las 8:30',
      'Cerrado: Fiesta de la Independencia · abre mañana a las 8:30',
    ],
  ])('says in %s whether it is open, and until when', async (language, open, closed, holiday) => {
    const service = await aService([office]);
    const read = () => page(`/${language}/services/${service}`);
    at('2026-11-18T10:00');
    expect(await read()).toContain(holiday);
    at('2026-11-25T10:00');
    expect(await read()).toContain(open);
    at('2026-11-25T20:00');
    expect(await read()).toContain(closed);
  });
  it('says on Friday evening that it opens on Monday', async () => {
    at('2026-11-27T18:00');
    expect(await page(`/fr/services/${await aService([office])}`)).toContain('Fermé · ouvre lundi à 8 h 30');
  });
  it('shows the seven days ahead, today first, with the holidays among them', async () => {
    at('2026-12-30T10:00');
    const text = await page(`/fr/services/${await aService([office])}`);
    expect(text).toMatch(
      /Aujourd’hui, mercredi 30 décembre .*8 h 30 – 16 h 30.* jeudi 31 décembre .* vendredi 1er janvier fermé Nouvel An samedi/s,
    );
  });
  it('shows the hours of Ramadan beforehand, and that its dates wait for the moon', async () => {
    at('2026-11-25T10:00');
    const text = await page(
      `/fr/services/${await aService([office, { ...office, opens_at: '09:00', closes_at: '15:00', season: 'ramadan' }])}`,
    );
    expect(text).toMatch(/Pendant le ramadan.*du 8 février 2027 au 9 mars 2027 \(date à confirmer\).*du lundi au vendredi : 9 h – 15 h/s);
  });
  it.each([
    ['fr', 'Aïd al-Fitr : attendu le mercredi 10 mars, à un jour près. Les horaires peuvent changer'],
    ['ar', 'عيد الفطر: متوقع يوم الأربعاء 10 مارس، وقد يتأخر يومًا.'],
    ['en', 'Eid al-Fitr: expected on Wednesday 10 March, give or take a day. Hours may change'],
    ['es', 'Aíd al-Fitr: previsto para el miércoles 10 de marzo, un día arriba o abajo.'],
  ])('warns in %s from a week before a feast that waits for the moon until the day after it', async (language, warning) => {
    const service = await aService([office]);
    const warns = async (day: string) => {
      at(`${day}T10:00`);
      return (await page(`/${language}/services/${service}`)).includes(warning);
    };
    const days = ['2027-03-02', '2027-03-03', '2027-03-12', '2027-03-13'];
    const said = [];
    for (const day of days) said.push(await warns(day));
    expect(said).toEqual([false, true, true, false]);
  });
  it('warns of no feast whose date is sure, nor where no feast changes the hours', async () => {
    at('2026-12-30T10:00');
    expect(await page(`/fr/services/${await aService([office])}`)).not.toContain('à un jour près');
    at('2027-03-09T10:00');
    expect(await page(`/fr/services/${await aService([{ ...office, open_on_holidays: true }])}`)).not.toContain('à un jour près');
    expect(await page(`/fr/services/${await aService([{ description: 'Le matin' }])}`)).not.toContain('à un jour près');
  });
  it('warns in Ramadan when only the hours of all year are known', async () => {
    at('2026-02-25T10:00');
    expect(await page(`/fr/services/${await aService([office])}`)).toContain('C’est le ramadan : les horaires changent souvent.');
  });
  it('never guesses hours written in words, and shows the words', async () => {
    at('2026-11-25T10:00');
    const text = await page(`/fr/services/${await aService([{ description: 'Le matin, sauf le vendredi' }])}`);
    expect(text).toContain('Horaires inconnus : demandez avant de vous déplacer');
    expect(text).toContain('Le matin, sauf le vendredi');
  });
  it('leads to where an appointment is made, and to nothing that is no web address', async () => {
    const service = await aService([
      { by_appointment: true, schedule_link: 'https://rendez-vous.example/accueil' },
      { by_appointment: true, schedule_link: 'javascript:alert(1)' },
    ]);
    const html = await (await site.request(`/fr/services/${service}`)).text();
    expect(html).toContain('Sur rendez-vous');
    expect(html).toContain('href="https://rendez-vous.example/accueil"');
    expect(html).not.toContain('javascript:');
  });
  it('sends to the telephone of a service whose hours are unknown', async () => {
    const service = await aService([]);
    await addTo('phone', service, [{ number: '+212 5 36 00 00 00' }]);
    expect(await page(`/fr/services/${service}`)).toContain('Horaires à confirmer par téléphone');
  });
  it('is made anew when the doors open or close, and kept in between', async () => {
    const service = await aService([office]);
    const tag = async () => (await site.request(`/fr/services/${service}`)).headers.get('etag');
    at('2026-11-25T09:00');
    const morning = await tag();
    at('2026-11-25T16:29');
    expect(await tag()).toBe(morning);
    at('2026-11-25T16:30');
    expect(await tag()).not.toBe(morning);
  });
  it('lists the papers of each procedure as boxes to tick', async () => {
    const service = await aService([]);
    await addTo('required_document', service, [
      { procedure: 'Titre de séjour', document: 'Le passeport', uri: 'https://idarati.example/passeport' },
      { procedure: 'Titre de séjour', document: 'Un contrat de bail' },
      { document: 'Deux photos' },
    ]);
    const html = await (await site.request(`/ar/services/${service}`)).text();
    expect(html.match(/type="checkbox"/g)).toHaveLength(3);
    expect(html).toMatch(/Deux photos.*<h3><span lang="fr" dir="ltr">Titre de séjour<\/span><\/h3>.*Le passeport.*Un contrat de bail/s);
    expect(html).toContain('href="https://idarati.example/passeport"');
  });
  it('tells papers, price and how to ask in the reader’s language where somebody worded them, the rest as it stands', async () => {
    const service = await aService([]);
    await addTo('required_document', service, [
      { procedure: 'Titre de séjour', document: 'Le passeport' },
      { procedure: 'Titre de séjour', document: 'Un contrat de bail' },
    ]);
    await addTo('cost_option', service, [{ amount: 20, currency: 'MAD', option: 'Timbre' }]);
    await db().asOwner((owner) =>
      owner.query(
        `insert into directory.translation (entity, entity_id, language, application_process, fees_description, wordings)
         values ('service', $1, 'ar', 'اتصلوا أولا', 'حسب الوثيقة', '{"Titre de séjour": "سند الإقامة", "Le passeport": "جواز السفر", "Timbre": "التنبر"}')`,
        [service],
      ),
    );
    const html = await (await site.request(`/ar/services/${service}`)).text();
    expect(html).toMatch(/<h3>سند الإقامة<\/h3>.*<span>جواز السفر<\/span>.*<span lang="fr" dir="ltr">Un contrat de bail<\/span>/s);
    for (const text of ['اتصلوا أولا', 'حسب الوثيقة', 'التنبر']) expect(html).toContain(text);
    expect(html).not.toContain('Titre de séjour');
    const french = await (await site.request(`/fr/services/${service}`)).text();
    expect(french).toContain('Le passeport');
    expect(french).not.toContain('جواز السفر');
  });
  it('answers in the order in which people ask', async () => {
    const html = (await (await site.request(`/fr/services/${await aService([office])}`)).text()).replaceAll('\u00a0', ' ');
    const titles = [...html.matchAll(/<section[^>]*><h2>([^<]+)<\/h2>/g)].map(([, title]) => title);
    expect(titles).toEqual([
      'Est-ce pour moi ?',
      'Que faut-il apporter ?',
      'Où et quand ?',
      'Combien cela coûte ?',
      'Comment les contacter ?',
      'Qui l’a vérifié, et quand ?',
    ]);
  });
  it('can be called with its extension, written to on WhatsApp, and not faxed', async () => {
    const service = await aService([]);
    await addTo('phone', service, [
      { number: '05 36 00 00 01', extension: '12' },
      { number: '+212 6 00 00 00 02', type: 'WhatsApp' },
      { number: '05 36 00 00 03', type: 'fax' },
    ]);
    const html = await (await site.request(`/fr/services/${service}`)).text();
    expect(html).toContain('href="tel:0536000001;ext=12"');
    expect(html).toContain('href="https://wa.me/212600000002"');
    expect(html).not.toContain('0536000003');
  });
  it('tells its prices', async () => {
    const service = await aService([]);
    await addTo('cost_option', service, [
      { option: 'Légalisation', amount: 20, currency: 'MAD' },
      { option: 'Ancien tarif', amount: 10, currency: 'MAD', valid_to: '2020-12-31' },
    ]);
    const text = await page(`/fr/services/${service}`);
    expect(text).toContain('20 dirhams marocains Légalisation');
    expect(text).not.toContain('Ancien tarif');
  });
});

describe('a list of services', () => {
  it('says of each whether it is open, in few words', async () => {
    at('2026-11-26T10:07');
    await aService([office], 'Atelier papillon du matin');
    await aService([{ freq: 'WEEKLY', byday: 'SA', opens_at: '10:00', closes_at: '12:00' }], 'Atelier papillon du samedi');
    await aService([], 'Atelier papillon sans heures');
    const text = await page('/fr/services?q=papillon');
    for (const [name, hours] of [
      ['du matin', 'Ouvert · ferme à 16 h 30'],
      ['du samedi', 'Fermé · ouvre samedi à 10 h'],
      ['sans heures', 'Horaires à confirmer'],
    ])
      expect(text).toMatch(new RegExp(`papillon ${name} Maison inventée ${hours}`));
  });
  it.each([
    ['fr', 'Rendez-vous ?', 'Sans rendez-vous (2)', 'Sur rendez-vous (2)'],
    ['ar', 'الموعد؟', 'بدون موعد (2)', 'بموعد (2)'],
    ['en', 'Appointment?', 'No appointment needed (2)', 'By appointment (2)'],
    ['es', '¿Cita?', 'Sin cita (2)', 'Con cita (2)'],
  ])('lets one choose in %s between just coming and an appointment, each with its count', async (language, label, without, asked) => {
    at('2026-11-26T10:07');
    const word = `tulipe${language}`;
    await aService([office], `Atelier ${word} ouvert`);
    await aService([office, { ...office, opens_at: '17:00', closes_at: '18:00', by_appointment: true }], `Atelier ${word} des deux`);
    await aService([{ by_appointment: true }], `Atelier ${word} sur demande`);
    await aService([], `Atelier ${word} sans heures`);
    const found = async (more = '') => {
      const text = await page(`/${language}/services?q=${word}${more}`);
      for (const choice of [label, without, asked]) expect(text).toContain(choice);
      return [...text.matchAll(new RegExp(`Atelier ${word} (ouvert|des deux|sur demande|sans heures)`, 'g'))]
        .map(([, name]) => name)
        .sort();
    };
    expect(await found()).toEqual(['des deux', 'ouvert', 'sans heures', 'sur demande']);
    expect(await found('&appointment=without')).toEqual(['des deux', 'ouvert']);
    expect(await found('&appointment=with')).toEqual(['des deux', 'sur demande']);
    expect((await site.request(`/${language}/services?appointment=never`)).status).toBe(400);
  });
});
