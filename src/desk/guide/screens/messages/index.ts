import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words around the guide, fetched with it: the desk does not carry them. */
export const guideTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
