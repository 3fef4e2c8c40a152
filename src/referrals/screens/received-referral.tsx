import { shareableFields } from '../../people/contract.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, Fact, Notice, Reference } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { ReferralRow } from '../contract.ts';
import { actionsFor } from '../rules.ts';
import type { AnswerKind } from './answer-dialog.tsx';
import { AnswerNotes } from './answer-notes.tsx';
import { sharedText } from './shared-text.ts';
import { statusTone } from './tone.ts';

const isAnswer = (action: string): action is AnswerKind => action !== 'cancel';

/** A referral as its receiver sees it: what the person agreed to share, and nothing more. */
export function ReceivedReferral({ referral, onAnswer }: { referral: ReferralRow; onAnswer: (kind: AnswerKind) => void }) {
  const t = useT();
  const dates = useDates();
  const { outbox } = useSession();
  const isAnswering = outbox.some((e) => e.state === 'waiting' && e.payload.referralId === referral.id);
  const actions = actionsFor(referral.status, 'receiver').filter(isAnswer);
  const shared = shareableFields.filter((f) => referral.shared[f] !== undefined && referral.shared[f] !== null);
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-lg">
          <Reference>{referral.reference}</Reference>
        </h3>
        <span className="flex flex-wrap gap-2">
          {referral.priority !== 'normal' && <Badge tone="bad">{t(`priority.${referral.priority}`)}</Badge>}
          <Badge tone={statusTone(referral)}>{t(`referral_status.${referral.status}`)}</Badge>
        </span>
      </div>
      <p className="text-sm text-quiet">
        {t('inbox.from', { name: referral.senderName, date: dates.day(referral.sentAt) })}
        {referral.serviceName && (
          <>
            {' · '}
            <bdi>{referral.serviceName}</bdi>
          </>
        )}
      </p>
      {referral.status === 'sent' && (
        <p className={referral.late ? 'font-semibold text-bad' : 'font-semibold'}>
          {t(referral.late ? 'referral.late_since' : 'referral.due', { date: dates.moment(referral.answerDueAt) })}
        </p>
      )}
      {referral.reason === '' ? (
        // A request is never sent without a reason: its words went with the person's file.
        <Notice tone="warn">{t('inbox.erased')}</Notice>
      ) : (
        <p dir="auto" className="border-s-4 border-primary ps-4 text-lg whitespace-pre-line">
          {referral.reason}
        </p>
      )}
      {shared.length > 0 && (
        <dl className="grid gap-4 rounded-xl bg-paper p-4 sm:grid-cols-2">
          {shared.map((field) => (
            <Fact key={field} label={t(`share.${field}`)}>
              <span dir={field === 'phone' ? 'ltr' : 'auto'}>{sharedText(t, field, referral.shared[field])}</span>
            </Fact>
          ))}
        </dl>
      )}
      {referral.declineReason && (
        <Notice tone="bad">{t('referral.declined_because', { reason: t(`decline.${referral.declineReason}`) })}</Notice>
      )}
      {referral.outcome && <Notice tone="good">{t('referral.came_of_it', { outcome: t(`referral_outcome.${referral.outcome}`) })}</Notice>}
      <AnswerNotes referral={referral} />
      {isAnswering ? (
        <Notice live>{t('inbox.answer_on_its_way')}</Notice>
      ) : (
        actions.length > 0 && (
          <div className="flex flex-wrap gap-3">
            {actions.map((action) => (
              <Button
                key={action}
                look={action === 'decline' ? 'danger' : 'main'}
                aria-label={t(`answer.${action}_named`, { reference: referral.reference })}
                onPress={() => onAnswer(action)}
              >
                {t(`answer.${action}`)}
              </Button>
            ))}
          </div>
        )
      )}
    </Card>
  );
}
