import type { Catalogues } from '../../../workspace/texts.ts';

/** The words of cases, fetched with the screens that show them. */
export const caseTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
