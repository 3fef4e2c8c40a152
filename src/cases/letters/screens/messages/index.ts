import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words around letters, fetched with the screens that write them. */
export const letterTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
