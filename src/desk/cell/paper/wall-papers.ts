import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printable, printed, qrSvg, renderPdf } from '../../../platform/documents/index.ts';
import { localeOf } from '../../../platform/i18n/index.ts';
import { printPhone } from '../../slip/index.ts';
import type { CellHours, SetupFacts } from '../contract.ts';
import { daysWords, isInstead, isWeek, type WeekDay } from '../hours.ts';
import type { paperSizes } from '../lists.ts';
import { posterLabels, sheetLabels } from './labels.ts';

export type PaperLanguage = 'fr' | 'ar';
const template = (name: string): string => readFileSync(join(import.meta.dirname, `${name}.typ`), 'utf8');
const poster = template('poster');
const dataSheet = template('data-sheet');

type Printed = ReturnType<typeof printed>;
function print(raw: string | null | undefined): Printed | null {
  const shown = printed(raw ?? '');
  return shown.text ? shown : null;
}
const named = (name: { fr: string; ar: string | null }, language: PaperLanguage): Printed | null =>
  print((language === 'ar' && name.ar) || name.fr);
const day = (iso: string, language: PaperLanguage, withYear: boolean): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${iso}T00:00:00Z`));

/** Hours as lines: days, then times. Rows that share their days share a line. */
function hoursLines(rows: readonly CellHours[], language: PaperLanguage): { days: string; times: string[] }[] {
  const byDays = Map.groupBy(rows, (row) => row.byday ?? '');
  return [...byDays].map(([byday, parts]) => ({
    days: daysWords(language, byday.split(',') as WeekDay[]),
    times: parts.map((p) => `${p.opensAt?.slice(0, 5)}–${p.closesAt?.slice(0, 5)}`).sort(),
  }));
}

/** The languages spoken, each by its own name, so that whoever speaks it knows it. The page's fonts have no Tifinagh. */
const ownNames: Record<string, string> = { ary: 'الدارجة', rif: 'Tarifit', zgh: 'Tamazight', ber: 'Tamazight', tzm: 'Tamazight' };
function languageNames(codes: readonly string[]): Printed[] {
  const tags = codes.filter((code) => /^[a-z]{2,3}$/.test(code));
  const names = tags.map((code) => ownNames[code] ?? new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code));
  return names.flatMap((name) => {
    const shown =
      name && !/[^\p{Script=Latin}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{P}\p{Z}]/u.test(name) ? print(name) : null;
    return shown ? [shown] : [];
  });
}

/** The poster for the door: one language, letters to be read from two metres, and a code that opens the cell's public page. */
export function renderPoster(
  facts: SetupFacts,
  language: PaperLanguage,
  paper: (typeof paperSizes)[number],
  address: string,
): Promise<Uint8Array> {
  const { service, organization, place, hours, phones, email, onCall, languages, today } = facts;
  const summer = hours.filter((h) => isInstead(h) && h.opensAt && (h.validTo ?? '') >= today);
  const [first] = summer;
  const commune = language === 'ar' ? place?.communeAr : place?.communeFr;
  return renderPdf(poster, {
    paper,
    language,
    labels: posterLabels[language],
    name: named(service?.name ?? organization.name, language),
    cell: named(organization.name, language),
    place: print([place?.address, commune].filter(Boolean).join(language === 'ar' ? '، ' : ', ')),
    hours: hoursLines(hours.filter(isWeek), language),
    summer:
      first?.validFrom && first.validTo
        ? { dates: `${day(first.validFrom, language, false)} – ${day(first.validTo, language, true)}`, lines: hoursLines(summer, language) }
        : null,
    languages: languageNames(languages),
    phones: phones.map((p) => ({ number: printPhone(p.number), isWhatsapp: p.type === 'whatsapp' })),
    email: print(email),
    onCall: onCall ? { phone: printPhone(onCall.phone), hours: print(onCall.hours) } : null,
    qr: qrSvg(address),
    address: printable(address),
  });
}

/** What is hung on the wall about people's data, in one language or in both side by side. What is not filled in yet is left out. */
export function renderDataSheet(facts: SetupFacts, languages: readonly PaperLanguage[]): Promise<Uint8Array> {
  const { organization, service, dataSheet: sheet } = facts;
  return renderPdf(dataSheet, {
    faces: languages.map((language) => ({
      language,
      labels: sheetLabels[language],
      controller: named(organization.name, language),
      service: named(service?.name ?? organization.name, language),
      parts: (['purpose', 'legalBasis', 'categories', 'recipients', 'retention'] as const).flatMap((part) => {
        const text = print(sheet?.[part][language]);
        return text ? [{ title: sheetLabels[language][part], text }] : [];
      }),
      contact: print(sheet?.rightsContact),
      declaration: sheet?.cndpNumber
        ? { number: printable(sheet.cndpNumber), date: sheet.cndpDate ? day(sheet.cndpDate, language, true) : null }
        : null,
    })),
  });
}
