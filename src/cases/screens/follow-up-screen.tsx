import { Link } from 'react-router';
import { referenceOf } from '../../platform/reference.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Badge, Reference } from '../../ui/card.tsx';
import { Empty } from '../../ui/state.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseRow } from '../contract.ts';

/** The cell's open files, those that wait too long first. */
export function FollowUpScreen() {
  const t = useT();
  const { outbox } = useSession();
  const query = useRead<{ cases: CaseRow[] }>('/api/cases');
  const unsent = outbox.filter((e) => e.kind === 'cases.open' && e.state === 'waiting');
  return (
    <Page
      title={t('follow_up.title')}
      intro={t('follow_up.intro')}
      actions={
        <Link to="/cases/new" className={buttonClass('second')}>
          {t('recorded.open_case')}
        </Link>
      }
    >
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
        {({ cases }) => {
          const open = cases.filter((c) => c.status === 'open');
          const closed = cases.filter((c) => c.status !== 'open');
          return (
            <>
              {open.length === 0 && unsent.length === 0 ? (
                <Empty title={t('follow_up.none')}>{t('follow_up.none.text')}</Empty>
              ) : (
                <CaseList cases={open} />
              )}
              {closed.length > 0 && (
                <details>
                  <summary className="min-h-11 content-center font-semibold text-primary">
                    {t('follow_up.closed', { count: closed.length })}
                  </summary>
                  <CaseList cases={closed} />
                </details>
              )}
            </>
          );
        }}
      </Reading>
    </Page>
  );
}

function CaseList({ cases }: { cases: readonly CaseRow[] }) {
  const t = useT();
  const dates = useDates();
  return (
    <ul className="flex flex-col gap-3">
      {cases.map((row) => (
        <li
          key={row.id}
          className={`relative flex flex-col gap-2 rounded-card border bg-card p-4 hover:border-primary sm:p-5 ${row.referralLate ? 'border-s-8 border-bad' : 'border-line'}`}
        >
          <div className="flex flex-wrap items-center justify-between gap-2">
            {/* The whole card follows the link; its name stays the link's only words. */}
            <Link
              to={`/cases/${row.id}`}
              dir="auto"
              className="text-lg font-bold text-primary underline-offset-4 after:absolute after:inset-0 hover:underline"
            >
              {row.personName ?? <Reference>{row.reference}</Reference>}
            </Link>
            <CaseState row={row} />
          </div>
          <p>
            {wordsOf(t, 'need', row.needs)}
            {row.status === 'open' && row.organizationName && (
              <>
                {' · '}
                <bdi>{row.organizationName}</bdi>
              </>
            )}
          </p>
          <p className="text-sm text-quiet">
            {row.personName && (
              <>
                <Reference>{row.reference}</Reference>
                {' · '}
              </>
            )}
            {t('case.opened_by', { name: row.openedBy ?? '—', date: dates.day(row.openedAt) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function CaseState({ row }: { row: CaseRow }) {
  const t = useT();
  if (row.status !== 'open') return <Badge>{t(`case_status.${row.status}`)}</Badge>;
  if (!row.referralStatus) return <Badge tone="info">{t('follow_up.no_referral')}</Badge>;
  if (row.referralLate) return <Badge tone="bad">{t('follow_up.late')}</Badge>;
  const tone = row.referralStatus === 'declined' ? 'bad' : row.referralStatus === 'completed' ? 'good' : 'info';
  return <Badge tone={tone}>{t(`referral_status.${row.referralStatus}`)}</Badge>;
}
