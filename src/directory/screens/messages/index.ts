import type { Catalogues } from '../../../workspace/texts.ts';

/** The words of the directory's care, fetched with its screens. */
export const careTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
