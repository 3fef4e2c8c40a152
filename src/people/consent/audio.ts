import type { z } from 'zod';
import type { PoolClient } from 'pg';
import { handler, refuse } from '../../platform/commands/handler.ts';
import type { SealedFile } from '../../platform/files/vault.ts';
import { type ConsentAudio, setAudioSchema } from './contract.ts';

/** A cell's own recording of a text to read aloud; the one before goes, with its bytes. */
export const setAudio = handler<z.infer<typeof setAudioSchema>, { fileFits: boolean; before: { fileId: string; blob: string } | null }>({
  kind: 'people.set_consent_audio',
  schema: setAudioSchema,
  roles: ['cell_manager'],
  async load(tx, { purpose, language, fileId }) {
    const { rows } = await tx.query(
      `select $3::uuid is null or exists (select from files.file where id = $3 and bound_at is null and media_type = 'audio/wav') as "fileFits",
         (select jsonb_build_object('fileId', f.id, 'blob', f.blob) from people.consent_audio a join files.file f on f.id = a.file_id
          where a.purpose = $1 and a.language = $2) as before`,
      [purpose, language, fileId],
    );
    return rows[0];
  },
  decide({ fileFits, before }, payload, actor, _now, at) {
    if (!fileFits) return refuse('file_not_found');
    return {
      events: [
        {
          kind: 'consent_audio_set',
          subjectKind: 'organization',
          subjectId: actor.organizationId,
          payload: { ...payload, before: before?.fileId, at: at.toISOString() },
        },
      ],
      jobs: before ? [{ name: 'remove_file_bytes', data: { blob: before.blob } }] : [],
    };
  },
  write({ payload: p }, { organizationId, userId }) {
    return [
      { text: 'delete from files.file where id = $1', values: [p['before']] },
      ...(p['fileId']
        ? [
            {
              text: `insert into people.consent_audio (organization_id, purpose, language, text_version, file_id, set_by, set_at)
                     values ($1, $2, $3, $4, $5, $6, $7)`,
              values: [organizationId, p['purpose'], p['language'], p['version'], p['fileId'], userId, p['at']],
            },
            { text: 'update files.file set bound_at = now() where id = $1', values: [p['fileId']] },
          ]
        : []),
    ];
  },
});

export async function listAudio(tx: PoolClient): Promise<ConsentAudio[]> {
  const { rows } = await tx.query<ConsentAudio>(
    `select purpose, language, text_version as version, file_id as "fileId", set_at as "setAt" from people.consent_audio order by purpose, language`,
  );
  return rows;
}

export async function findAudio(tx: PoolClient, fileId: string): Promise<SealedFile | undefined> {
  const { rows } = await tx.query<SealedFile>(
    `select f.id, f.blob, f.key_id as "keyId", f.wrapped_key as "wrappedKey"
     from people.consent_audio a join files.file f on f.id = a.file_id where f.id = $1`,
    [fileId],
  );
  return rows[0];
}
