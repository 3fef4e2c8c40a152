import { Button } from '../../ui/button.tsx';
import { Badge, Card, Notice, Reference } from '../../ui/card.tsx';
import { Empty } from '../../ui/state.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { ReferralRow } from '../contract.ts';
import { actionsFor } from '../rules.ts';
import { AnswerNotes } from './answer-notes.tsx';
import { statusTone } from './tone.ts';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';

/** What was asked of partners for this person, and what they answered. */
export function CaseReferrals({ referrals }: { referrals: readonly ReferralRow[] }) {
  const t = useT();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('case.referrals')}</h2>
      {referrals.length === 0 ? (
        <Empty title={t('case.referrals.none')}>{t('case.referrals.none.text')}</Empty>
      ) : (
        referrals.map((referral) => <SentReferral key={referral.id} referral={referral} />)
      )}
    </section>
  );
}

function SentReferral({ referral }: { referral: ReferralRow }) {
  const t = useT();
  const dates = useDates();
  const { send, outbox } = useSession();
  const isCancelling = isOnItsWay(outbox, 'referrals.cancel', { referralId: referral.id });
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>
          <bdi>{referral.receiverName}</bdi>
        </h3>
        <Badge tone={statusTone(referral)}>{t(`referral_status.${referral.status}`)}</Badge>
      </div>
      {referral.serviceName && (
        <p>
          <bdi>{referral.serviceName}</bdi>
        </p>
      )}
      <p className="text-sm text-quiet">
        <Reference>{referral.reference}</Reference> · {t(`priority.${referral.priority}`)} ·{' '}
        {t('referral.sent_on', { date: dates.day(referral.sentAt) })}
      </p>
      {referral.status === 'sent' && (
        <p className={referral.late ? 'font-semibold text-bad' : 'text-sm text-quiet'}>
          {t(referral.late ? 'referral.late_since' : 'referral.due', { date: dates.moment(referral.answerDueAt) })}
        </p>
      )}
      {referral.declineReason && (
        <Notice tone="bad">{t('referral.declined_because', { reason: t(`decline.${referral.declineReason}`) })}</Notice>
      )}
      {referral.outcome && <Notice tone="good">{t('referral.came_of_it', { outcome: t(`referral_outcome.${referral.outcome}`) })}</Notice>}
      <AnswerNotes referral={referral} />
      {actionsFor(referral.status, 'sender').includes('cancel') && (
        <p>
          <Button
            look="danger"
            isDisabled={isCancelling}
            aria-label={isCancelling ? undefined : t('referral.cancel_named', { name: referral.receiverName })}
            onPress={() => send({ kind: 'referrals.cancel', payload: { referralId: referral.id } })}
          >
            {t(isCancelling ? 'outbox.this_waits' : 'referral.cancel')}
          </Button>
        </p>
      )}
    </Card>
  );
}
