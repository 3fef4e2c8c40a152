import type { Pool, PoolClient } from 'pg';
import { type Actor, withActor } from '../database/actor.ts';
import type { Jobs } from '../jobs.ts';
import { fieldProblems } from '../http/body.ts';
import type { Answer, Command, FieldProblem } from './contract.ts';
import type { AnyHandler } from './handler.ts';

/** A device's clock may run ahead a little; further than this it is wrong and the agent must set it. */
const clockTolerance = 15 * 60_000;

const refused = (id: string, code: string, fields?: FieldProblem[]): Answer => ({
  id,
  status: 'refused',
  code,
  ...(fields ? { fields } : {}),
});

export interface CommandRunner {
  run(actor: Actor, command: Command): Promise<Answer>;
}

/** Runs each command in one transaction, at most once per id: a repeat gets the first answer. */
export function createCommandRunner(pool: Pool, jobs: Jobs, handlers: AnyHandler[], clock: () => Date = () => new Date()): CommandRunner {
  const byKind = new Map(handlers.map((h) => [h.kind, h]));

  async function attempt(tx: PoolClient, h: AnyHandler, actor: Actor, command: Command, payload: unknown): Promise<Answer> {
    // Repeats of one id queue here; the statement after the lock sees what the first one committed.
    await tx.query({ name: 'lock', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [command.id] });
    const seen = await tx.query<{ answer: Answer }>({
      name: 'seen',
      text: 'select answer from platform.command where id = $1',
      values: [command.id],
    });
    if (seen.rows[0]) return seen.rows[0].answer;

    const state = await h.load(tx, payload, actor);
    const decision = h.decide(state, payload, actor, clock(), new Date(command.at));
    let answer: Answer;
    if ('refused' in decision) {
      answer = refused(command.id, decision.refused);
    } else {
      for (const event of decision.events) {
        await h.apply(tx, event, actor);
      }
      await jobs.enqueue(tx, decision.jobs ?? []);
      answer = { id: command.id, status: 'done', result: decision.result ?? {} };
    }
    const events = 'events' in decision ? decision.events : [];
    await tx.query({
      name: 'journal',
      text: `with noted as (
          insert into platform.journal (command_id, kind, subject_kind, subject_id, organization_id, user_id, device_at, payload)
          select $1, e.kind, e."subjectKind", e."subjectId", $3, $2, $4, e.payload
          from jsonb_to_recordset($5) as e(kind text, "subjectKind" text, "subjectId" uuid, payload jsonb))
        insert into platform.command (id, user_id, kind, answer) values ($1, $2, $6, $7)`,
      values: [command.id, actor.userId, actor.organizationId, command.at, JSON.stringify(events), command.kind, answer],
    });
    return answer;
  }

  return {
    async run(actor, command) {
      const h = byKind.get(command.kind);
      if (!h) return refused(command.id, 'unknown_command');
      if (!h.roles.includes(actor.role)) return refused(command.id, 'not_allowed');
      if (Date.parse(command.at) > clock().getTime() + clockTolerance) return refused(command.id, 'clock_ahead');
      const parsed = h.schema.safeParse(command.payload);
      if (!parsed.success) {
        return refused(command.id, 'invalid_fields', fieldProblems(parsed.error));
      }
      try {
        return await withActor(pool, actor, (tx) => attempt(tx, h, actor, command, parsed.data));
      } catch (error) {
        const code = refusalOf(error);
        if (code) return refused(command.id, code);
        throw error;
      }
    },
  };
}

/** Database errors a well-formed request can provoke; anything else is a bug and stays an exception. */
function refusalOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === '23505') return 'already_exists';
  // A reference to something that does not exist, or that this actor may not see: told apart by nobody.
  if (code === '23503') return 'not_found';
  return undefined;
}
