import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words of the screen that takes a spreadsheet, fetched with it. */
export const importTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
