import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { ActionView, ProofRow } from '../../contract.ts';
import { Words } from '../parts/told.tsx';
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
              <Proof it={it} proof={proof} />
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

function Proof({ it, proof }: { it: ActionView; proof: ProofRow }) {
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
    </>
  );
}
