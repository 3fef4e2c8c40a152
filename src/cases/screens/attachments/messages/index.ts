import type { Catalogues } from '../../../../workspace/texts.ts';

/** The words of attachments, fetched with a case. */
export const attachmentTexts: Catalogues = {
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};
