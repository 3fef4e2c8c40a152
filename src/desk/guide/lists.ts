/** The languages a checklist is taken home in: French and Arabic always, English and Spanish where someone wrote them. */
export const guideLanguages = ['fr', 'ar', 'en', 'es'] as const;
export type GuideLanguage = (typeof guideLanguages)[number];
