import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words of those who lead a cell, fetched with their screens. */
export const cellTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
