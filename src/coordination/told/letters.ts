import { type Language, translator } from '../../platform/i18n/index.ts';
import type { Told } from '../contract.ts';
import { wordsFor } from '../pages/words.tsx';
import { toldMessages } from './messages/index.ts';

/** In a letter a title written in the other direction keeps its own. */
const isolated = (text: string): string => `\u2068${text.replace(/\s+/g, ' ').trim()}\u2069`;
const kindPath = { finding: 'findings', recommendation: 'recommendations', action: 'actions' } as const;

export interface Moved {
  kind: string;
  subjectKind: keyof typeof kindPath;
  subjectId: string;
  title: Told;
}
interface DigestLetter {
  language: Language;
  rhythm: string;
  moves: readonly Moved[];
}
/** A letter stays readable; the rest is read where it stands. */
const mostThings = 30;

/** What moved, by thing: its title, what happened to it, one link. Nobody is named in it. */
export function digestLetter({ language, rhythm, moves }: DigestLetter, address: string, choice: string) {
  const t = translator([toldMessages[language]], language);
  const things = [...Map.groupBy(moves, (move) => move.subjectId).values()];
  const lines = things.slice(0, mostThings).flatMap((those) => {
    const [first] = those;
    if (!first) return [];
    const kinds = [...Map.groupBy(those, (move) => move.kind)].map(([kind, same]) => t(`told.move.${kind}`, { n: same.length }));
    return [
      isolated(wordsFor(first.title, language).text),
      ...kinds.map((kind) => `  – ${kind}`),
      `  ${address}/workspace/thread/${kindPath[first.subjectKind]}/${first.subjectId}`,
      '',
    ];
  });
  const rest = things.length - mostThings;
  return {
    subject: t('told.digest.subject', { n: things.length }),
    text: [
      t('told.greeting'),
      '',
      t(rhythm === 'weekly' ? 'told.digest.weekly' : 'told.digest.daily'),
      '',
      ...lines,
      ...(rest > 0 ? [t('told.digest.rest', { n: rest }), `${address}/workspace/thread`, ''] : []),
      t('told.digest.choose'),
      choice,
      '',
    ].join('\n'),
  };
}

export interface AwaitedStep {
  id: string;
  title: Told;
  dueOn: string;
  isMilestone: boolean;
  isLate: boolean;
}
interface ReminderLetter {
  language: Language;
  organization: string;
  actionTitle: Told;
  isSilent: boolean;
  steps: readonly AwaitedStep[];
}
const day = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(language === 'ar' ? 'ar-MA' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

/** Asks an organisation how it goes with what is late, due within a week, or silent. */
export function reminderLetter({ language, organization, actionTitle, isSilent, steps }: ReminderLetter, link: string) {
  const t = translator([toldMessages[language]], language);
  const title = wordsFor(actionTitle, language).text;
  return {
    subject: t('told.asked.subject', { title: title.replace(/\s+/g, ' ').slice(0, 150) }),
    text: [
      t('told.greeting'),
      '',
      t('told.asked.why', { organization: isolated(organization), title: isolated(title) }),
      '',
      ...steps.map(
        (step) =>
          `  – ${isolated(wordsFor(step.title, language).text)} (${t(step.isLate ? 'told.asked.late' : 'told.asked.soon', { day: day(language, step.dueOn) })})`,
      ),
      ...(isSilent ? [`  – ${t('told.asked.silent')}`] : []),
      '',
      t('told.asked.link'),
      link,
      '',
    ].join('\n'),
  };
}
