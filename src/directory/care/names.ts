/** SQL for a name as its source wrote it and in Arabic; `row` is of an organisation or a service. */
export const namesOf = (row: string): string =>
  `jsonb_build_object('fr', ${row}.name, 'ar', (select n.name from directory.translation n where n.entity_id = ${row}.id and n.language = 'ar'))`;

/** The same for a territory; null when there is none. */
export const territoryNames = (row: string): string =>
  `case when ${row}.code is not null then jsonb_build_object('fr', ${row}.name_fr, 'ar', ${row}.name_ar) end`;

/** What a person typed, as a pattern that finds it anywhere. */
export const anywhere = (typed: string): string => `%${typed.replace(/[\\%_]/g, '\\$&')}%`;

export const perPage = 50;
