import type { Template } from './contract.ts';
import written from './defaults.json' with { type: 'json' };
import type { LetterKind } from './lists.ts';

/** The letters that come with the product, titled in the reader's language; a cell copies and changes them. */
export const defaultTemplates = (language: string): Template[] =>
  written.map(({ title, kind, ...template }) => ({
    ...template,
    kind: kind as LetterKind,
    title: language === 'ar' ? title.ar : title.fr,
    isOwn: false,
  }));
