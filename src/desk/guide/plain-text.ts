import type { GuideLanguage, GuideProcedure } from './contract.ts';
import { labels } from './labels.ts';
import { allUnsure, inLanguage, isUnread, isUnsure, sortPapers } from './rules.ts';

/** Addresses and numbers keep their own direction inside Arabic (LRI … PDI). */
const apart = (text: string, language: GuideLanguage): string => (language === 'ar' ? `\u2066${text}\u2069` : text);

function inOneLanguage(procedure: GuideProcedure, language: GuideLanguage, readyPapers: readonly number[]): string {
  const say = labels[language];
  const colon = language === 'fr' ? ' :' : ':';
  const doubt = (fact: { toBeConfirmed?: boolean | undefined }): string => (fact.toBeConfirmed ? ` (${say.toBeConfirmed})` : '');
  const { missing, ready } = sortPapers(procedure.papers, readyPapers);
  // Said once where it is true of every paper.
  const once = allUnsure(procedure.papers);
  const ofPapers = (title: string): string => `${title}${doubt({ toBeConfirmed: once })}`;
  const paperLine = (box: string) => (paper: GuideProcedure['papers'][number]) =>
    [
      `${box} ${inLanguage(paper.name, language)}${once ? '' : doubt(paper)}`,
      paper.note && `   ${inLanguage(paper.note, language)}`,
      paper.from && `   ${say.from}${colon} ${inLanguage(paper.from, language)}`,
    ]
      .filter(Boolean)
      .join('\n');
  const { office, cost, delay, limit, link, warning, notes } = procedure;
  const part = (title: string, ...lines: (string | false | null | undefined)[]) => {
    const said = lines.filter((line) => typeof line === 'string' && line !== '');
    return said.length > 0 && [title, ...said].join('\n');
  };
  return [
    `${inLanguage(procedure.title, language)}${procedure.toBeConfirmed ? ` (${say.toBeConfirmed})` : ''}`,
    inLanguage(procedure.about, language),
    warning && `⚠ ${inLanguage(warning, language)}${doubt(warning)}`,
    procedure.papers.length === 0 ? say.none : part(ofPapers(say.missing), ...missing.map(paperLine('☐'))),
    part(ofPapers(say.ready), ...ready.map(paperLine('☑'))),
    part(
      say.office,
      office.name && inLanguage(office.name, language),
      office.organization && inLanguage(office.organization, language),
      office.words && inLanguage(office.words, language),
      office.place && `${say.place}${colon} ${inLanguage(office.place, language)}`,
      office.phone && `${say.phone}${colon} ${apart(office.phone, language)}`,
    ),
    part(say.cost, cost && `${inLanguage(cost, language)}${doubt(cost)}`),
    part(say.delay, delay && `${inLanguage(delay, language)}${doubt(delay)}`),
    limit &&
      part(
        say.limit,
        `${inLanguage(limit.about, language)}${colon} ${say.days(limit.days)}${doubt(limit)}`,
        `${inLanguage(limit.source, language)}${say.setBy[limit.setBy] && ` – ${say.setBy[limit.setBy]}`}`,
      ),
    link && part(say.link, `${inLanguage(link.name, language)}${doubt(link)}`, apart(link.url, language)),
    part(say.note, notes.region && inLanguage(notes.region, language), notes.cell && inLanguage(notes.cell, language)),
    isUnsure(procedure) && say.unsure,
    isUnread(procedure, language) && say.unread,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** A checklist as letters alone: for a letter, a message or the clipboard. `ready` are the papers the person has, by their place. */
export const plainText = (procedure: GuideProcedure, languages: readonly GuideLanguage[], ready: readonly number[]): string =>
  languages.map((language) => inOneLanguage(procedure, language, ready)).join('\n\n――――――――\n\n');
