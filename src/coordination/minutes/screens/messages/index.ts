import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words of a meeting's notes and minutes, fetched with their screens. */
export const minutesTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
/** What the minutes themselves say, on these screens as on paper. */
export const minutesPaperTexts: Catalogues = {
  fr: () => import('../../words/fr.json', { with: { type: 'json' } }),
  ar: () => import('../../words/ar.json', { with: { type: 'json' } }),
};
