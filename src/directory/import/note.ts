import type { noteCodes } from './lists.ts';

/** What people should know though nothing is wrong: an encoding that was recognised, or what of the file has no place here. */
export interface Note {
  file: string;
  code: (typeof noteCodes)[number];
  /** The encoding, the columns, or how many rows; empty for a whole file. */
  what: string;
}

const sentences: Record<Note['code'], (what: string) => string> = {
  encoding: (what) => `was read as ${what}`,
  file: () => 'is not imported',
  columns: (what) => `holds columns that are not imported: ${what}`,
  rows: (what) => `holds rows that hang on nothing and are not imported: ${what}`,
};
/** The note as a line for a terminal. */
export const printNote = ({ file, code, what }: Note): string => `${file} ${sentences[code](what)}`;
