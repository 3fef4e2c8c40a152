import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { editTextSchema, settleConflictSchema } from '../contract.ts';
import { isTooLongFor, mostOfText, type TextKind } from '../lists.ts';
import { mergeTexts } from '../merge-text.ts';
import { members, said } from './said.ts';

interface Written {
  /** As it stands now; undefined where there is no such thing, or not for this writer. */
  text: string | undefined;
  isOwn: boolean;
  /** The name of a thing, in its only language: without it nobody could call the thing. */
  isOnlyName: boolean;
}
/** Only names of the closed list come into the statement. */
const columnOf = (kind: TextKind, field: string): string => (mostOfText(kind, field) === undefined ? 'title' : field);

/** Who writes which texts, as row-level security has it: what it would leave undone is refused instead. */
const writers: Record<TextKind, string> = {
  finding: 'coordination.writes(organization_id) or organization_id = coordination.member()',
  recommendation: 'coordination.writes(organization_id)',
  action: 'coordination.writes(organization_id)',
  meeting: 'coordination.writes(organization_id)',
  note: 'coordination.takes_notes(meeting_id)',
  decision: 'coordination.runs_meeting(meeting_id)',
  minutes_part: 'coordination.holds_meeting(meeting_id)',
};
const ofMeeting: readonly TextKind[] = ['note', 'decision', 'minutes_part'];

async function readText(tx: PoolClient, { subjectKind, subjectId, field, language }: Place): Promise<Written> {
  // What belongs to a meeting is held with it.
  if (ofMeeting.includes(subjectKind))
    await tx.query(`select coordination.hold('meeting', meeting_id) from coordination.${subjectKind} where id = $1`, [subjectId]);
  else await tx.query('select coordination.hold($1, $2)', [subjectKind, subjectId]);
  const column = columnOf(subjectKind, field);
  const { rows } = await tx.query<{ text: string; isOwn: boolean; isOnly: boolean }>(
    `select coalesce(${column} ->> $2, '') as text, ${writers[subjectKind]} as "isOwn", coalesce(${column} - $2::text, '{}') = '{}' as "isOnly"
     from coordination.${subjectKind} where id = $1`,
    [subjectId, language],
  );
  const [found] = rows;
  return { text: found?.text, isOwn: found?.isOwn ?? false, isOnlyName: field === 'title' && (found?.isOnly ?? false) };
}
interface Place {
  subjectKind: TextKind;
  subjectId: string;
  field: string;
  language: string;
}
function writeText({ subjectKind, subjectId, field, language }: Place, text: string): Statement {
  const column = columnOf(subjectKind, field);
  return {
    text: `update coordination.${subjectKind} set ${column} = case when $3 = '' then ${column} - $2
             else coalesce(${column}, '{}') || jsonb_build_object($2::text, $3::text) end where id = $1`,
    values: [subjectId, language, text],
  };
}

const editText = handler<z.infer<typeof editTextSchema>, Written>({
  kind: 'coordination.edit_text',
  schema: editTextSchema,
  roles: members,
  load: readText,
  decide({ text, isOwn, isOnlyName }, payload, _actor, _now, at) {
    if (text === undefined) return refuse('subject_not_found');
    if (!isOwn) return refuse('not_yours_to_decide');
    if (isOnlyName && payload.value === '') return refuse('name_missing');
    const merged = mergeTexts(payload.base, text, payload.value);
    const { subjectKind, subjectId } = payload;
    return merged === undefined
      ? said('texts_meet', subjectKind, subjectId, { ...payload, theirs: text }, at)
      : said('text_edited', subjectKind, subjectId, { ...payload, merged }, at);
  },
  write({ kind, payload: p }, actor) {
    const place = p as unknown as Place;
    if (kind === 'text_edited') return [writeText(place, String(p['merged']))];
    return [
      {
        text: `insert into coordination.conflict (id, subject_kind, subject_id, field, language, theirs, mine, written_by, written_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        values: [
          ...['conflictId', 'subjectKind', 'subjectId', 'field', 'language', 'theirs', 'value'].map((key) => p[key]),
          ...[actor.userId, p['at']],
        ],
      },
    ];
  },
});

const settleConflict = handler<z.infer<typeof settleConflictSchema>, (Written & { place: Place; isOpen: boolean }) | undefined>({
  kind: 'coordination.settle_conflict',
  schema: settleConflictSchema,
  roles: members,
  async load(tx, { conflictId }) {
    const { rows } = await tx.query<Place & { isOpen: boolean }>(
      `select subject_kind as "subjectKind", subject_id as "subjectId", field, language, settled_at is null as "isOpen"
       from coordination.conflict where id = $1`,
      [conflictId],
    );
    const [found] = rows;
    if (!found) return undefined;
    const { isOpen, ...place } = found;
    return { ...(await readText(tx, place)), place, isOpen };
  },
  decide(found, payload, _actor, _now, at) {
    if (!found) return refuse('conflict_not_found');
    if (!found.isOwn) return refuse('not_yours_to_decide');
    if (!found.isOpen) return refuse('not_in_that_state');
    const { place, isOnlyName } = found;
    if (isTooLongFor(place.subjectKind, place.field, payload.value)) return refuse('text_too_long');
    if (isOnlyName && payload.value === '') return refuse('name_missing');
    return said('conflict_settled', place.subjectKind, place.subjectId, { ...place, ...payload }, at);
  },
  write({ payload: p }, actor) {
    return [
      writeText(p as unknown as Place, String(p['value'])),
      {
        text: 'update coordination.conflict set settled_at = $2, settled_by = $3 where id = $1',
        values: [p['conflictId'], p['at'], actor.userId],
      },
    ];
  },
});

export const textCommands: AnyHandler[] = [editText, settleConflict];
