/** Where and why one cell, row or file does not fit; `code` is stable and a translation key (`import.<code>`). */
export interface RowError {
  file: string;
  line: number;
  column: string;
  code: RowErrorCode;
  message: string;
}

/** What to do about each refusal. `{}` stands for the value or name at fault. */
const sentences = {
  file_missing: 'The file {} is missing. Add it to the package, or correct its path in datapackage.json.',
  path_outside: 'The path {} leaves the package. Write a path inside the folder of datapackage.json.',
  package_unreadable: 'This file cannot be read as JSON. Correct it, or remove it and use the HSDS file names.',
  encoding: 'This line is in an unknown encoding. Save the file again with the encoding UTF-8 (in Excel: “CSV UTF-8”).',
  csv_syntax: 'The quotes of this row do not match. Put text with commas or quotes between double quotes, and double each quote inside it.',
  column_missing: 'The column {} is missing. Add it to the first line of the file.',
  column_twice: 'The column {} stands twice in the first line. Keep one.',
  cells_count: 'This row has {} cells, which is not the number of columns. Quote cells that hold a comma, and remove cells in excess.',
  required: 'This cell is empty. Fill it in.',
  not_uuid: '“{}” is not a UUID. Write 32 hexadecimal digits as 8-4-4-4-12.',
  not_url: '“{}” is not a complete web address. Write it with https:// or http:// in front.',
  not_uri: '“{}” is not an absolute URI. Write it with its scheme in front, such as https:// or urn:.',
  not_numbers: '“{}” is not a list of whole numbers. Write them with commas between, such as 1,15.',
  not_email: '“{}” is not an e-mail address. Write it as name@example.org, or leave the cell empty.',
  not_date: '“{}” is not a day of the calendar. Write it as YYYY-MM-DD.',
  not_time: '“{}” is not a time of day. Write it as HH:MM.',
  not_number: '“{}” is not a number in the range of this column. Write digits, with a point for decimals.',
  not_age: '“{}” is not an age. Write a whole number of years from 0 to 150.',
  not_year: '“{}” is not a year. Write four digits.',
  not_boolean: '“{}” is neither true nor false. Write true or false.',
  not_in_list: '“{}” is not one of the values HSDS knows for this column. Use one of them.',
  not_language: '“{}” is not a language code. Write one like fr, ar or zgh.',
  not_country: '“{}” is not a country code. Write two capital letters, such as MA.',
  not_territory: '“{}” is not the form of a territory code. Write the digits of the code, without dots.',
  not_wordings: '“{}” is not a JSON object of texts. Write it as {"original": "translation"}, or leave the cell empty.',
  text_too_long: 'This text is longer than this column holds ({}). Shorten it.',
  text_unreadable: 'This cell holds a character that cannot be stored. Remove the control character.',
  draft_active: 'A service that is not published must have the status inactive. Correct one of the two.',
  ages_reversed: 'The lowest age is above the highest ({}). Exchange them.',
  dates_reversed: 'The first day is after the last ({}). Exchange them.',
  position_half: 'Only one of latitude and longitude is given. Give both or none.',
  confidential_position: 'A confidential place must not have an address or a position. Remove them.',
  id_twice: 'The id {} already stands at line {at}. Give each row its own id.',
  code_twice: 'The code {} already names another term of this taxonomy. Give each term its own code.',
  link_missing: '{} does not exist. Add the row it refers to, or correct the id.',
  parent_cycle: '{} is, through its parents, its own parent. Correct the parent.',
  owned_elsewhere: 'The id {} belongs to another source. Import it under that source, or give this row its own id.',
  commune_unknown: 'No commune has the code {}. Look the code up in the list of territories.',
  territory_unknown: 'No territory has the code {}. Look the code up in the list of territories.',
} as const;

export type RowErrorCode = keyof typeof sentences;
export const rowErrorCodes = Object.keys(sentences);

export const isRowErrorCode = (code: string): code is RowErrorCode => Object.hasOwn(sentences, code);

const shortened = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value).replace(/\s+/g, ' ');

/** Builds the error; `value` is shortened, so that a message stays one line. */
export function rowError(at: Pick<RowError, 'file' | 'line' | 'column'>, code: RowErrorCode, value = '', other = ''): RowError {
  const message = sentences[code].replace('{at}', other).replace('{}', () => shortened(value));
  return { file: at.file, line: at.line, column: at.column, code, message };
}
