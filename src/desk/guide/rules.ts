import type { GuideLanguage, GuideProcedure, Limit, Opening, Words } from './contract.ts';
import { guideLanguages } from './lists.ts';

const written: Readonly<Record<string, GuideLanguage>> = { ary: 'ar', ar: 'ar', fr: 'fr', en: 'en', es: 'es' };
/** The language a person reads, by the one they speak with the desk. Amazigh is written by few: Arabic is read aloud for it. */
export const readingLanguageOf = (spoken: string): GuideLanguage => written[spoken] ?? (['rif', 'zgh'].includes(spoken) ? 'ar' : 'fr');

/** The languages a procedure can be read in. */
export const languagesOf = ({ title }: Pick<GuideProcedure, 'title'>): GuideLanguage[] =>
  guideLanguages.filter((language) => title[language] !== undefined);

/** Whether a procedure can be read in the language a person speaks. */
export const isWrittenFor = (procedure: Pick<GuideProcedure, 'title'>, spoken: string): boolean =>
  languagesOf(procedure).some((language) => language === written[spoken]);

type Said = { fr: string } & { [L in GuideLanguage]?: string | null | undefined };
/** The text in that language; what is not said in it is said in French. */
export const inLanguage = (text: Said, language: GuideLanguage): string => text[language] || text.fr;

/** Those that answer one of the needs: for this audience first, the cell's own first among them, then those meant for it most, then by the needs. */
export function matching<P extends Pick<GuideProcedure, 'needs' | 'audiences' | 'isOwn'>>(
  procedures: readonly P[],
  needs: readonly string[],
  audience: string,
): P[] {
  const place = (p: P): number => (p.audiences as readonly string[]).indexOf(audience);
  const rank = (p: P): number[] => [
    place(p) < 0 ? 1 : 0,
    p.isOwn ? 0 : 1,
    place(p),
    Math.min(...p.needs.map((n) => needs.indexOf(n)).filter((i) => i >= 0)),
  ];
  return procedures
    .filter((p) => p.needs.some((n) => needs.includes(n)))
    .map((p) => ({ p, rank: rank(p) }))
    .sort((a, b) => a.rank.map((r, i) => r - (b.rank[i] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ p }) => p);
}

export interface Adjustment {
  limitDays: number | null;
  limitSource: Words | null;
}
/** The limit as the cell set it, else the region, else as the law has it. What a person set is no longer to be confirmed. */
export function limitOf(limit: Limit | undefined, region: Adjustment, cell: Adjustment): GuideProcedure['limit'] {
  if (!limit) return null;
  for (const [setBy, { limitDays, limitSource }] of [['cell', cell] as const, ['region', region] as const]) {
    if (limitDays !== null && limitSource) return { about: limit.about, days: limitDays, source: limitSource, setBy };
  }
  return { ...limit, setBy: 'law' };
}

/** Papers with their place in the list: those still missing, and those the person has. */
export function sortPapers<P>(papers: readonly P[], ready: readonly number[]): { missing: P[]; ready: P[] } {
  return {
    missing: papers.filter((_, i) => !ready.includes(i)),
    ready: papers.filter((_, i) => ready.includes(i)),
  };
}

/** Whether none of the papers was read in a source: said once, then, and not of each. */
export const allUnsure = (papers: readonly { toBeConfirmed?: boolean | undefined }[]): boolean =>
  papers.every(({ toBeConfirmed }) => toBeConfirmed === true);

/** Whether no native speaker has read it over in that language. */
export const isUnread = ({ unreadIn }: Pick<GuideProcedure, 'unreadIn'>, language: GuideLanguage): boolean =>
  unreadIn?.includes(language) === true;

/** Whether any of what it says was never read in a source. */
export const isUnsure = (p: Pick<GuideProcedure, 'toBeConfirmed' | 'papers' | 'cost' | 'delay' | 'limit' | 'link'>): boolean =>
  p.toBeConfirmed || [...p.papers, p.cost, p.delay, p.limit, p.link].some((fact) => fact?.toBeConfirmed === true);

export type OpeningNow =
  | { kind: 'open'; until: number | null }
  | { kind: 'closed'; opens: number | null }
  | { kind: 'by_appointment' }
  | { kind: 'unknown' };
/** What the hours say at that moment; nothing once they are too old to know. */
export function openingAt({ kind, spans, knownUntil }: Opening, now: number): OpeningNow {
  if (kind !== 'hours') return { kind };
  if (now >= knownUntil) return { kind: 'unknown' };
  const current = spans.find(([from, to]) => from <= now && now < to);
  if (current) return { kind: 'open', until: current[1] >= knownUntil ? null : current[1] };
  return { kind: 'closed', opens: spans.find(([from]) => from > now)?.[0] ?? null };
}
