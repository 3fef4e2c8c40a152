import { useState } from 'react';
import { localeOf } from '../../../platform/i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { ActionView, CommitmentRow } from '../../contract.ts';
import { commitmentMoves, movesFor, offerMoves } from '../../rules.ts';
import { Why } from '../parts/acts-row.tsx';
import { StatusBadge } from '../parts/badges.tsx';
import { Words } from '../parts/told.tsx';
import { useStanding } from '../standing.ts';
import { AskForm, CommitForm } from './commit-form.tsx';

interface CommitmentsProps {
  it: ActionView;
  acts: Acts;
}

/** Whoever owns the action is told at the top of its page that others wait for an answer. */
export function Offers({ it }: { it: ActionView }) {
  const { t } = useLanguage();
  const { isSpeaker } = useStanding();
  const waiting = it.commitments.filter((c) => c.status === 'offered').length;
  if (waiting === 0 || !isSpeaker || !it.doing.isOwn) return null;
  return (
    <Notice tone="warn">
      <p>
        {t('thread.offers', { count: waiting })}{' '}
        <a href="#commitments" className="font-semibold underline underline-offset-4">
          {t('thread.offers.answer')}
        </a>
      </p>
    </Notice>
  );
}

/** Who does what of it, with what money. Each organisation speaks for itself. */
export function Commitments({ it, acts }: CommitmentsProps) {
  const { t } = useLanguage();
  const { isSpeaker, organizationId } = useStanding();
  const [open, setOpen] = useState<'commit' | 'ask'>();
  const own = it.commitments.find((c) => c.organization.id === organizationId);
  const mayJoin = isSpeaker && (it.status === 'proposed' || it.status === 'under_way');
  return (
    <Card>
      <h2 id="commitments" className="scroll-mt-4">
        {t('thread.commitments')}
      </h2>
      {it.commitments.length === 0 ? (
        <p className="text-quiet">{t('thread.commitments.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {it.commitments.map((row) => (
            <li key={row.id} className="flex break-inside-avoid flex-col gap-2 py-3 first:pt-0">
              <Commitment row={row} ownsAction={it.doing.isOwn} acts={acts} />
            </li>
          ))}
        </ul>
      )}
      {mayJoin && (
        <p className="no-print flex flex-wrap gap-3">
          <Button look={own || it.doing.isOwn ? 'second' : 'main'} onPress={() => setOpen('commit')}>
            {t(own?.status === 'committed' ? 'thread.commit.change' : 'thread.commit')}
          </Button>
          {it.doing.isOwn && <Button onPress={() => setOpen('ask')}>{t('thread.ask')}</Button>}
        </p>
      )}
      {!mayJoin && isSpeaker && it.status === 'draft' && <p className="text-sm text-quiet">{t('thread.commit.not_yet')}</p>}
      {open === 'commit' && <CommitForm it={it} own={own} acts={acts} onClose={() => setOpen(undefined)} />}
      {open === 'ask' && <AskForm it={it} acts={acts} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}

function Commitment({ row, ownsAction, acts }: { row: CommitmentRow; ownsAction: boolean; acts: Acts }) {
  const { t, language } = useLanguage();
  const { isSpeaker, organizationId } = useStanding();
  const [asked, setAsked] = useState<string>();
  const isOwn = isSpeaker && row.organization.id === organizationId;
  // Committing again is said with its words, in the form below.
  const moves =
    !isOwn && isSpeaker && ownsAction
      ? movesFor(offerMoves, row.status, { isOwn: true, isKeeper: false })
      : movesFor(commitmentMoves, row.status, { isOwn, isKeeper: false }).filter(
          (move) => move.act !== 'offer' && (move.act !== 'commit' || row.status === 'asked'),
        );
  const isWaiting = acts.isSending('coordination.answer_commitment', { commitmentId: row.id });
  const answer = (act: string, reason?: string) =>
    acts.act(
      { kind: 'coordination.answer_commitment', payload: { commitmentId: row.id, act, ...(reason ? { reason } : {}) } },
      t(`thread.acted.commitment.${act}`),
    );
  const money =
    row.amount !== null && row.currency
      ? new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: row.currency, maximumFractionDigits: 0 }).format(
          row.amount,
        )
      : undefined;
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <bdi className="font-semibold">{row.organization.name}</bdi>
        <span className="sm:ms-auto">
          <StatusBadge of="commitment" status={row.status} />
        </span>
      </div>
      <p>
        <Words told={row.does} />
        {money && (
          <>
            {' · '}
            <bdi className="font-semibold whitespace-nowrap">{money}</bdi>
          </>
        )}
      </p>
      {row.reason && (
        <p dir="auto" className="text-sm text-quiet">
          {row.reason}
        </p>
      )}
      {moves.length > 0 && (
        <p className="no-print flex flex-wrap gap-3">
          {moves.map((move) => (
            <Button
              key={move.act}
              look={move.act === 'commit' || move.act === 'accept' ? 'main' : 'second'}
              isDisabled={isWaiting}
              onPress={() => (move.reason ? setAsked(move.act) : answer(move.act))}
            >
              {t(`thread.act.commitment.${move.act}`)}
            </Button>
          ))}
        </p>
      )}
      {asked && (
        <Why
          title={t(`thread.act.commitment.${asked}`)}
          onClose={() => setAsked(undefined)}
          onDecide={({ reason }) => {
            setAsked(undefined);
            return answer(asked, reason);
          }}
        />
      )}
    </>
  );
}
