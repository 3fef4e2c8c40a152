import { getLetterhead, type Letterhead } from '../../desk/index.ts';
import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { referenceOf } from '../../platform/reference.ts';
import { type SaveTemplate, saveTemplateSchema, type WriteLetter, writeLetterSchema } from './contract.ts';
import { blanksIn } from './rules.ts';

/** A cell's own letter, new or changed: always a version more, so that what was written before can be told apart. */
export const saveTemplate = handler<SaveTemplate, { version: number }>({
  kind: 'cases.save_letter_template',
  schema: saveTemplateSchema,
  roles: ['cell_manager'],
  async load(tx, { templateId }) {
    const { rows } = await tx.query('select coalesce(max(version), 0)::int as version from cases.letter_template where id = $1', [
      templateId,
    ]);
    return rows[0];
  },
  decide({ version }, payload, _actor, _now, at) {
    if (payload.version <= version) return refuse('template_changed_meanwhile');
    if (payload.version !== version + 1) return refuse('template_not_found');
    return {
      events: [
        {
          kind: 'letter_template_saved',
          subjectKind: 'letter_template',
          subjectId: payload.templateId,
          payload: { ...payload, at: at.toISOString() },
        },
      ],
    };
  },
  write({ payload: p }, { organizationId, userId }) {
    return [
      {
        text: `insert into cases.letter_template (id, version, organization_id, kind, title, texts, is_retired, made_by, made_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        values: [p['templateId'], p['version'], organizationId, p['kind'], p['title'], p['texts'], p['isRetired'], userId, p['at']],
      },
    ];
  },
});

/** A letter as it goes out, kept word for word under the head it had. The journal keeps that it was written, not what it says. */
export const writeLetter = handler<WriteLetter, { isCase: boolean; head: Letterhead }>({
  kind: 'cases.write_letter',
  schema: writeLetterSchema,
  roles: deskRoles,
  async load(tx, { caseId }, { organizationId }) {
    const found = await tx.query('select from cases."case" where id = $1', [caseId]);
    const { isOwn: _, ...head } = await getLetterhead(tx, organizationId);
    return { isCase: found.rowCount === 1, head };
  },
  decide({ isCase, head }, { title, texts, ...payload }, _actor, _now, at) {
    if (!isCase) return refuse('case_not_found');
    if (Object.values(texts).some((text) => text && blanksIn(text).length > 0)) return refuse('letter_has_blanks');
    const reference = referenceOf(payload.letterId);
    return {
      events: [
        {
          kind: 'letter_written',
          subjectKind: 'case',
          subjectId: payload.caseId,
          payload: { ...payload, reference, languages: Object.keys(texts), at: at.toISOString() },
          sealed: { title, texts, head },
        },
      ],
      result: { letterId: payload.letterId, reference },
    };
  },
  write({ payload: p, sealed }, { organizationId, userId }) {
    return [
      {
        text: `insert into cases.letter (id, organization_id, reference, case_id, kind, title, texts, template, template_version, head, written_by, written_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        values: [
          p['letterId'],
          organizationId,
          p['reference'],
          p['caseId'],
          p['kind'],
          sealed?.['title'],
          sealed?.['texts'],
          p['template'],
          p['templateVersion'],
          sealed?.['head'],
          userId,
          p['at'],
        ],
      },
    ];
  },
});
