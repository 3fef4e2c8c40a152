import type { Letterhead } from '../../../desk/index.ts';
import type { ErasureView } from '../../../people/contract.ts';
import { localeOf } from '../../../platform/i18n/index.ts';
import type { LetterLanguage } from '../lists.ts';
import { erasureWords, groups } from './erasure-words.ts';
import { type Face, renderPaper } from './receipt.ts';
import { words } from './words.ts';

/** A request as its paper needs it. Nobody is named on it but who answered: the reference is all that ties it to a person. */
export type ErasureReceipt = Pick<
  ErasureView,
  'reference' | 'askedAt' | 'dueAt' | 'outcome' | 'settledAt' | 'settledBy' | 'reason' | 'law' | 'counts' | 'receivers'
>;

/** That it was asked, what was erased, or why it was not. */
export function erasureIn(language: LetterLanguage, erasure: ErasureReceipt, { timezone }: Pick<Letterhead, 'timezone'>): Face {
  const say = erasureWords[language];
  const locale = localeOf(language);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: timezone });
  const day = (iso: string): string => days.format(new Date(iso));
  const { outcome, counts, reason, law, receivers, settledAt } = erasure;
  const state = outcome ?? 'open';
  const gone = Object.entries(groups).flatMap(([group, parts]) =>
    counts && parts.some((part) => counts[part] > 0) ? [say.part[group as keyof typeof groups]] : [],
  );
  const list = new Intl.ListFormat(locale);
  const facts: [string, string | null | undefined | false][] = [
    [say.label.asked, day(erasure.askedAt)],
    [say.label.due, state === 'open' && day(erasure.dueAt)],
    [say.label.settled, settledAt && day(settledAt)],
    [say.label.by, erasure.settledBy],
    [say.label.gone, state === 'erased' && list.format([say.identity, ...gone])],
    [say.label.stays, state === 'erased' && say.stays],
    [say.label.others, state === 'erased' && receivers.length > 0 && list.format(receivers.map(({ name }) => name))],
    [say.label.reason, reason && say.reason[reason]],
    [say.label.law, law],
  ];
  return {
    title: say.title[state],
    facts: facts.flatMap(([label, text]) => (text ? [{ label, text }] : [])),
    closing: say.closing[state],
    law: words[language].law,
    reference: { label: words[language].label.reference, text: erasure.reference },
  };
}

/** One A4 page; each language has the request as it reads in it. */
export const renderErasureReceipt = (
  erasures: readonly { language: LetterLanguage; erasure: ErasureReceipt }[],
  head: Letterhead,
  logo: string | null,
): Promise<Uint8Array> =>
  renderPaper(
    erasures.map(({ language, erasure }) => ({ language, ...erasureIn(language, erasure, head) })),
    head,
    logo,
  );
