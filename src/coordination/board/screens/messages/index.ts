import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words of the regional board, fetched with its screens. */
export const boardTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
