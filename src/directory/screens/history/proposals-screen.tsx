import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card, Notice } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { Empty } from '../../../ui/state.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { Change } from '../../care/contract.ts';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import { BeforeAfter } from '../before-after.tsx';
import { CarePage } from '../care-page.tsx';
import { Named, useName } from '../named.tsx';
import { useCarePlace } from '../place.ts';
import { ChangeLine } from './change-line.tsx';

/** What focal points propose: an editor decides, its author sees what became of it. */
export function ProposalsScreen() {
  const t = useT();
  const isEditor = useCarePlace() === '/directory';
  const acts = useActs();
  const [rejecting, setRejecting] = useState<Change>();
  const query = useRead<{ changes: Change[] }>('/api/directory/care/proposals');
  return (
    <CarePage
      title={t(isEditor ? 'care.proposals.title' : 'care.proposals.own')}
      intro={t(isEditor ? 'care.proposals.intro' : 'care.proposals.intro_own')}
    >
      <Done acts={acts} />
      <Reading query={query}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Empty title={t('care.proposals.none')}>{t('care.proposals.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-4">
              {changes.map((change) => (
                <li key={change.id}>
                  <Proposal change={change} mayDecide={isEditor && change.state === 'proposed'} acts={acts} onReject={setRejecting} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
      {rejecting && <Reject change={rejecting} acts={acts} onClose={() => setRejecting(undefined)} />}
    </CarePage>
  );
}

interface ProposalProps {
  change: Change;
  mayDecide: boolean;
  acts: Acts;
  onReject: (change: Change) => void;
}
function Proposal({ change, mayDecide, acts, onReject }: ProposalProps) {
  const t = useT();
  const name = useName()(change.name);
  const { id, kind, state, organization, before, after, outdated, reason, decisionReason } = change;
  const isSending = acts.isSending('directory.decide_change', { changeId: id });
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
        <h2 className="text-lg">
          <bdi>{name}</bdi>
        </h2>
        <Badge tone={state === 'rejected' ? 'bad' : state === 'applied' ? 'good' : 'warn'}>{t(`care.change.${state}`)}</Badge>
      </div>
      <p>
        {t(`care.kind.${kind}`)} · <Named names={organization.name} />
      </p>
      <ChangeLine change={change} />
      {reason && (
        <p dir="auto" className="border-s-4 border-line ps-3 whitespace-pre-line">
          {reason}
        </p>
      )}
      <BeforeAfter before={kind === 'create' ? {} : before} after={after} outdated={outdated} />
      {decisionReason && (
        <Notice tone={state === 'rejected' ? 'bad' : 'info'}>
          {state === 'rejected' && <p className="text-sm font-semibold">{t('care.proposals.reason')}</p>}
          <p className="whitespace-pre-line">
            <bdi>{decisionReason}</bdi>
          </p>
        </Notice>
      )}
      {isSending ? (
        <Notice>{t('outbox.this_waits')}</Notice>
      ) : (
        mayDecide && (
          <div className="flex flex-wrap gap-3">
            <Button
              look="main"
              aria-label={t('care.proposals.apply_named', { name })}
              onPress={() =>
                acts.act(
                  { kind: 'directory.decide_change', payload: { changeId: id, decision: 'apply' } },
                  t('care.proposals.applied', { name }),
                )
              }
            >
              {t('care.proposals.apply')}
            </Button>
            <Button look="danger" aria-label={t('care.proposals.reject_named', { name })} onPress={() => onReject(change)}>
              {t('care.proposals.reject')}
            </Button>
          </div>
        )
      )}
    </Card>
  );
}

function Reject({ change, acts, onClose }: { change: Change; acts: Acts; onClose: () => void }) {
  const t = useT();
  const name = useName()(change.name);
  const draft = useDraft(`reject:${change.id}`, () => ({ reason: '' }));
  const reason = draft.value?.reason ?? '';
  const missing = useMissing(reason.trim() === '');
  async function reject(): Promise<void> {
    if (!missing.mayGoOn()) return;
    onClose();
    await acts.act(
      { kind: 'directory.decide_change', payload: { changeId: change.id, decision: 'reject', reason: reason.trim() } },
      t('care.proposals.rejected', { name }),
    );
    await draft.discard();
  }
  return (
    <Decision
      title={t('care.proposals.reject_named', { name })}
      onClose={onClose}
      decide={t('care.proposals.reject')}
      cancel={t('workspace.cancel')}
      onDecide={() => reject()}
    >
      <Field
        label={t('care.proposals.reason')}
        hint={t('care.proposals.reason.hint')}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(text) => draft.change({ reason: text })}
        error={missing.isShown ? t('care.proposals.reason.missing') : undefined}
        isRequired
      />
    </Decision>
  );
}
