import { randomUUID } from 'node:crypto';
import type { PersonGiven } from '../people/contract.ts';
import type { CommandRunner } from '../platform/commands/run.ts';
import type { Actor } from '../platform/database/actor.ts';

const day = 86_400_000;

interface Story {
  daysAgo: number;
  needs: string[];
  summary: string;
  audience: string;
  sex: 'woman' | 'man';
  ageBand: string;
  priority?: 'emergency' | 'urgent';
  minorSituation?: 'unaccompanied';
  person?: Omit<PersonGiven, 'personId'>;
  /** What followed, in days after the case was opened. */
  after: [number, string, object][];
}
const step = (title: string, dueOn?: Date) => ({
  stepId: randomUUID(),
  title,
  ...(dueOn ? { dueOn: dueOn.toISOString().slice(0, 10) } : {}),
});
const note = (level: 'ordinary' | 'health' | 'protection', text: string) => ({ noteId: randomUUID(), level, text });

/** Stories that never happened, of people whose names say so. */
const stories = (now: Date): Story[] => [
  {
    daysAgo: 12,
    needs: ['pensions', 'civil_status'],
    summary: 'Pension de réversion bloquée : le prénom diffère entre le livret de famille et le titre de pension (exemple inventé).',
    audience: 'family_member',
    sex: 'woman',
    ageBand: '65_and_over',
    person: {
      name: 'Fadma Démo',
      otherNames: [{ name: 'فاطمة ديمو', use: 'other_script' }],
      birthDate: '1954',
      sex: 'woman',
      language: 'rif',
      languages: ['ary'],
      audience: 'family_member',
      phone: '+212 6 00 00 00 11',
      phoneBelongsTo: 'Son neveu (exemple)',
      contactPreference: 'someone_else',
      safeHours: 'Le matin',
    },
    after: [
      [0, 'cases.add_step', step('Copie intégrale de l’acte de naissance', new Date(now.getTime() - 4 * day))],
      [0, 'cases.add_step', step('Requête en rectification au tribunal', new Date(now.getTime() + 6 * day))],
      [1, 'cases.move', { action: 'start' }],
      [1, 'cases.add_contact', { contactId: randomUUID(), role: 'family', name: 'Neveu Démo', phone: '+212 6 00 00 00 11' }],
      [3, 'cases.move', { action: 'wait_for_third_party', note: 'Bureau d’état civil (exemple)' }],
      [3, 'cases.add_note', note('ordinary', 'Le bureau d’état civil annonce dix jours (exemple inventé).')],
    ],
  },
  {
    daysAgo: 5,
    needs: ['land_property'],
    summary: 'Terrain occupé par un tiers pendant l’absence ; un procès est en cours (exemple inventé).',
    audience: 'mre',
    sex: 'man',
    ageBand: '45_64',
    person: {
      name: 'Driss Démo',
      birthDate: '1966-04',
      sex: 'man',
      language: 'fr',
      residenceCountry: 'BE',
      audience: 'mre',
      phone: '+32 460 00 00 12',
    },
    after: [
      [1, 'cases.move', { action: 'declare_not_receivable', reason: 'before_court', note: 'Orienté vers l’aide juridique (exemple).' }],
    ],
  },
  {
    daysAgo: 2,
    needs: ['protection', 'shelter_emergency'],
    summary: 'Arrivé seul dans la nuit (exemple inventé).',
    audience: 'rpt',
    sex: 'man',
    ageBand: '12_17',
    priority: 'emergency',
    minorSituation: 'unaccompanied',
    person: { name: 'Ibrahima Démo', birthDate: '2010', birthDateAbout: true, sex: 'man', language: 'fr', audience: 'rpt' },
    after: [
      [0, 'cases.add_note', note('protection', 'A demandé à ne pas rester seul (exemple inventé).')],
      [0, 'cases.add_step', step('Lieu sûr pour cette nuit', now)],
      [1, 'cases.add_contact', { contactId: randomUUID(), role: 'guardian', name: 'Tuteur Démo', phone: '+212 6 00 00 00 13' }],
      [1, 'cases.move', { action: 'start' }],
    ],
  },
  {
    daysAgo: 75,
    needs: ['utilities'],
    summary: 'Branchement d’eau demandé au printemps, sans réponse (exemple inventé).',
    audience: 'returned_mre',
    sex: 'man',
    ageBand: '65_and_over',
    person: { name: 'Mohammed Démo', birthDate: '1969', sex: 'man', language: 'ary', audience: 'returned_mre' },
    after: [[2, 'cases.move', { action: 'start' }]],
  },
  {
    daysAgo: 1,
    needs: ['customs_vehicles'],
    summary: 'Véhicule resté au-delà du délai d’admission (exemple inventé).',
    audience: 'returned_mre',
    sex: 'man',
    ageBand: '45_64',
    // The same man as above, written by a colleague in the other script: for the cell to find.
    person: { name: 'محمد ديمو', birthDate: '1969', sex: 'man', language: 'ary', audience: 'returned_mre' },
    after: [],
  },
  {
    daysAgo: 9,
    needs: ['residence_asylum'],
    summary: 'Premier titre de séjour ; ne souhaite pas donner son nom (exemple inventé).',
    audience: 'rpt',
    sex: 'woman',
    ageBand: '25_44',
    priority: 'urgent',
    after: [
      [1, 'cases.move', { action: 'wait_for_person', note: 'Copie du passeport (exemple)' }],
      [1, 'cases.assign', {}],
    ],
  },
];

