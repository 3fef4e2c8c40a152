import { useState } from 'react';
import { Link } from 'react-router';
import { Badge, Card } from '../../../ui/card.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Load, Member, Workload } from '../contract.ts';
import { CellPage } from './cell-page.tsx';
import { Delays } from './delays.tsx';
import { MonthSelect, monthBefore } from './month-select.tsx';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';

const nothing: Load = { userId: null, open: 0, late: 0, waiting: 0, closedThisMonth: 0, daysToFirstAction: null, daysToClosure: null };

/** Who carries what, how long people wait, what the cell promises, and who reads what is confidential. */
export function TeamScreen() {
  const t = useT();
  const [month, setMonth] = useState(() => monthBefore(0));
  const query = useRead<Workload>(`/api/desk/cell/workload?month=${month}`);
  const acts = useActs();
  return (
    <CellPage title={t('cell.team')} intro={t('cell.team.intro')} wide>
      <Done acts={acts} />
      <MonthSelect label={t('cell.team.month')} value={month} onChange={setMonth} />
      <Reading query={query}>
        {({ members, loads }) => (
          <>
            <Loads members={members} loads={loads} />
            <Readers members={members.filter((m) => m.isActive)} acts={acts} />
          </>
        )}
      </Reading>
      <Delays acts={acts} />
    </CellPage>
  );
}

const columns = ['open', 'late', 'waiting', 'closedThisMonth', 'daysToFirstAction', 'daysToClosure'] as const;

/** A table on a wide screen; on a telephone each agent's figures stand under their name. */
function Loads({ members, loads }: { members: readonly Member[]; loads: readonly Load[] }) {
  const t = useT();
  const of = (userId: string | null): Load => loads.find((l) => l.userId === userId) ?? nothing;
  return (
    <Card>
      <table className="w-full border-collapse max-md:block">
        <caption className="pb-2 text-start text-lg font-bold max-md:block">{t('cell.load')}</caption>
        <thead className="max-md:sr-only">
          <tr>
            <th scope="col" className="py-2 pe-3 text-start align-bottom">
              {t('cell.load.agent')}
            </th>
            {columns.map((c) => (
              <th key={c} scope="col" className="px-2 py-2 text-end align-bottom text-sm wrap-normal">
                {t(`cell.load.${c}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {members.map((m) => (
            <LoadRow key={m.userId} member={m} load={of(m.userId)} />
          ))}
          <LoadRow load={of(null)} />
        </tbody>
      </table>
      <p className="text-sm text-quiet">{t('cell.load.method')}</p>
    </Card>
  );
}

function LoadRow({ member, load }: { member?: Member; load: Load }) {
  const t = useT();
  const dates = useDates();
  return (
    <tr className={`border-t border-line max-md:grid max-md:grid-cols-2 max-md:py-3 ${member ? '' : 'font-bold'}`}>
      <th scope="row" className="py-2 pe-3 text-start max-md:col-span-2">
        <span className="flex flex-wrap items-center gap-2">
          {member ? (
            <Link to={`/cell/cases?list=all&agent=${member.userId}`} className="text-primary underline underline-offset-4">
              <bdi>{member.name}</bdi>
            </Link>
          ) : (
            t('cell.load.all')
          )}
          {member?.isHead && <Badge tone="info">{t('cell.load.head')}</Badge>}
          {member && !member.isActive && <Badge tone="warn">{t('cell.load.left')}</Badge>}
        </span>
      </th>
      {columns.map((c) => {
        const value = load[c];
        const isBad = c === 'late' && load.late > 0;
        return (
          <td
            key={c}
            className={`px-2 py-2 tabular-nums max-md:flex max-md:justify-between max-md:gap-2 max-md:px-0 max-md:pe-4 md:text-end ${isBad ? 'font-bold text-bad' : ''}`}
          >
            <span className="text-sm font-normal text-quiet md:hidden">{t(`cell.load.${c}`)}</span>
            <span>{value === null ? '–' : dates.number(value)}</span>
          </td>
        );
      })}
    </tr>
  );
}

function Readers({ members, acts }: { members: readonly Member[]; acts: Acts }) {
  const t = useT();
  const { outbox } = useSession();
  /** What was ticked and has not reached the server. */
  const onItsWay = (userId: string): boolean | undefined => {
    const last = outbox.findLast((e) => e.kind === 'access.entrust' && e.state === 'waiting' && e.payload.userId === userId);
    return typeof last?.payload.entrusted === 'boolean' ? last.payload.entrusted : undefined;
  };
  return (
    <Card>
      <h2>{t('cell.readers')}</h2>
      <p className="text-quiet">{t('cell.readers.intro')}</p>
      <ul className="flex flex-col gap-1">
        {members.map((m) => (
          <li key={m.userId}>
            <Tick
              label={m.name}
              isChosen={onItsWay(m.userId) ?? m.readsRestricted}
              onChange={(entrusted) =>
                void acts.act(
                  {
                    kind: 'access.entrust',
                    payload: { userId: m.userId, entrusted },
                  },
                  t(entrusted ? 'cell.readers.now' : 'cell.readers.no_longer', { name: m.name }),
                )
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
