import { Link, useSearchParams } from 'react-router';
import { referenceOf } from '../../platform/reference.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Badge, Reference } from '../../ui/card.tsx';
import { Empty } from '../../ui/state.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseRow } from '../contract.ts';
import { CaseCard } from './case-card.tsx';

const lists = ['mine', 'unassigned', 'all', 'closed'] as const;
type List = (typeof lists)[number];
interface Cases {
  cases: CaseRow[];
}

/** The work of the cell: what is late first, then what presses, then what is due next. The server sorts. */
export function FollowUpScreen() {
  const t = useT();
  const { outbox } = useSession();
  const [params] = useSearchParams();
  const list = lists.find((l) => l === params.get('list')) ?? 'mine';
  const query = useRead<Cases>(`/api/cases?list=${list}`);
  const unsent = outbox.filter((e) => e.kind === 'cases.open' && e.state === 'waiting');
  return (
    <Page
      title={t('follow_up.title')}
      intro={t('follow_up.intro')}
      actions={
        <>
          <Link to="/letters" className={buttonClass('second')}>
            {t('follow_up.letters')}
          </Link>
          <Link to="/cases/new" className={buttonClass('second')}>
            {t('recorded.open_case')}
          </Link>
        </>
      }
    >
      <nav aria-label={t('follow_up.lists')}>
        <ul className="flex flex-wrap gap-2">
          {lists.map((l) => (
            <li key={l}>
              <ListLink list={l} isHere={l === list} />
            </li>
          ))}
        </ul>
      </nav>
      {unsent.map((e) => (
        <Link
          key={e.id}
          to={`/cases/${String(e.payload.caseId)}`}
          className="flex flex-wrap items-center gap-3 rounded-xl bg-sand px-4 py-3"
        >
          <Reference>{referenceOf(String(e.payload.caseId))}</Reference>
          <Badge>{t('outbox.this_waits')}</Badge>
        </Link>
      ))}
      <Reading query={query}>
        {({ cases }) =>
          cases.length === 0 ? (
            <Empty title={t(`follow_up.none.${list}`)}>{t(`follow_up.none.${list}.text`)}</Empty>
          ) : (
            <ul className="flex flex-col gap-3">
              {cases.map((row) => (
                <li key={row.id}>
                  <CaseCard row={row}>{!row.assignedTo && list !== 'closed' && <Take row={row} />}</CaseCard>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </Page>
  );
}

/** A list and how many cases it holds; closed ones have no end, so they are not counted. */
function ListLink({ list, isHere }: { list: List; isHere: boolean }) {
  const t = useT();
  const dates = useDates();
  const { data } = useRead<Cases>(`/api/cases?list=${list}`, list !== 'closed');
  const count = list === 'closed' ? undefined : data?.cases.length;
  return (
    <Link
      to={`/follow-up?list=${list}`}
      aria-current={isHere ? 'page' : undefined}
      className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-4 font-semibold ${isHere ? 'border-primary bg-primary text-white' : 'border-edge bg-card hover:border-primary'}`}
    >
      {t(`follow_up.list.${list}`)}
      {count !== undefined && <span className="tabular-nums">{dates.number(count)}</span>}
    </Link>
  );
}

function Take({ row }: { row: CaseRow }) {
  const t = useT();
  const { me, send, outbox } = useSession();
  const isTaken = isOnItsWay(outbox, 'cases.assign', { caseId: row.id });
  return (
    <Button
      isDisabled={isTaken}
      aria-label={isTaken ? undefined : t('assign.take_named', { name: row.personName ?? row.reference })}
      onPress={() => send({ kind: 'cases.assign', payload: { caseId: row.id, userId: me?.user.id } })}
    >
      {t(isTaken ? 'outbox.this_waits' : 'assign.take')}
    </Button>
  );
}
