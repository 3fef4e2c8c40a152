import type { Catalogues } from '../../../workspace/texts.ts';

/** The words of the plans' screens, fetched with them. */
export const planTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
/** What the closed lists of a plan are called, on the screen as on paper. */
export const planListTexts: Catalogues = {
  fr: () => import('../../words/fr.json', { with: { type: 'json' } }),
  ar: () => import('../../words/ar.json', { with: { type: 'json' } }),
};
