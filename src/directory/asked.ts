import { z } from 'zod';
import { receptions } from './search/document.ts';
import { longestQuery } from './search/search.ts';

const optional = <T extends z.ZodType>(schema: T) => schema.optional().or(z.literal('').transform(() => undefined));
const code = optional(z.string().regex(/^[a-z0-9_-]{1,60}$/));
export const placeCode = optional(z.string().regex(/^[0-9]{2,10}$/));
const ticked = optional(z.literal('1'));

/** Conditions that are ticked on the form: each is the name of its own member in the address. */
export const conditions = ['free', 'no_papers'] as const;

/** What a search may ask, as it stands in an address; the public page and the workspace read it alike. */
export const searchQuerySchema = z.object({
  q: z.string().max(longestQuery).default(''),
  audience: code,
  category: code,
  commune: placeCode,
  /** A language spoken there. */
  spoken: optional(z.string().regex(/^[a-z]{2,3}$/)),
  open: optional(z.enum(['now', 'unknown'])),
  free: ticked,
  no_papers: ticked,
  /** Whether one may just come, or asks for an appointment first. */
  appointment: optional(z.enum(receptions)),
  /** Nearest first; means something only with a commune. */
  near: ticked,
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export type Asked = z.infer<typeof searchQuerySchema>;

/** The names of all that narrows a search, beside its words. */
export const filterNames = ['category', 'audience', 'commune', 'spoken', 'appointment', 'open', ...conditions] as const;
export type FilterName = (typeof filterNames)[number];

export const isNarrowed = (asked: Asked): boolean => filterNames.some((name) => asked[name] !== undefined);

/** What the search engine is asked. */
export const wishOf = (asked: Asked) => ({
  q: asked.q,
  audience: asked.audience,
  category: asked.category,
  commune: asked.commune,
  spoken: asked.spoken,
  appointment: asked.appointment,
  conditions: conditions.filter((name) => asked[name] !== undefined),
  opening: asked.open === 'now' ? ('open' as const) : asked.open,
  near: asked.near !== undefined,
  page: asked.page,
});

/** Address of a search on the public site, shortest form: the same wish has one address. `page` is what shows its answer. */
export function searchAddress(
  language: string,
  asked: Partial<Asked>,
  page: 'services' | 'services/map' | 'guide.pdf' = 'services',
): string {
  const query = new URLSearchParams();
  for (const name of ['q', ...filterNames] as const) if (asked[name]) query.set(name, asked[name]);
  if (asked.near && asked.commune) query.set('near', asked.near);
  if (asked.page && asked.page > 1) query.set('page', String(asked.page));
  const text = query.toString();
  return `/${language}/${page}${text ? `?${text}` : ''}`;
}
