import { useState } from 'react';
import { Link } from 'react-router';
import { type ConsentState, stateOf } from '../../../people/screens/index.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import { isOnItsWay } from '../../../workspace/outbox/pending.ts';
import { useSession } from '../../../workspace/session.tsx';
import type { CaseFile, ConsentRow } from '../../contract-file.ts';
import { isClosed } from '../../lists.ts';
import { ConsentDetails } from './consent-details.tsx';
import { ConsentReceipt } from './consent-receipt.tsx';
import { WithdrawConsent } from './withdraw-consent.tsx';

const tones: Record<ConsentState, 'good' | 'warn' | 'bad' | 'plain'> = {
  stands: 'good',
  expired: 'warn',
  withdrawn: 'plain',
  refused: 'bad',
};

interface CardProps {
  latest: ConsentRow;
  earlier: readonly ConsentRow[];
  file: CaseFile;
}

/** The last answer to one question, with what was answered before it folded away. */
export function ConsentCard({ latest, earlier, file }: CardProps) {
  const t = useT();
  const dates = useDates();
  const { outbox } = useSession();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const [isReceiptOpen, setReceiptOpen] = useState(false);
  const { id, purpose, recipientName, fields, ways } = latest;
  const closed = isClosed(file.case.status);
  const state = stateOf(latest, closed, new Date());
  const name = recipientName ?? t(`consent_purpose.${purpose}`);
  const isLeaving = isOnItsWay(outbox, 'people.withdraw_consent', { consentId: id });
  const end = {
    stands: latest.expiresAt ? t('consent.expires', { date: dates.day(latest.expiresAt) }) : t('consent.expires_with_request'),
    expired: latest.expiresAt && t('consent.expired_on', { date: dates.day(latest.expiresAt) }),
    withdrawn: latest.withdrawnAt && t('consent.withdrawn', { date: dates.day(latest.withdrawnAt) }),
    refused: null,
  }[state];
  const askAgain = purpose === 'referral' ? `/cases/${file.case.id}/refer` : `/cases/${file.case.id}/consent?purpose=${purpose}`;
  return (
    <Card className="gap-2!">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <Badge tone={tones[state]}>{t(`consent_state.${state}`)}</Badge>
      </div>
      {fields.length > 0 && <p>{wordsOf(t, 'share', fields)}</p>}
      {ways.length > 0 && <p>{wordsOf(t, 'contact_way', ways)}</p>}
      <p className="text-sm text-quiet">
        {t('consent.given', { date: dates.day(latest.givenAt), name: latest.explainedBy ?? '—' })}
        {end && ` · ${end}`}
      </p>
      <ConsentDetails consent={latest} />
      <div className="no-print flex flex-wrap gap-x-6">
        <Button look="quiet" aria-label={t('consent.receipt.of', { name })} onPress={() => setReceiptOpen(true)}>
          {t('consent.receipt')}
        </Button>
        {state === 'stands' ? (
          <Button
            look="quiet"
            isDisabled={isLeaving}
            aria-label={isLeaving ? undefined : t('consent.withdraw_named', { name })}
            onPress={() => setWithdrawing(true)}
          >
            {t(isLeaving ? 'outbox.this_waits' : 'consent.withdraw')}
          </Button>
        ) : (
          !closed && (
            <Link to={askAgain} className={buttonClass('quiet')} aria-label={t('consent.ask_again.named', { name })}>
              {t('consent.ask_again')}
            </Link>
          )
        )}
      </div>
      {earlier.length > 0 && (
        <details className="no-print">
          <summary className="min-h-11 content-center font-semibold text-primary">
            {t('consent.earlier', { count: earlier.length })}
          </summary>
          <ul className="flex flex-col gap-2">
            {earlier.map((consent) => (
              <li key={consent.id} className="text-sm text-quiet">
                {t(`consent_state.${stateOf(consent, closed, new Date())}`)} ·{' '}
                {t('consent.given', { date: dates.day(consent.givenAt), name: consent.explainedBy ?? '—' })}
                {consent.withdrawnAt && ` · ${t('consent.withdrawn', { date: dates.day(consent.withdrawnAt) })}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isWithdrawing && <WithdrawConsent consent={latest} name={name} file={file} onDone={() => setWithdrawing(false)} />}
      {isReceiptOpen && <ConsentReceipt consent={latest} name={name} person={file.person} onDone={() => setReceiptOpen(false)} />}
    </Card>
  );
}
