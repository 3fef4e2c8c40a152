import type { Answers, Criterion, DataSheet, Framework, Scores, SetupFacts } from './contract.ts';
import { assessmentDomains, highestLevel, type SetupStep, setupSteps } from './lists.ts';

export type StepState = 'done' | 'begun' | 'todo';

/** The parts of the sheet on the wall that still say nothing; the receipt of the declaration counts too. */
export function missingOf(sheet: DataSheet | null): string[] {
  if (!sheet) return ['all'];
  return Object.entries(sheet)
    .filter(([, said]) => (typeof said === 'string' ? said === '' : said.fr === '' || said.ar === ''))
    .map(([part]) => part);
}

const isSummer = ({ season, validTo }: SetupFacts['hours'][number], today: string): boolean =>
  season === 'summer' || (season === 'own_dates' && validTo !== null && validTo >= today);

/** Whether each step of a new cell is done: what the data show, not what someone ticked. */
const states: Record<SetupStep, (facts: SetupFacts) => StepState> = {
  published: ({ service }) => (service?.isPublished ? 'done' : service ? 'begun' : 'todo'),
  place: ({ place }) => (place?.address ? 'done' : place ? 'begun' : 'todo'),
  hours: ({ hours }) => (hours.some((h) => h.season === null && h.freq === 'WEEKLY' && h.opensAt) ? 'done' : 'todo'),
  summer: ({ hours, today }) => (hours.some((h) => isSummer(h, today)) ? 'done' : 'todo'),
  languages: ({ languages }) => (languages.length > 1 ? 'done' : languages.length > 0 ? 'begun' : 'todo'),
  channels: ({ phones, email }) => (phones.length > 0 && email ? 'done' : phones.length > 0 || email ? 'begun' : 'todo'),
  team: ({ members, invitations }) => (members > 1 ? 'done' : invitations > 0 ? 'begun' : 'todo'),
  duties: ({ duties, onCall }) => {
    const given = Object.values(duties).filter((who) => who.length > 0).length;
    return given > 1 && onCall ? 'done' : given > 0 || onCall ? 'begun' : 'todo';
  },
  guides: ({ guides }) => (guides > 0 ? 'done' : 'todo'),
  data_sheet: ({ dataSheet, printed }) => {
    if (!dataSheet) return 'todo';
    return missingOf(dataSheet).length === 0 && printed.data_sheet ? 'done' : 'begun';
  },
  poster: ({ printed }) => (printed.poster ? 'done' : 'todo'),
  assessment: ({ assessments }) => (assessments > 0 ? 'done' : 'todo'),
};
export const stepsOf = (facts: SetupFacts): { step: SetupStep; state: StepState }[] =>
  setupSteps.map((step) => ({ step, state: states[step](facts) }));

/** Of a hundred, by domain: the levels given, against the highest there is. */
export function scoresOf({ criteria }: Framework, answers: Answers): Scores {
  const scores: Scores = {};
  for (const domain of assessmentDomains) {
    const asked = criteria.filter((c) => c.domain === domain);
    if (asked.length === 0) continue;
    const reached = asked.reduce((sum, c) => sum + (answers[c.key]?.level ?? 0), 0);
    scores[domain] = Math.round((100 * reached) / (asked.length * highestLevel));
  }
  return scores;
}
export function overall(scores: Scores): number {
  const all = Object.values(scores);
  return all.length === 0 ? 0 : Math.round(all.reduce((a, b) => a + b, 0) / all.length);
}

/** Why an assessment cannot be recorded as it is, if anything. */
export function assessmentProblem({ criteria }: Framework, answers: Answers, madeOn: string, today: string): string | undefined {
  const keys = Object.keys(answers);
  if (keys.some((key) => !criteria.some((c) => c.key === key))) return 'criterion_unknown';
  if (keys.length < criteria.length) return 'criterion_missing';
  return madeOn > today ? 'day_ahead' : undefined;
}

/** The next things to do: lowest levels first, in the order of the framework, one level up at a time. */
export function nextThings({ criteria }: Framework, answers: Answers, most = 3): { criterion: Criterion; next: number }[] {
  const levelOf = (c: Criterion): number => answers[c.key]?.level ?? 0;
  return criteria
    .filter((c) => levelOf(c) < highestLevel)
    .sort((a, b) => levelOf(a) - levelOf(b))
    .slice(0, most)
    .map((criterion) => ({ criterion, next: levelOf(criterion) + 1 }));
}
