import { z } from 'zod';

const empty = z.literal('').transform(() => undefined);
const optional = <T extends z.ZodType>(type: T) => type.optional().or(empty);
const flag = optional(z.stringbool({ truthy: ['true', '1', 'yes'], falsy: ['false', '0', 'no'] }));
const id = optional(z.guid());
const number = (minimum: number, maximum: number) => optional(z.coerce.number().min(minimum).max(maximum));
const whole = (minimum: number, maximum: number) => optional(z.coerce.number().int().min(minimum).max(maximum));
const time = optional(z.string().regex(/^([01]?\d|2[0-4]):[0-5]\d$/));

const days: Record<string, string> = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};
const day = optional(
  z
    .string()
    .transform((text) => days[text.toLowerCase()] ?? text.toUpperCase().slice(0, 2))
    .refine((code) => Object.values(days).includes(code)),
);

/** What may be asked of a list; each list takes those that mean something to it. */
export const querySchema = z
  .object({
    search: optional(z.string().trim().max(200)),
    page: whole(1, 1_000_000),
    per_page: whole(1, 500),
    /** The id of the last record that was read: pages after it, whatever was added or removed meanwhile. */
    after: id,
    format: optional(z.enum(['json', 'ndjson'])),
    minimal: flag,
    full: flag,
    full_service: flag,
    taxonomy_term_id: id,
    taxonomy_id: id,
    organization_id: id,
    parent_id: id,
    top_only: flag,
    modified_after: optional(z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()])),
    minimum_age: number(0, 150),
    maximum_age: number(0, 150),
    day,
    start_time: time,
    end_time: time,
    postcode: optional(z.string().trim().max(20)),
    proximity: number(0, 1_000_000),
    latitude: number(-90, 90),
    longitude: number(-180, 180),
    radius: number(0, 1_000_000),
  })
  .refine((q) => (q.latitude === undefined) === (q.longitude === undefined), { path: ['latitude'] })
  .refine((q) => q.radius === undefined || q.latitude !== undefined, { path: ['radius'] })
  .refine((q) => q.proximity === undefined || q.postcode !== undefined, { path: ['proximity'] })
  .refine((q) => q.page === undefined || q.after === undefined, { path: ['after'] });
export type HsdsQuery = z.infer<typeof querySchema>;
