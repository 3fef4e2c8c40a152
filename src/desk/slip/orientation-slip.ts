import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepNumbers, printable, printed, qrSvg, renderPdf } from '../../platform/documents/index.ts';
import { labels } from './labels.ts';

type SlipLanguage = 'fr' | 'ar';
/** A text in the two languages of a slip, or one that is the same in both; where one is missing the other is printed. */
type SlipText = string | { fr?: string | null; ar?: string | null };

export interface SlipService {
  name: SlipText;
  organization: SlipText;
  place: SlipText;
  phone?: string | null;
  bring?: SlipText[];
  alert?: SlipText | null;
}
/** What an orientation slip says. No field is for a person: whoever finds the paper learns nothing of its bearer. */
export interface OrientationSlip {
  languages: SlipLanguage[];
  reference: string;
  /** One for each of those who came together; otherwise one. */
  copies?: number;
  /** A day, `YYYY-MM-DD`. */
  issuedOn: string;
  /** Its logo as an SVG. */
  cell: { name: SlipText; contact?: SlipText; logo?: string | null };
  services: SlipService[];
  note?: SlipText;
}

type PrintedText = ReturnType<typeof printed>;

const template = readFileSync(join(import.meta.dirname, 'orientation-slip.typ'), 'utf8');

function print(value: SlipText | null | undefined, language: SlipLanguage): PrintedText | null {
  const other = language === 'fr' ? 'ar' : 'fr';
  const raw = typeof value === 'string' ? value : value?.[language] || value?.[other];
  const shown = printed(raw ?? '');
  return shown.text ? shown : null;
}

const printDay = (day: string, language: SlipLanguage): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-MA' : 'ar-MA-u-nu-latn', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** Moroccan numbers in pairs, as they are read aloud; any other as it was written. */
export const printPhone = (phone: string): string =>
  printable(phone).replace(/^(0|\+212 ?)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, (_, prefix: string, ...digits: string[]) =>
    [prefix === '0' ? `0${digits[0]}` : `+212 ${digits[0]}`, ...digits.slice(1, 5)].join(' '),
  );

/** What stands on the slip in one language. */
export const inLanguage = (slip: OrientationSlip, language: SlipLanguage) => ({
  language,
  labels: { ...labels[language], privacy: keepNumbers(labels[language].privacy) },
  issuedOn: printDay(slip.issuedOn, language),
  cell: print(slip.cell.name, language),
  contact: print(slip.cell.contact, language),
  note: print(slip.note, language),
  services: slip.services.map((s) => ({
    name: print(s.name, language),
    organization: print(s.organization, language),
    place: print(s.place, language),
    phone: s.phone ? printPhone(s.phone) : null,
    bring: (s.bring ?? []).map((b) => print(b, language)).filter((b) => b !== null),
    alert: print(s.alert, language),
  })),
});

/**
 * The paper a person leaves the desk with. One service in one language fits A5; more goes on A4, in French and Arabic side by side
 * when both are asked. Letters are never under 13 points: many readers are old, or read the other script.
 */
export function renderOrientationSlip(slip: OrientationSlip): Promise<Uint8Array> {
  const asked = (['fr', 'ar'] as const).filter((l) => slip.languages.includes(l));
  const languages: readonly SlipLanguage[] = asked.length > 0 ? asked : ['fr'];
  const short = languages.length === 1 && slip.services.length <= 1 && !slip.note;
  return renderPdf(template, {
    paper: short ? 'a5' : 'a4',
    size: !short && languages.length === 1 ? 15 : 13,
    reference: printable(slip.reference),
    // The reference and nothing else: the desk's scanner types it, and whoever finds the paper learns nothing.
    qr: qrSvg(printable(slip.reference)),
    logo: slip.cell.logo ?? null,
    copies: slip.copies ?? 1,
    faces: languages.map((l) => inLanguage(slip, l)),
  });
}
