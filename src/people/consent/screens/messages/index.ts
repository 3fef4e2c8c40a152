import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words around consent, fetched with the screens that ask for it or show it. */
export const consentTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
