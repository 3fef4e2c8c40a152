import type { WriteProcedure } from '../contract.ts';
import { isEmpty, isHalf, isWhole, noWords, type TypedWords, typedOf, wordsOf } from './typed-words.ts';

interface TypedPaper {
  name: TypedWords;
  from: TypedWords;
}
export interface WriteDraft {
  needs: WriteProcedure['needs'];
  audiences: WriteProcedure['audiences'];
  title: TypedWords;
  about: TypedWords;
  warning: TypedWords;
  papers: TypedPaper[];
  cost: TypedWords;
  delay: TypedWords;
  office: TypedWords;
  link: string;
  training: TypedWords;
  source: string;
  toBeConfirmed: boolean;
}
export const writeDraftName = (procedureId: string): string => `procedure:${procedureId}`;
export const noPaper: TypedPaper = { name: noWords, from: noWords };
export const newProcedure: WriteDraft = {
  needs: [],
  audiences: [],
  title: noWords,
  about: noWords,
  warning: noWords,
  papers: [noPaper],
  cost: noWords,
  delay: noWords,
  office: noWords,
  link: '',
  training: noWords,
  source: '',
  toBeConfirmed: true,
};

type Written = Pick<
  WriteProcedure,
  'needs' | 'audiences' | 'title' | 'about' | 'warning' | 'papers' | 'cost' | 'delay' | 'link' | 'training' | 'sourceUrl' | 'toBeConfirmed'
> & { office: { words?: TypedWords | null | undefined } };
/** What is written so far: as the device reads it, or in a change the server refused. */
export const writeDraftOf = (p: Written): WriteDraft => ({
  needs: p.needs,
  audiences: p.audiences,
  title: typedOf(p.title),
  about: typedOf(p.about),
  warning: typedOf(p.warning),
  papers: p.papers.map(({ name, from }) => ({ name: typedOf(name), from: typedOf(from) })),
  cost: typedOf(p.cost),
  delay: typedOf(p.delay),
  office: typedOf(p.office.words),
  link: p.link?.url ?? '',
  training: typedOf(p.training),
  source: p.sourceUrl ?? '',
  toBeConfirmed: p.toBeConfirmed,
});

const isAddress = (typed: string): boolean =>
  typed.trim() === '' || (/^https?:\/\/[^\s]+\.[^\s]+$/.test(typed.trim()) && URL.canParse(typed.trim()));
const optional = ['warning', 'cost', 'delay', 'training'] as const;
const required = ['title', 'about', 'office'] as const;
/** The fields that must be corrected before it can be kept. */
export function wrongInProcedure(draft: WriteDraft): Set<keyof WriteDraft> {
  const wrong = new Set<keyof WriteDraft>();
  if (draft.needs.length === 0 || draft.needs.length > 6) wrong.add('needs');
  if (draft.audiences.length === 0) wrong.add('audiences');
  for (const field of required) if (!isWhole(draft[field])) wrong.add(field);
  for (const field of optional) if (isHalf(draft[field])) wrong.add(field);
  if (draft.papers.some(({ name, from }) => isHalf(name) || isHalf(from) || (isEmpty(name) && !isEmpty(from)))) wrong.add('papers');
  for (const field of ['link', 'source'] as const) if (!isAddress(draft[field])) wrong.add(field);
  return wrong;
}

/** A row that nothing was typed in is no paper. */
export function writePayloadOf(procedureId: string, draft: WriteDraft): Record<string, unknown> {
  const said = Object.fromEntries(optional.flatMap((field) => (isEmpty(draft[field]) ? [] : [[field, wordsOf(draft[field])]])));
  const link = draft.link.trim();
  return {
    procedureId,
    needs: draft.needs,
    audiences: draft.audiences,
    title: wordsOf(draft.title),
    about: wordsOf(draft.about),
    ...said,
    papers: draft.papers
      .filter(({ name }) => !isEmpty(name))
      .map(({ name, from }) => ({ name: wordsOf(name), ...(isEmpty(from) ? {} : { from: wordsOf(from) }) })),
    office: { words: wordsOf(draft.office) },
    ...(link ? { link: { url: link, name: { fr: 'Le service en ligne', ar: 'الخدمة عبر الإنترنت' } } } : {}),
    checkedYear: null,
    sourceUrl: draft.source.trim() || null,
    toBeConfirmed: draft.toBeConfirmed,
  };
}
