import type { Pool } from 'pg';
import { type Actor, withActor, withActorWriting } from '../database/actor.ts';
import type { Statement } from '../database/batch.ts';
import { fieldProblems } from '../http/body.ts';
import { createEnqueue, type Enqueue } from '../jobs/enqueue.ts';
import type { Answer, Command, FieldProblem } from './contract.ts';
import type { AnyHandler, DomainEvent } from './handler.ts';

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

/** The command's answer and its events. First of all writes, so that repeats of one id queue on its key and not on anything else. */
const record = ({ id, kind, at }: Command, { userId, organizationId }: Actor, answer: Answer, events: DomainEvent[]): Statement[] => [
  {
    name: 'command',
    text: 'insert into platform.command (id, user_id, kind, answer) values ($1, $2, $3, $4)',
    values: [id, userId, kind, answer],
  },
  ...events.map((event) => ({
    name: 'journal',
    text: `insert into platform.journal (command_id, kind, subject_kind, subject_id, organization_id, user_id, device_at, payload)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [id, event.kind, event.subjectKind, event.subjectId, organizationId, userId, at, event.payload],
  })),
];

/** Runs each command in one transaction, at most once per id: a repeat gets the first answer. */
export function createCommandRunner(pool: Pool, handlers: AnyHandler[], clock: () => Date = () => new Date()): CommandRunner {
  const byKind = new Map(handlers.map((h) => [h.kind, h]));
  const openQueue = createEnqueue(pool);

  /** One transaction. A command seen before fails on its id, and nothing of it is done twice. */
  const attempt = (h: AnyHandler, actor: Actor, command: Command, payload: unknown, enqueue: Enqueue): Promise<Answer> =>
    withActorWriting(pool, actor, async (tx) => {
      const state = await h.load(tx, payload, actor);
      const decision = h.decide(state, payload, actor, clock(), new Date(command.at));
      if ('refused' in decision) {
        const answer = refused(command.id, decision.refused);
        return { result: answer, writes: record(command, actor, answer, []) };
      }
      const { events, jobs: requests = [], result = {} } = decision;
      const answer: Answer = { id: command.id, status: 'done', result };
      const rows = events.flatMap((event) => h.write(event, actor));
      return { result: answer, writes: [...record(command, actor, answer, events), ...rows, ...(await enqueue(requests))] };
    });

  /** The answer a command got when it was run before, if this person sent it. */
  const firstAnswer = (actor: Actor, { id }: Command): Promise<Answer | undefined> =>
    withActor(pool, actor, async (tx) => {
      const { rows } = await tx.query<{ answer: Answer }>('select answer from platform.command where id = $1', [id]);
      return rows[0]?.answer;
    });

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
      const enqueue = await openQueue();
      try {
        return await attempt(h, actor, command, parsed.data, enqueue);
      } catch (error) {
        const code = refusalOf(error);
        if (!code) throw error;
        return (await firstAnswer(actor, command)) ?? refused(command.id, code);
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
  // A guard of ours in the database, which names its refusal itself.
  if (code === 'IQ001' && error instanceof Error) return error.message;
  return undefined;
}
