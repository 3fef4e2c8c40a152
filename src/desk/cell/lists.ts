/** The closed lists of a cell, apart from their schemas. */
export const duties = ['reception', 'follow_up', 'partners', 'figures', 'data_protection', 'on_call'] as const;
export type Duty = (typeof duties)[number];

/** What is printed to be hung on a wall. */
export const papers = ['poster', 'data_sheet'] as const;
export type Paper = (typeof papers)[number];
export const paperSizes = ['a4', 'a3'] as const;

/** What the head of a cell looks at first; each is a list of cases. */
export const caseLists = ['late', 'emergency', 'unassigned', 'waiting', 'all'] as const;
export type CaseList = (typeof caseLists)[number];

/** What a new cell needs, in the order of the checklist. */
export const setupSteps = [
  'published',
  'place',
  'hours',
  'summer',
  'languages',
  'channels',
  'team',
  'duties',
  'guides',
  'data_sheet',
  'poster',
  'assessment',
] as const;
export type SetupStep = (typeof setupSteps)[number];

export const assessmentDomains = ['missions', 'staffing', 'equipment', 'procedures', 'training'] as const;
export type AssessmentDomain = (typeof assessmentDomains)[number];
/** From "nothing yet" to "it works and is looked at again". */
export const highestLevel = 3;

/** Marhaba as it was in the last years, month and day: a suggestion, since each year's days are announced. */
export const marhaba = { from: '06-10', to: '09-15' } as const;
