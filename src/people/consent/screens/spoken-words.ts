import { type Messages, translator } from '../../../platform/i18n/index.ts';
import type { ConsentPurpose, ConsentSpan, ContactWay, ShareableField, SpokenText } from '../../lists.ts';
import ar from '../spoken/2026-11/ar.json' with { type: 'json' };
import en from '../spoken/2026-11/en.json' with { type: 'json' };
import fr from '../spoken/2026-11/fr.json' with { type: 'json' };
import tifinagh from '../spoken/2026-11/rif-Tfng.json' with { type: 'json' };
import rif from '../spoken/2026-11/rif.json' with { type: 'json' };

const written: Record<SpokenText, Messages> = { fr, ar, rif, 'rif-Tfng': tifinagh, en };

/** Each language by its own name. */
export const spokenNames: Record<SpokenText, string> = {
  fr: 'Français',
  ar: 'العربية',
  rif: 'Tarifit',
  'rif-Tfng': 'ⵜⴰⵔⵉⴼⵉⵜ',
  en: 'English',
};
/** Written without someone whose own language it is: to be read again by one. */
export const isUnproven = (language: SpokenText): boolean => language.startsWith('rif');

/** In which text a person who speaks this language is told; Darija speakers are read the Arabic. */
export function textFor(spoken: string): SpokenText {
  if (spoken === 'ary') return 'ar';
  return spoken in written ? (spoken as SpokenText) : 'fr';
}

/** What a text speaks of. */
export interface SpokenOf {
  purpose: ConsentPurpose;
  cell: string;
  until: ConsentSpan;
  partner?: string;
  fields?: readonly ShareableField[];
  ways?: readonly ContactWay[];
}

/** A name keeps its own direction between the signs around it. */
const apart = (name: string): string => `\u2068${name}\u2069`;

/** The sentences to read, in order: who keeps what and why, how long, that a no costs nothing, how to take it back, and the question. */
export function spokenSentences(language: SpokenText, { purpose, cell, until, partner = '…', fields = [], ways = [] }: SpokenOf): string[] {
  const t = translator([written[language]], language);
  // Browsers know no Tarifit and would join its words in another language.
  const join = (words: string[]): string => (isUnproven(language) ? words.join(', ') : new Intl.ListFormat(language).format(words));
  const listed = (words: string[]): string => (words.length > 0 ? join(words) : t('spoken.nothing'));
  return [
    t(`spoken.${purpose}`, {
      cell: apart(cell),
      partner: apart(partner),
      fields: listed(fields.map((field) => t(`spoken.field.${field}`))),
      ways: listed(ways.map((way) => t(`spoken.way.${way}`))),
    }),
    t(`spoken.until.${until}`),
    t('spoken.free'),
    t('spoken.back'),
    t('spoken.agree'),
  ];
}
