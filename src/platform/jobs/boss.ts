import type { Client, Pool } from 'pg';
import { type ConstructorOptions, PgBoss } from 'pg-boss';

/** The queue of all that follows a change, whatever it is; what time brings about has a queue each. */
export const followUps = 'after_change';

export type OnError = (error: unknown) => void;

/** pg-boss on connections of ours; it does nothing by itself unless told to. */
export function createBoss(client: Pick<Pool | Client, 'query'>, onError: OnError, options: ConstructorOptions = {}): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    migrate: false,
    supervise: false,
    schedule: false,
    // The host's name is nobody's business, and its indexes are the owner's to rebuild.
    registerInstance: false,
    reindex: false,
    openTelemetry: { enabled: false },
    ...options,
  });
  boss.on('error', onError);
  return boss;
}
