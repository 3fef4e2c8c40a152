import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words of the imports, fetched with their screens. */
export const importTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
