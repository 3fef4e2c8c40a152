import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { referenceOf } from '../../platform/reference.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card, Notice, Reference } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import type { OutboxEntry } from '../../workspace/outbox/order.ts';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import { Attachments } from './attachments/attachments.tsx';
import type { CaseAnswer } from './case-answer.ts';
import { CaseView } from './case-view.tsx';

interface CaseScreenProps<Referral> {
  renderReferrals: (referrals: Referral[]) => ReactNode;
}

/** A case, whether the server has it yet or only this device. */
export function CaseScreen<Referral>({ renderReferrals }: CaseScreenProps<Referral>) {
  const t = useT();
  const { caseId = '' } = useParams();
  const { outbox } = useSession();
  const opening = outbox.find((e) => e.kind === 'cases.open' && e.payload.caseId === caseId);
  const query = useRead<CaseAnswer<Referral>>(`/api/cases/${encodeURIComponent(caseId)}`, opening === undefined);
  if (opening) return <Opening entry={opening} caseId={caseId} />;
  if (query.data) return <CaseView file={query.data} referralList={renderReferrals(query.data.referrals)} />;
  return (
    <Page title={t('case.title')}>
      <Reading query={query}>{() => null}</Reading>
    </Page>
  );
}

/** What can already be done with a case that has not reached the server. */
function Opening({ entry, caseId }: { entry: OutboxEntry; caseId: string }) {
  const t = useT();
  const isRefused = entry.state === 'refused';
  return (
    <Page title={t('case.title')}>
      <Card>
        <Reference className="text-2xl">{referenceOf(caseId)}</Reference>
        <Notice tone={isRefused ? 'bad' : 'info'} live>
          <p>{t(isRefused ? 'recorded.refused' : 'case.waiting')}</p>
          {isRefused && (
            <p>
              <Link to="/attention" className="underline">
                {t('attention.title')}
              </Link>
            </p>
          )}
        </Notice>
        <p>
          <Link to={`/cases/${caseId}/refer`} className={buttonClass('main')}>
            {t('case.refer')}
          </Link>
        </p>
      </Card>
      {!isRefused && <Attachments caseId={caseId} />}
    </Page>
  );
}
