import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { Actor, Role } from '../database/actor.ts';
import type { Statement } from '../database/batch.ts';

/** What a decision made true. The journal keeps it; `write` says how the current-state rows follow. */
export interface DomainEvent {
  kind: string;
  subjectKind: string;
  subjectId: string;
  payload: Record<string, unknown>;
  /** What the rows take and the journal must not keep, since more people read the journal: the words of a restricted note. */
  sealed?: Record<string, unknown>;
}
export interface JobRequest {
  name: string;
  data: Record<string, string>;
}
export type Decision = { events: DomainEvent[]; jobs?: JobRequest[]; result?: Record<string, unknown> } | { refused: string };
export const refuse = (code: string): Decision => ({ refused: code });

export interface CommandHandler<P, S> {
  kind: string;
  schema: z.ZodType<P>;
  /** Who may even ask; the finer rules are in `decide`, and row-level security stands behind both. */
  roles: readonly Role[];
  load(tx: PoolClient, payload: P, actor: Actor): Promise<S>;
  /** Pure: no clock, no randomness, no I/O. */
  decide(state: S, payload: P, actor: Actor, now: Date, at: Date): Decision;
  /** Pure: the statements, sent in one go with the journal and the commit. */
  write(event: DomainEvent, actor: Actor): Statement[];
}
/** A handler whose payload and state types are its own affair. */
export type AnyHandler = CommandHandler<unknown, unknown>;

/** Forgets the types of a handler: the runner parses with its own schema before it calls it, so the pair always fits. */
export const handler = <P, S>(h: CommandHandler<P, S>): AnyHandler => h as unknown as AnyHandler;
