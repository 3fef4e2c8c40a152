import type { Catalogues } from '../../../workspace/texts.ts';

/** The words about people, fetched with the screens that show them. */
export const peopleTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
