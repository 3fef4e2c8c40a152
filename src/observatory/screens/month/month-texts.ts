import type { Catalogues } from '../../../workspace/texts.ts';

/** The words of the month, on the screen as on paper. */
export const monthTexts: Catalogues = {
  fr: () => import('../../month/messages/fr.json', { with: { type: 'json' } }),
  ar: () => import('../../month/messages/ar.json', { with: { type: 'json' } }),
};
