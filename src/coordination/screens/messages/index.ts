import type { Catalogues } from '../../../workspace/texts.ts';

/** The words of the thread, fetched with its screens. */
export const threadTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
