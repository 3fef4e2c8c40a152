import { useState } from 'react';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { ActionView, ProofRow } from '../../contract.ts';
import { Why } from '../parts/acts-row.tsx';
import { useTold, Words } from '../parts/told.tsx';
import { useStanding } from '../standing.ts';
import { ProofForm } from './proof-form.tsx';

/** What shows that it was done, with its date. */
export function Proofs({ it, acts }: { it: ActionView; acts: Acts }) {
  const t = useT();
  const { isSpeaker } = useStanding();
  const [isAdding, setAdding] = useState(false);
  return (
    <Card>
      <h2>{t('thread.proofs')}</h2>
      {it.proofs.length === 0 ? (
        <p className="text-quiet">{t('thread.proofs.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {it.proofs.map((proof) => (
            <li key={proof.id} className="flex break-inside-avoid flex-col gap-1 py-3 first:pt-0">
              {proof.withdrawn ? <WithdrawnProof proof={proof} /> : <Proof it={it} proof={proof} acts={acts} />}
            </li>
          ))}
        </ul>
      )}
      {isSpeaker && it.takesPart && (
        <p className="no-print">
          <Button onPress={() => setAdding(true)}>{t('thread.proof.add')}</Button>
        </p>
      )}
      {isAdding && <ProofForm it={it} acts={acts} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function Proof({ it, proof, acts }: { it: ActionView; proof: ProofRow; acts: Acts }) {
  const t = useT();
  const dates = useDates();
  const step = it.steps.find((each) => each.id === proof.stepId);
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <span className="font-semibold">
          <Words told={proof.words} />
        </span>
        <span className="flex flex-wrap gap-2 sm:ms-auto">
          <Badge>{t(`thread.proof.${proof.kind}`)}</Badge>
          {proof.isPublic && <Badge tone="info">{t('thread.public')}</Badge>}
        </span>
      </div>
      <p className="text-sm text-quiet">
        {dates.day(proof.datedOn)}
        {proof.organization && (
          <>
            {' · '}
            <bdi>{proof.organization.name}</bdi>
          </>
        )}
        {step && (
          <>
            {' · '}
            <Words told={step.title} />
          </>
        )}
      </p>
      {proof.figure && (
        <p>
          {t(`thread.figure.${proof.figure}`)}
          {proof.figureValue !== null && (
            <>
              {t('workspace.colon')}
              <strong>{dates.number(proof.figureValue)}</strong>
            </>
          )}
        </p>
      )}
      {proof.url && (
        <a href={proof.url} dir="ltr" className="w-fit text-primary underline wrap-anywhere" rel="noreferrer">
          {proof.url}
        </a>
      )}
      {proof.file && <SeeFile proof={proof} />}
      <ProofActs it={it} proof={proof} acts={acts} />
    </>
  );
}

/** Opens the document or photograph beside the page. */
function SeeFile({ proof }: { proof: ProofRow }) {
  const t = useT();
  const told = useTold();
  const { organizationId } = useStanding();
  return (
    <a
      href={`/api/coordination/proofs/${proof.id}/file?organization=${organizationId}`}
      target="_blank"
      rel="noreferrer"
      aria-label={t('thread.proof.see_named', { name: t(`thread.proof.see.${proof.kind}`), word: told(proof.words) })}
      className={buttonClass('quiet', 'w-fit')}
    >
      {t(`thread.proof.see.${proof.kind}`)}
    </a>
  );
}

/** It was no proof, or showed what it should not: that it was here stays said. */
function WithdrawnProof({ proof }: { proof: ProofRow }) {
  const t = useT();
  const dates = useDates();
  return (
    <p className="text-quiet">
      <Words told={proof.words} />
      {' · '}
      {t('thread.proof.withdrawn_on', { date: dates.day(proof.withdrawn?.at ?? '') })}
      {t('workspace.colon')}
      <bdi>{proof.withdrawn?.because}</bdi>
    </p>
  );
}

/** Whether everyone may see it, and taking it back: for whoever brought it or owns the action. */
function ProofActs({ it, proof, acts }: { it: ActionView; proof: ProofRow; acts: Acts }) {
  const t = useT();
  const told = useTold();
  const { isSpeaker, organizationId } = useStanding();
  const [isLeaving, setLeaving] = useState(false);
  const isOwn = proof.organization?.id === organizationId;
  if (!isSpeaker || !(isOwn || it.doing.isOwn)) return null;
  const named = (key: string) => t('thread.of_named', { name: t(key), word: told(proof.words) });
  const show = proof.isPublic ? 'thread.proof.hide' : 'thread.proof.show';
  return (
    <div className="no-print flex flex-wrap gap-x-4 gap-y-1">
      <Button
        look="quiet"
        aria-label={named(show)}
        isDisabled={acts.isSending('coordination.show_proof', { proofId: proof.id })}
        onPress={() =>
          acts.act({ kind: 'coordination.show_proof', payload: { proofId: proof.id, isPublic: !proof.isPublic } }, t(`${show}.said`))
        }
      >
        {t(show)}
      </Button>
      {(isOwn || !proof.file) && (
        <Button
          look="quiet"
          aria-label={named('thread.proof.withdraw')}
          isDisabled={acts.isSending('coordination.withdraw_proof', { proofId: proof.id })}
          onPress={() => setLeaving(true)}
        >
          {t('thread.proof.withdraw')}
        </Button>
      )}
      {isLeaving && (
        <Why
          title={t('thread.proof.withdraw')}
          onClose={() => setLeaving(false)}
          onDecide={({ reason }) => {
            setLeaving(false);
            return acts.act(
              { kind: 'coordination.withdraw_proof', payload: { proofId: proof.id, reason } },
              t('thread.proof.withdraw.said'),
            );
          }}
        />
      )}
    </div>
  );
}
