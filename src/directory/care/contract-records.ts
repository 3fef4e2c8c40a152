import { z } from 'zod';
import { availabilitySchema } from './contract-commands.ts';
import { day, language, moment, names } from './contract-words.ts';
import { rhythms, updateStates } from './lists.ts';

export const stewardshipSchema = z.object({
  rhythmMonths: z.literal(rhythms).nullable(),
  contactEmail: z.string().nullable(),
  language,
  remindedAt: moment.nullable(),
});
export const careServiceSchema = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  name: names,
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  /** The source no longer has it. */
  vanished: z.boolean(),
  assuredDate: day.nullable(),
  sourceYear: z.int().nullable(),
  state: z.enum(updateStates),
  openFeedback: z.int(),
  proposals: z.int(),
});
const availabilityView = availabilitySchema.extend({ updatedAt: moment, ended: z.boolean() });
const translationsView = <T extends z.ZodType>(of: T) => z.partialRecord(z.string(), of);
/** A service as it stands, ready to be edited. */
export const serviceRecordSchema = z.object({
  id: z.uuid(),
  organization: z.object({ id: z.uuid(), name: names }),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  vanished: z.boolean(),
  sourceKey: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  sourceYear: z.int().nullable(),
  assuredDate: day.nullable(),
  state: z.enum(updateStates),
  lastModified: moment,
  fields: z.object({
    name: z.string(),
    alternateName: z.string().nullable(),
    organizationId: z.uuid(),
    needs: z.array(z.string()),
    audiences: z.array(z.string()),
    description: z.string().nullable(),
    eligibility: z.string().nullable(),
    minimumAge: z.int().nullable(),
    maximumAge: z.int().nullable(),
    alert: z.string().nullable(),
    applicationProcess: z.string().nullable(),
    fees: z.string().nullable(),
    url: z.string().nullable(),
    email: z.string().nullable(),
    status: z.string(),
    areas: z.array(z.string()),
    languages: z.array(z.object({ code: z.string().nullable(), name: z.string().nullable() })),
    documents: z.array(z.object({ procedure: z.string().nullable(), document: z.string(), uri: z.string().nullable() })),
    phones: z.array(
      z.object({ number: z.string(), extension: z.string().nullable(), type: z.string().nullable(), description: z.string().nullable() }),
    ),
    schedules: z.array(
      z.object({
        freq: z.string().nullable(),
        interval: z.int().nullable(),
        byday: z.string().nullable(),
        bymonthday: z.string().nullable(),
        dtstart: day.nullable(),
        until: day.nullable(),
        validFrom: day.nullable(),
        validTo: day.nullable(),
        opensAt: z.string().nullable(),
        closesAt: z.string().nullable(),
        season: z.string().nullable(),
        byAppointment: z.boolean(),
        openOnHolidays: z.boolean(),
        description: z.string().nullable(),
        count: z.int().nullable(),
        byweekno: z.string().nullable(),
        byyearday: z.string().nullable(),
        wkst: z.string().nullable(),
        timezone: z.number().nullable(),
        scheduleLink: z.string().nullable(),
        attendingType: z.string().nullable(),
        notes: z.string().nullable(),
      }),
    ),
    translations: translationsView(
      z.object({
        name: z.string().nullable(),
        description: z.string().nullable(),
        eligibility: z.string().nullable(),
        alert: z.string().nullable(),
        applicationProcess: z.string().nullable(),
        fees: z.string().nullable(),
        wordings: z.record(z.string(), z.string()).nullable(),
      }),
    ),
  }),
  availability: availabilityView.nullable(),
  /** Languages whose text is older than the one it translates. */
  staleTexts: z.array(z.string()),
  /** Fields an import leaves alone because they were changed here. */
  held: z.array(z.string()),
  /** Places it is offered at; a confidential one shows its commune only. */
  places: z.array(
    z.object({ name: z.string().nullable(), address: z.string().nullable(), commune: names.nullable(), confidential: z.boolean() }),
  ),
  mayEdit: z.boolean(),
  mayDecide: z.boolean(),
});
/** `GET /api/directory/care/services/:id`. */
export type ServiceRecord = z.infer<typeof serviceRecordSchema>;

export const organizationRecordSchema = z.object({
  id: z.uuid(),
  name: names,
  sourceKey: z.string().nullable(),
  vanished: z.boolean(),
  fields: z.object({
    name: z.string(),
    alternateName: z.string().nullable(),
    description: z.string(),
    email: z.string().nullable(),
    website: z.string().nullable(),
    communeCode: z.string().nullable(),
    phones: z.array(
      z.object({ number: z.string(), extension: z.string().nullable(), type: z.string().nullable(), description: z.string().nullable() }),
    ),
    translations: translationsView(z.object({ name: z.string().nullable(), description: z.string().nullable() })),
  }),
  /** Languages whose text is older than the one it translates. */
  staleTexts: z.array(z.string()),
  held: z.array(z.string()),
  stewardship: stewardshipSchema,
  state: z.enum(updateStates),
  services: z.array(careServiceSchema),
  /** New services that wait for an editor. */
  drafts: z.array(z.object({ changeId: z.uuid(), serviceId: z.uuid(), name: z.string(), proposedAt: moment })),
  mayEdit: z.boolean(),
  mayDecide: z.boolean(),
});
/** `GET /api/directory/care/organizations/:id`. */
export type OrganizationRecord = z.infer<typeof organizationRecordSchema>;
