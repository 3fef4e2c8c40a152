import type { AnyHandler, JobRequest } from '../../../platform/commands/handler.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { LateWrites } from './late-writes.ts';

interface Inside {
  at: Date;
  now: Date;
  /** Under which the journal has it: that of the import. */
  commandId: string;
  jobs: JobRequest[];
}

/** What a command of somebody does, inside a transaction that has begun: the same schema, rules, journal and rows. Returns the code of a refusal. */
export async function runInside(
  { tx, write: later }: LateWrites,
  actor: Actor,
  { schema, load, decide, write }: AnyHandler,
  given: unknown,
  { at, now, commandId, jobs }: Inside,
): Promise<string | undefined> {
  const payload = schema.safeParse(given);
  if (!payload.success) return 'invalid_fields';
  const decision = decide(await load(tx, payload.data, actor), payload.data, actor, now, at);
  if ('refused' in decision) return decision.refused;
  for (const event of decision.events) {
    later(
      {
        name: 'journal-of-register',
        text: `insert into platform.journal (command_id, kind, subject_kind, subject_id, organization_id, user_id, device_at, payload)
               values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        values: [commandId, event.kind, event.subjectKind, event.subjectId, actor.organizationId, actor.userId, at, event.payload],
      },
      ...write(event, actor),
    );
  }
  jobs.push(...(decision.jobs ?? []));
  return undefined;
}
