import * as f from './fields.ts';

/** The columns of a file of translations: the record, then its texts in the file's language. */
export const translationTable: Readonly<Record<string, f.Column>> = {
  id: f.id(),
  name: f.optionalText(5000),
  description: f.optionalText(),
  eligibility_description: f.optionalText(),
  alert: f.optionalText(),
  application_process: f.optionalText(),
  fees_description: f.optionalText(),
  wordings: f.wordings(),
  synonyms: f.list(),
};
export const translationColumns: readonly string[] = Object.keys(translationTable);
export const translationMembers: readonly string[] = translationColumns.filter((name) => name !== 'id');
