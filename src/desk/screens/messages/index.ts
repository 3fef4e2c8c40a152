import type { Catalogues } from '../../../workspace/texts.ts';

/** The desk's words that its first screen does without: groups, visitors who come back, emergencies. */
export const deskTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
