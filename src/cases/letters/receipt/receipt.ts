import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headTemplate, type Letterhead, printHead, printPhone } from '../../../desk/index.ts';
import { type ConsentState, stateOf } from '../../../people/index.ts';
import type { ConsentPurpose, ConsentSpan, ContactWay, ShareableField } from '../../../people/lists.ts';
import { printable, printed, qrSvg, renderPdf } from '../../../platform/documents/index.ts';
import { localeOf } from '../../../platform/i18n/index.ts';
import type { LetterLanguage } from '../lists.ts';
import { words } from './words.ts';

/** An answer as its receipt tells it. The person is not named: whoever finds the paper learns nothing of its bearer. */
export interface Receipt {
  reference: string;
  purpose: ConsentPurpose;
  answer: 'given' | 'refused';
  recipient: { fr: string; ar: string | null } | null;
  fields: ShareableField[];
  ways: ContactWay[];
  until: ConsentSpan;
  givenAt: string;
  expiresAt: string | null;
  withdrawnAt: string | null;
  explainedBy: string | null;
  representativeName: string | null;
  isCaseClosed: boolean;
}

const template = `${headTemplate}\n${readFileSync(join(import.meta.dirname, 'receipt.typ'), 'utf8')}`;

/** A receipt in one language. */
export interface Face {
  title: string;
  facts: { label: string; text: string }[];
  closing: string;
  law: string;
  reference: { label: string; text: string };
}

/** What the receipt says in one language, on paper and in a letter alike. */
export function receiptIn(language: LetterLanguage, receipt: Receipt, head: Letterhead, now: Date): Face {
  const say = words[language];
  const locale = localeOf(language);
  const state: ConsentState = stateOf(receipt, receipt.isCaseClosed, now);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: head.timezone });
  const day = (iso: string): string => days.format(new Date(iso));
  const listed = (list: string[]): string => new Intl.ListFormat(locale).format(list);
  const { purpose, recipient, fields, ways, until, expiresAt, withdrawnAt, explainedBy, representativeName, givenAt } = receipt;
  const facts: [string, string | null | undefined][] = [
    [say.label.what, say.purpose[purpose]],
    [say.label.whom, recipient && ((language === 'ar' && recipient.ar) || recipient.fr)],
    [say.label.shared, fields.length > 0 ? listed(fields.map((field) => say.field[field])) : null],
    [say.label.how, ways.length > 0 ? listed(ways.map((way) => say.way[way])) : null],
    [say.label.until, state === 'refused' ? null : expiresAt ? day(expiresAt) : say.until[until]],
    [say.label.on, day(givenAt)],
    [say.label.by, explainedBy],
    [say.label.representative, representativeName],
    [say.label.withdrawn, withdrawnAt && day(withdrawnAt)],
  ];
  const cell = head.name[language];
  const take = (head.phone ? say.back : say.backNoPhone)
    .replace('{cell}', () => cell)
    .replace('{phone}', () => printPhone(head.phone ?? ''));
  return {
    title: say.title[state],
    facts: facts.flatMap(([label, text]) => (text ? [{ label, text }] : [])),
    closing: { stands: take, expired: say.closed, withdrawn: say.closed, refused: say.refused }[state],
    law: say.law,
    reference: { label: say.label.reference, text: receipt.reference },
  };
}

/** One A4 page, in one language or in both side by side; every face has the same facts. */
export function renderPaper(faces: readonly (Face & { language: LetterLanguage })[], head: Letterhead, logo: string | null) {
  const reference = printable(faces[0]?.reference.text ?? '');
  return renderPdf(template, {
    head: printHead(head, logo),
    qr: qrSvg(reference),
    reference,
    faces: faces.map(({ language, title, facts, closing, law, reference: named }) => ({
      language,
      title,
      facts: facts.map(({ label, text }) => ({ label, text: printed(text) })),
      closing: printed(closing),
      law: printed(law),
      reference: named.label,
    })),
  });
}
export const renderReceipt = (
  receipt: Receipt,
  languages: readonly LetterLanguage[],
  head: Letterhead,
  logo: string | null,
  now: Date,
): Promise<Uint8Array> =>
  renderPaper(
    languages.map((language) => ({ language, ...receiptIn(language, receipt, head, now) })),
    head,
    logo,
  );

/** The same words for a letter by e-mail. */
export const receiptText = (receipt: Receipt, languages: readonly LetterLanguage[], head: Letterhead, now: Date): string =>
  languages
    .map((language) => {
      const { facts, closing, law, reference } = receiptIn(language, receipt, head, now);
      const lines = [...facts, reference].map(({ label, text }) => `${label}${language === 'fr' ? ' ' : ''}: ${text}`);
      return [...lines, '', closing, '', law, '', head.name[language]].join('\n');
    })
    .join('\n\n――――――――\n\n');
