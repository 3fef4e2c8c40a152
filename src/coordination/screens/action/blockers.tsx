import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import type { ActionView } from '../../contract.ts';
import { useStanding } from '../standing.ts';

interface BlockersProps {
  it: ActionView;
  acts: Acts;
}

/** What stands in the way, and what may come to. */
export function Blockers({ it, acts }: BlockersProps) {
  const t = useT();
  const dates = useDates();
  const { isSpeaker } = useStanding();
  const [isTelling, setTelling] = useState(false);
  const mayTell = isSpeaker && it.takesPart;
  if (it.blockers.length === 0 && !mayTell) return null;
  const isBlocked = it.blockers.some((b) => b.kind === 'blocker');
  const close = (blockerId: string) => acts.act({ kind: 'coordination.close_blocker', payload: { blockerId } }, t('thread.blocker.closed'));
  return (
    <Card className={isBlocked ? 'border-bad! border-s-8!' : it.blockers.length === 0 ? 'no-print' : ''}>
      <h2>{t('thread.blockers')}</h2>
      {it.blockers.length === 0 ? (
        <p className="text-quiet">{t('thread.blockers.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {it.blockers.map((b) => (
            <li key={b.id} className="flex flex-col gap-1 py-3 first:pt-0">
              <p>
                <Badge tone={b.kind === 'blocker' ? 'bad' : 'warn'}>{t(`thread.blocker.${b.kind}`)}</Badge>
              </p>
              <p dir="auto" className="whitespace-pre-line">
                {b.words}
              </p>
              <p className="flex flex-wrap items-center gap-x-4 text-sm text-quiet">
                <span>
                  <bdi>{b.organization.name}</bdi> · {dates.day(b.openedAt)}
                </span>
                {mayTell && (
                  <Button
                    look="quiet"
                    className="no-print"
                    isDisabled={acts.isSending('coordination.close_blocker', { blockerId: b.id })}
                    aria-label={t('thread.of_named', { name: t('thread.blocker.close'), word: b.words })}
                    onPress={() => close(b.id)}
                  >
                    {t('thread.blocker.close')}
                  </Button>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayTell && (
        <p className="no-print">
          <Button onPress={() => setTelling(true)}>{t('thread.blocker.tell')}</Button>
        </p>
      )}
      {isTelling && <Tell it={it} acts={acts} onClose={() => setTelling(false)} />}
    </Card>
  );
}

const kinds = ['blocker', 'risk'] as const;
function Tell({ it, acts, onClose }: BlockersProps & { onClose: () => void }) {
  const t = useT();
  const { value, change, discard } = useDraft<{ kind: (typeof kinds)[number]; words: string }>(`blocker:${it.id}`, () => ({
    kind: 'blocker',
    words: '',
  }));
  const missing = useMissing(value?.words.trim() === '');
  if (!value) return null;
  async function tell(): Promise<void> {
    if (!value || !missing.mayGoOn()) return;
    onClose();
    await acts.act(
      {
        kind: 'coordination.open_blocker',
        payload: { blockerId: uuidv7(), actionId: it.id, kind: value.kind, words: value.words.trim() },
      },
      t('thread.blocker.told'),
    );
    await discard();
  }
  return (
    <Decision title={t('thread.blocker.tell')} onClose={onClose} decide={t('thread.save')} cancel={t('workspace.cancel')} onDecide={tell}>
      <ChooseOne
        label={t('thread.blocker.which')}
        options={optionsOf(t, 'thread.blocker', kinds)}
        value={value.kind}
        onChange={(kind) => change({ kind })}
      />
      <Field
        label={t('thread.blocker.words')}
        rows={3}
        maxLength={1000}
        value={value.words}
        onChange={(words) => change({ words })}
        {...(missing.isShown ? { error: t('invitation.needed') } : {})}
      />
    </Decision>
  );
}
