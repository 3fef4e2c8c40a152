import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printable, printed, qrSvg, renderPdf } from '../../../platform/documents/index.ts';
import { localeOf } from '../../../platform/i18n/index.ts';
import { printPhone } from '../../slip/index.ts';
import type { DirectoryWords, GuideLanguage, GuideProcedure, Words } from '../contract.ts';
import { labels } from '../labels.ts';
import { allUnsure, inLanguage, isUnread, isUnsure, sortPapers } from '../rules.ts';

export interface ProcedureSheet {
  procedure: GuideProcedure;
  languages: readonly GuideLanguage[];
  /** Papers the person has, by their place in the list. */
  ready: readonly number[];
  cell: DirectoryWords;
  /** A day, `YYYY-MM-DD`. */
  issuedOn: string;
  /** The public page of the service, for telephones. */
  address: string | null;
}

const template = readFileSync(join(import.meta.dirname, 'procedure-sheet.typ'), 'utf8');

function faceOf({ procedure: p, ready, cell, issuedOn }: ProcedureSheet, language: GuideLanguage) {
  const say = labels[language];
  const word = (text: Words | DirectoryWords | null | undefined) => (text ? printed(inLanguage(text, language)) : null);
  const fact = <F extends Words & { toBeConfirmed?: boolean | undefined }>(text: F | undefined) =>
    text ? { ...printed(inLanguage(text, language)), unsure: text.toBeConfirmed === true } : null;
  const papers = sortPapers(p.papers, ready);
  const paper = ({ name, note, from, toBeConfirmed }: GuideProcedure['papers'][number]) => ({
    name: word(name),
    note: word(note),
    from: word(from),
    unsure: toBeConfirmed === true,
  });
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${issuedOn}T00:00:00Z`));
  return {
    language,
    labels: {
      issued: say.issued,
      missing: say.missing,
      ready: say.ready,
      from: say.from,
      cost: say.cost,
      delay: say.delay,
      limit: say.limit,
      office: say.office,
      place: say.place,
      phone: say.phone,
      link: say.link,
      note: say.note,
      toBeConfirmed: say.toBeConfirmed,
      unsure: say.unsure,
      unread: say.unread,
      scan: say.scan,
      free: say.free,
    },
    issuedOn: day,
    checked: p.checkedYear ? say.checked(p.checkedYear) : say.undated,
    cell: word(cell),
    title: printed(inLanguage(p.title, language)),
    about: word(p.about),
    warning: fact(p.warning),
    missing: papers.missing.map(paper),
    ready: papers.ready.map(paper),
    papersUnsure: allUnsure(p.papers),
    office: {
      name: word(p.office.name),
      organization: word(p.office.organization),
      words: word(p.office.words),
      place: word(p.office.place),
      phone: p.office.phone ? printPhone(p.office.phone) : null,
    },
    cost: fact(p.cost),
    delay: fact(p.delay),
    limit: p.limit && {
      about: word(p.limit.about),
      days: say.days(p.limit.days),
      source: printed([inLanguage(p.limit.source, language), say.setBy[p.limit.setBy]].filter(Boolean).join(' – ')),
      unsure: p.limit.toBeConfirmed === true,
    },
    link: p.link
      ? { ...printed(inLanguage(p.link.name, language)), url: printable(p.link.url), unsure: p.link.toBeConfirmed === true }
      : null,
    notes: [p.notes.region, p.notes.cell].flatMap((note) => word(note) ?? []),
    unsure: isUnsure(p),
    unread: isUnread(p, language),
  };
}

/** The checklist as one A4 page in one language or in two side by side, in the largest letters that fit. What is missing comes first. */
export function renderProcedureSheet(sheet: ProcedureSheet): Promise<Uint8Array> {
  return renderPdf(template, {
    faces: sheet.languages.map((language) => faceOf(sheet, language)),
    sizes: sheet.languages.length > 1 ? [13, 12, 11, 10, 9, 8] : [17, 16, 15, 14, 13, 12, 11, 10],
    address: sheet.address,
    qr: sheet.address && qrSvg(sheet.address),
  });
}
