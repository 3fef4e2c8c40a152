import type { Client } from 'pg';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import type { Databases } from '../../../platform/database/open.ts';
import type { Vault } from '../../../platform/files/vault.ts';
import { makeExport } from '../export/make-export.ts';
import { applyRows } from './apply-rows.ts';
import { checkRows } from './check-rows.ts';
import { readFile } from './read-file.ts';
import { undoRows } from './undo-rows.ts';

/** Of all processes one works on registers and exports: it holds this lock while its session lasts. */
const oneWorks = 727_027;

export interface Workshop {
  databases: Pick<Databases, 'app' | 'asOwner'>;
  vault: Vault;
}
interface Asked {
  id: string;
  what: 'reading' | 'checking' | 'applying' | 'undoing' | 'making';
  userId: string;
  organizationId: string;
}
/** One piece of work, done for whoever asked and as they may. Whole when it returns true; told to stop it returns false and goes on another time. */
export type Step = (workshop: Workshop, actor: Actor, id: string, signal?: AbortSignal) => Promise<boolean>;

const steps: Record<Asked['what'], Step> = {
  reading: readFile,
  checking: checkRows,
  applying: applyRows,
  undoing: undoRows,
  making: makeExport,
};

async function findNext(owner: Client, done: readonly string[]): Promise<Asked | undefined> {
  const { rows } = await owner.query<Asked>(
    `select id, what, "userId", "organizationId" from (
       select id, state as what, asked_by as "userId", organization_id as "organizationId", asked_at from cases.register_import
       where state in ('reading', 'checking', 'applying', 'undoing')
       union all
       select id, state, owner_id, organization_id, asked_at from cases.register_export where state = 'making') w
     where id <> all ($1::uuid[]) order by asked_at, id limit 1`,
    [done],
  );
  return rows[0];
}

/** It broke: it waits for a person, who may have it go on. */
async function settleFailed(owner: Client, { id, what }: Asked): Promise<void> {
  if (what === 'making') await owner.query(`update cases.register_export set state = 'failed' where id = $1`, [id]);
  else await owner.query(`update cases.register_import set state = 'failed', reason = state where id = $1`, [id]);
}

/** Does what heads of cells asked for, one after the other. What a process that died left half-way goes on from its last chunk. Returns how much it did. */
export async function runRegisters(workshop: Workshop, onError: (error: unknown) => void, signal?: AbortSignal): Promise<number> {
  return workshop.databases.asOwner(async (owner) => {
    const { rows } = await owner.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [oneWorks]);
    if (!rows[0]?.mine) return 0;
    const done: string[] = [];
    for (let asked = await findNext(owner, done); asked && !signal?.aborted; asked = await findNext(owner, done)) {
      const { id, what, userId, organizationId } = asked;
      const actor: Actor = { userId, organizationId, role: 'cell_manager' };
      try {
        const isThere = await withActor(workshop.databases.app, actor, async (tx) => {
          const may = await tx.query<{ may: boolean }>(`select access.acting_organization_as('cell_manager') is not null as may`);
          return may.rows[0]?.may ?? false;
        });
        // Whoever asked has left the cell: what is done in their name ends.
        if (!isThere) await settleFailed(owner, asked);
        else if (!(await steps[what](workshop, actor, id, signal))) break;
      } catch (error) {
        onError(error);
        await settleFailed(owner, asked);
      }
      // One that is asked for again meanwhile may come again; one that did not move must not turn in a circle.
      const after = await owner.query<{ same: boolean }>(
        `select exists (select from cases.register_import where id = $1 and state = $2) or exists (select from cases.register_export where id = $1 and state = $2) as same`,
        [id, what],
      );
      if (after.rows[0]?.same) done.push(id);
    }
    return done.length;
  });
}
