import { useState } from 'react';
import { Empty } from '../../ui/state.tsx';
import { useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import type { ReferralRow } from '../contract.ts';
import { actionsFor } from '../rules.ts';
import { type AnswerKind, AnswerDialog } from './answer-dialog.tsx';
import { ReceivedReferral } from './received-referral.tsx';

/** What other organisations ask of this one: to be answered first, then what was answered. */
export function InboxScreen() {
  const t = useT();
  const query = useRead<{ referrals: ReferralRow[] }>('/api/referrals?box=inbox');
  const [answering, setAnswering] = useState<{ kind: AnswerKind; referral: ReferralRow }>();
  return (
    <Page title={t('inbox.title')} intro={t('inbox.intro')}>
      <Reading query={query}>
        {({ referrals }) => {
          const isPending = (r: ReferralRow) => actionsFor(r.status, 'receiver').length > 0;
          const pending = referrals.filter(isPending).sort((a, b) => a.answerDueAt.localeCompare(b.answerDueAt));
          const toAnswer = pending.filter((r) => r.status === 'sent');
          const inHand = pending.filter((r) => r.status !== 'sent');
          const history = referrals.filter((r) => !isPending(r));
          const list = (rows: readonly ReferralRow[]) => (
            <ul className="flex flex-col gap-4">
              {rows.map((referral) => (
                <li key={referral.id}>
                  <ReceivedReferral referral={referral} onAnswer={(kind) => setAnswering({ kind, referral })} />
                </li>
              ))}
            </ul>
          );
          return (
            <>
              <section className="flex flex-col gap-4">
                <h2>{t('inbox.to_answer', { count: toAnswer.length })}</h2>
                {toAnswer.length === 0 ? <Empty title={t('inbox.none')}>{t('inbox.none.text')}</Empty> : list(toAnswer)}
              </section>
              {inHand.length > 0 && (
                <section className="flex flex-col gap-4">
                  <h2>{t('inbox.in_hand', { count: inHand.length })}</h2>
                  {list(inHand)}
                </section>
              )}
              {history.length > 0 && (
                <section className="flex flex-col gap-4">
                  <h2>{t('inbox.history')}</h2>
                  {list(history)}
                </section>
              )}
            </>
          );
        }}
      </Reading>
      {answering && <AnswerDialog {...answering} onDone={() => setAnswering(undefined)} />}
    </Page>
  );
}
