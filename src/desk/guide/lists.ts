/** The languages a checklist is taken home in: French and Arabic always, English where someone wrote it. */
export const guideLanguages = ['fr', 'ar', 'en'] as const;
export type GuideLanguage = (typeof guideLanguages)[number];
