import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { changeFieldSchema, type CustomField, defineFieldSchema, type FieldValue, retireFieldSchema, setValuesSchema } from './contract.ts';
import { refusalOf } from './rules.ts';
import { isOutOfSight, isThere, listFields } from './store.ts';

/** More than a person would ever be asked; past it a form is no form. */
const most = 60;

const defineField = handler<z.infer<typeof defineFieldSchema>, { asked: number }>({
  kind: 'desk.define_field',
  schema: defineFieldSchema,
  roles: ['cell_manager'],
  async load(tx) {
    return { asked: (await listFields(tx)).filter((f) => f.retiredAt === null).length };
  },
  decide({ asked }, payload, _actor, _now, at) {
    if (asked >= most) return refuse('too_many_fields');
    return {
      events: [{ kind: 'field_defined', subjectKind: 'field', subjectId: payload.fieldId, payload: { ...payload, at: at.toISOString() } }],
    };
  },
  write({ payload: p }, actor) {
    return [
      {
        text: `insert into desk.custom_field (id, organization_id, subject, needs, kind, labels, options, sensitivity, retention_months, position, made_by, made_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        values: [
          p['fieldId'],
          actor.organizationId,
          p['subject'],
          p['needs'],
          p['kind'],
          p['labels'],
          JSON.stringify(p['options']),
          p['sensitivity'],
          p['retentionMonths'],
          p['position'],
          actor.userId,
          p['at'],
        ],
      },
    ];
  },
});

const findField = async (fields: Promise<CustomField[]>, id: string): Promise<CustomField | undefined> =>
  (await fields).find((f) => f.id === id);

const changeField = handler<z.infer<typeof changeFieldSchema>, CustomField | undefined>({
  kind: 'desk.change_field',
  schema: changeFieldSchema,
  roles: ['cell_manager'],
  load: (tx, { fieldId }) => findField(listFields(tx), fieldId),
  decide(field, payload) {
    if (!field) return refuse('field_not_found');
    if (field.retiredAt !== null) return refuse('field_retired');
    // A choice may be worded anew or joined by others; one that was answered with may not vanish from under its answers.
    if (field.options.some((o) => !payload.options.some((kept) => kept.key === o.key))) return refuse('option_in_use');
    if ((field.kind === 'choice') !== payload.options.length > 0) return refuse('options_of_a_choice');
    if (field.sensitivity !== 'plain' && payload.retentionMonths === undefined) return refuse('retention_missing');
    return { events: [{ kind: 'field_changed', subjectKind: 'field', subjectId: payload.fieldId, payload }] };
  },
  write({ payload: p }) {
    return [
      {
        text: 'update desk.custom_field set labels = $2, needs = $3, options = $4, retention_months = $5, position = $6 where id = $1',
        values: [p['fieldId'], p['labels'], p['needs'], JSON.stringify(p['options']), p['retentionMonths'] ?? null, p['position']],
      },
    ];
  },
});

const retireField = handler<z.infer<typeof retireFieldSchema>, CustomField | undefined>({
  kind: 'desk.retire_field',
  schema: retireFieldSchema,
  roles: ['cell_manager'],
  load: (tx, { fieldId }) => findField(listFields(tx), fieldId),
  decide(field, payload, _actor, _now, at) {
    if (!field) return refuse('field_not_found');
    if (field.retiredAt !== null) return refuse('field_retired');
    return {
      events: [{ kind: 'field_retired', subjectKind: 'field', subjectId: payload.fieldId, payload: { ...payload, at: at.toISOString() } }],
    };
  },
  write: ({ payload: p }) => [{ text: 'update desk.custom_field set retired_at = $2 where id = $1', values: [p['fieldId'], p['at']] }],
});

export const setValues = handler<z.infer<typeof setValuesSchema>, { isThere: boolean; outOfSight: boolean; fields: CustomField[] }>({
  kind: 'desk.set_values',
  schema: setValuesSchema,
  roles: deskRoles,
  async load(tx, { subject, subjectId, values }) {
    const there = await isThere(tx, subject, subjectId);
    return { isThere: there, outOfSight: await isOutOfSight(tx, subjectId, Object.keys(values)), fields: await listFields(tx) };
  },
  decide({ isThere: there, outOfSight, fields }, { subject, subjectId, values }, _actor, _now, at) {
    if (!there) return refuse(`${subject}_not_found`);
    if (outOfSight) return refuse('answer_out_of_sight');
    for (const [fieldId, value] of Object.entries(values)) {
      const field = fields.find((f) => f.id === fieldId && f.subject === subject);
      if (!field) return refuse('field_not_found');
      const refusal = value === null ? undefined : refusalOf(field, value);
      if (refusal) return refuse(refusal);
    }
    return {
      events: [
        {
          kind: 'values_set',
          subjectKind: subject,
          subjectId,
          payload: { subject, subjectId, fieldIds: Object.keys(values), at: at.toISOString() },
          // The journal is read by more people than a sensitive answer.
          sealed: { values },
        },
      ],
    };
  },
  write({ payload: p, sealed }, actor) {
    const values = Object.entries(sealed?.['values'] as Record<string, FieldValue | null>);
    const [gone, kept] = [values.filter(([, v]) => v === null), values.filter(([, v]) => v !== null)];
    return [
      {
        text: 'delete from desk.custom_value where subject_id = $1 and field_id = any ($2)',
        values: [p['subjectId'], gone.map(([id]) => id)],
      },
      {
        text: `insert into desk.custom_value (organization_id, field_id, subject_id, value, set_by, set_at)
               select $1, v.id, $2, v.value, $3, $4 from jsonb_to_recordset($5) as v(id uuid, value jsonb)
               on conflict (subject_id, field_id) do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at`,
        values: [actor.organizationId, p['subjectId'], actor.userId, p['at'], JSON.stringify(kept.map(([id, value]) => ({ id, value })))],
      },
    ];
  },
});

export const fieldCommands: AnyHandler[] = [defineField, changeField, retireField, setValues];
