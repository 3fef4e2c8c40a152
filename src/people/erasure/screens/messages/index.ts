import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words around erasure, fetched with the screens that ask for it or answer it. */
export const erasureTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
