import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words of meetings, fetched with their screens. */
export const meetingTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
