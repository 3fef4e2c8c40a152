/** The closed lists of a visit, apart from their schemas: the desk's first screen shows them and needs no validator. */
export const audiences = ['mre', 'returned_mre', 'rpt', 'refugee_asylum', 'family_member', 'other'] as const;
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
export const sexes = ['woman', 'man', 'other', 'not_said'] as const;
export const ageBands = ['under_12', '12_17', '18_24', '25_44', '45_64', '65_and_over', 'not_said'] as const;
export const channels = ['in_person', 'phone', 'whatsapp', 'email', 'web', 'outreach', 'consulate'] as const;
export const exchangeLanguages = ['ary', 'ar', 'rif', 'fr', 'en', 'es', 'nl', 'de', 'it', 'other'] as const;
export const visitOutcomes = ['informed', 'oriented', 'case_opened', 'to_follow', 'left'] as const;
