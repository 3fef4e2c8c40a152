import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words of registers and exports, fetched with their screens. */
export const registerTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
