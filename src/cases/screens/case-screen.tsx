import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseAnswer } from './case-answer.ts';
import { CaseView } from './case-view.tsx';
import { OpeningCase } from './opening-case.tsx';

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
  if (opening) return <OpeningCase entry={opening} caseId={caseId} />;
  if (query.data) return <CaseView file={query.data} referralList={renderReferrals(query.data.referrals)} />;
  return (
    <Page title={t('case.title')}>
      <Reading query={query}>{() => null}</Reading>
    </Page>
  );
}
