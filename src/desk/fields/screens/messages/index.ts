import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words of a cell's own questions, fetched with the screens that show them. */
export const fieldTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
