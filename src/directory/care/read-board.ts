import type { Pool, PoolClient } from 'pg';
import type { Config } from '../../platform/config.ts';
import type { Board } from './contract.ts';
import { listDatesToEnter } from './calendar-store.ts';
import { failuresToShow } from '../import/lists.ts';
import { countDuplicates } from './duplicates.ts';
import { failingImports } from './read-imports.ts';
import { deadLink } from './read-links.ts';
import { staleTranslations } from './read-translations.ts';

type Counts = Omit<Board['counts'], 'duplicates' | 'calendarDates' | 'failingImports'>;

/** How much there is to look after, all counted in one statement but the duplicates and the dates of the moon, which are worked out in memory. */
export async function readBoard(tx: PoolClient, pool: Pool, { mail, checkLinks }: Pick<Config, 'mail' | 'checkLinks'>): Promise<Board> {
  const { rows } = await tx.query<Counts & { linksCheckedAt: string | null; imports: Board['imports'] }>({
    name: 'care-board',
    text: `
      with standing as (select c.state, count(*) as n from directory.cared_service c group by 1)
      select coalesce((select sum(n) from standing), 0)::bigint as services,
        coalesce((select n from standing where state = 'never_confirmed'), 0) as "neverConfirmed",
        coalesce((select n from standing where state = 'update_advised'), 0) as "updateAdvised",
        coalesce((select n from standing where state = 'update_mandatory'), 0) as "updateMandatory",
        (select count(*) from directory.change where state = 'proposed') as proposals,
        (select count(*) from directory.feedback where state = 'open') as "openFeedback",
        (select count(*) from directory.link_check l where ${deadLink}) as "deadLinks",
        (select count(*) from (${staleTranslations}) x) as "staleTranslations",
        (select count(distinct (query, language)) from directory.unanswered_query where day >= current_date - 90) as "unansweredQueries",
        (select count(*) from directory.difference) as differences,
        m.waiting as "messagesWaiting", m.failed as "messagesFailed",
        (select max(checked_at) from directory.link_check where state <> 'unchecked') as "linksCheckedAt",
        (${failingImports(failuresToShow)}) as imports
      from platform.message_counts() m`,
  });
  const counted = rows[0];
  if (!counted) throw new Error('the board counted nothing');
  const { linksCheckedAt, imports, ...counts } = counted;
  return {
    counts: {
      ...counts,
      duplicates: await countDuplicates(tx, pool),
      calendarDates: (await listDatesToEnter(tx)).length,
      failingImports: imports.length,
    },
    imports,
    mail: { enabled: mail !== undefined },
    links: { enabled: checkLinks, checkedAt: linksCheckedAt },
  };
}