/** The desk of a cell as its agents find it in the morning: through the same commands as real work. */
export async function seedDemoDesk(runner: CommandRunner, agents: readonly Actor[], now: Date): Promise<void> {
  const send = async (actor: Actor, kind: string, payload: unknown, when: Date): Promise<void> => {
    const answer = await runner.run(actor, { id: randomUUID(), kind, at: when.toISOString(), payload });
    if (answer.status === 'refused') throw new Error(`the demonstration was refused: ${kind} ${answer.code}`);
  };
  for (const [i, story] of stories(now).entries()) {
    const actor = agents[i % agents.length];
    if (!actor) return;
    const opened = new Date(now.getTime() - story.daysAgo * day - 3_600_000);
    const [visitId, caseId] = [randomUUID(), randomUUID()];
    const { audience, needs, sex, ageBand, summary, priority, minorSituation, person } = story;
    await send(
      actor,
      'desk.record_visit',
      { visitId, audience, needs, sex, ageBand, language: person?.language ?? 'fr', channel: 'in_person', outcome: 'case_opened' },
      opened,
    );
    await send(
      actor,
      'cases.open',
      { caseId, visitId, needs, summary, priority, minorSituation, ...(person ? { person: { ...person, personId: randomUUID() } } : {}) },
      opened,
    );
    for (const [days, kind, payload] of story.after) {
      const when = new Date(Math.min(now.getTime(), opened.getTime() + days * day + 1000));
      await send(actor, kind, { caseId, ...payload }, when);
    }
  }
  const [first] = agents;
  if (!first) return;
  const group = {
    people: 11,
    profiles: [
      { sex: 'man', ageBand: '18_24', people: 6 },
      { sex: 'woman', ageBand: '25_44', people: 3 },
      { sex: 'not_said', ageBand: 'under_12', people: 2 },
    ],
    attention: { no_shelter: 11, sick_or_injured: 1 },
  };
  await send(
    first,
    'desk.record_visit',
    {
      visitId: randomUUID(),
      audience: 'rpt',
      needs: ['shelter_emergency', 'health'],
      language: 'fr',
      sex: 'not_said',
      ageBand: 'not_said',
      channel: 'outreach',
      outcome: 'oriented',
      emergency: true,
      group,
    },
    new Date(now.getTime() - 9 * 3_600_000),
  );
}
