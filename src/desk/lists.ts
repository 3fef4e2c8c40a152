/** The closed lists of a visit, apart from their schemas: the desk's first screen shows them and needs no validator. */
export { ageBands, audiences, sexes, spokenLanguages as exchangeLanguages } from '../people/lists.ts';

export const needs = [
  'orientation',
  'civil_status',
  'residence_asylum',
  'land_property',
  'urban_planning',
  'local_tax',
  'utilities',
  'justice',
  'pensions',
  'customs_vehicles',
  'investment',
  'employment_training',
  'school_children',
  'health',
  'mental_health',
  'protection',
  'shelter_emergency',
  'material_aid',
  'culture',
  'voluntary_return',
  'complaint',
] as const;
/** So few come for these that a need, a commune and a month could point at one of them: told to the region in words alone, by hand. */
export const guardedNeeds: readonly string[] = ['protection', 'mental_health', 'complaint'];
export const channels = ['in_person', 'phone', 'whatsapp', 'email', 'web', 'outreach', 'consulate'] as const;
export const visitOutcomes = ['informed', 'oriented', 'case_opened', 'to_follow', 'left'] as const;
/** What of a group that arrives asks for attention at once: counted, never named. */
export const attentions = ['children_alone', 'pregnant', 'sick_or_injured', 'elderly_alone', 'disability', 'no_shelter'] as const;
