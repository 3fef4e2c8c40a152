import type { PoolClient } from 'pg';
import type { ActionRow, OrganizationName, Told } from '../../contract.ts';
import type { Theme } from '../../lists.ts';
import { type Language, listActions, nameOf } from '../../store.ts';
import type { Agenda, Board } from '../contract.ts';
import { conditions, regionToday } from '../count-sql.ts';
import { readAgenda } from '../read-agenda.ts';
import { readBoard } from '../read-board.ts';

/** What a committee of the region sits over. */
export interface CommitteeReport {
  today: string;
  /** How many days back what was achieved is told, and how many ahead what falls due. */
  days: number;
  board: Board;
  /** Late or blocked, at most forty. */
  pressing: ActionRow[];
  /** Adopted, and nobody answers to it yet. */
  untouched: { id: string; number: number | null; title: Told; themes: Theme[]; owner: OrganizationName | null }[];
  /** Steps done in the days before, each with whether something was shown for it. */
  achieved: { id: string; title: Told; of: Told; on: string; isProven: boolean; owner: OrganizationName | null }[];
  agenda: Agenda;
}

const days = 90;
const most = 40;

/** What the region's committee is told on this day: how things stand, what was achieved, what asks for a decision, what comes. */
export async function readReport(tx: PoolClient, language: Language): Promise<CommitteeReport> {
  const agenda = await readAgenda(tx, {}, days, language);
  const { rows: late } = await tx.query<{ id: string }>(
    `select s.action_id as id from coordination.standing s where ${conditions({ signal: 'late' }, []).join(' and ')}
     union select s.action_id from coordination.standing s where ${conditions({ signal: 'blocked' }, []).join(' and ')} limit ${most}`,
  );
  const { rows: untouched } = await tx.query<CommitteeReport['untouched'][number]>(
    `select r.id, r.number, r.title, r.themes, ${nameOf('r.owner_id', language)} as owner from coordination.recommendation r
     where r.status = 'adopted' and not exists (select from coordination.tally t where t.of = 'recommendation' and t.key = r.id::text
       and t.theme = '' and t.audience = '' and t.proposed + t.under_way + t.done > 0)
     order by r.urgent desc, r.number nulls last, r.created_at limit ${most}`,
  );
  const { rows: achieved } = await tx.query<CommitteeReport['achieved'][number]>(
    `select s.id, s.title, a.title as of, s.ended_on::text as on, ${nameOf('coalesce(s.organization_id, a.organization_id)', language)} as owner,
       exists (select from coordination.proof p where p.step_id = s.id) as "isProven"
     from coordination.step s join coordination.action a on a.id = s.action_id
     where s.ending = 'done' and s.ended_on > ${regionToday} - ${days} and a.status <> 'draft' order by s.ended_on desc, s.id limit ${most}`,
  );
  return {
    today: agenda.today,
    days,
    board: await readBoard(tx, 'theme', {}, language),
    pressing: await listActions(
      tx,
      language,
      late.map(({ id }) => id),
    ),
    untouched,
    achieved,
    agenda,
  };
}
