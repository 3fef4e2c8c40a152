import { useState } from 'react';
import { Decision } from '../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import type { ActionView, CommitmentRow } from '../../contract.ts';
import { currencies } from '../../lists.ts';
import { OrganizationSelect } from '../parts/organization-select.tsx';
import { isTyped, nothingTyped, toTold, type Typed, TwoWords } from '../parts/two-words.tsx';
import { useStanding } from '../standing.ts';
import { readAmount } from './amount.ts';

interface FormProps {
  it: ActionView;
  acts: Acts;
  onClose: () => void;
}
interface CommitDraft {
  does: Typed;
  amount: string;
  currency: (typeof currencies)[number];
}

/** What one's own organisation does of it. Said again, it replaces what was said. */
export function CommitForm({ it, own, acts, onClose }: FormProps & { own: CommitmentRow | undefined }) {
  const t = useT();
  const { organizationId } = useStanding();
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft<CommitDraft>(`commit:${it.id}:${organizationId}`, () => ({
    does: { fr: own?.does.fr ?? '', ar: own?.does.ar ?? '' },
    amount: own?.amount == null ? '' : String(own.amount),
    currency: currencies.find((each) => each === own?.currency) ?? 'MAD',
  }));
  if (!value) return null;
  const { does, currency } = value;
  const amount = readAmount(value.amount);
  async function save(): Promise<void> {
    if (!isTyped(does) || amount === 'wrong') {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    onClose();
    await acts.act(
      {
        kind: 'coordination.commit',
        payload: {
          commitmentId: own?.id ?? uuidv7(),
          actionId: it.id,
          does: toTold(does),
          ...(amount === undefined ? {} : { money: { amount, currency } }),
        },
      },
      t('thread.acted.commitment.commit'),
    );
    await discard();
  }
  return (
    <Decision title={t('thread.commit')} onClose={onClose} decide={t('thread.commit')} cancel={t('workspace.cancel')} onDecide={save}>
      <p className="text-quiet">{t('thread.commit.explained')}</p>
      <TwoWords
        label={t('thread.commit.does')}
        value={does}
        onChange={(typed) => change({ does: typed })}
        maxLength={500}
        rows={3}
        error={isChecked && !isTyped(does) ? t('thread.one_language') : undefined}
      />
      <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
        <Field
          label={t('thread.commit.amount')}
          hint={t('thread.commit.amount.hint')}
          dir="ltr"
          inputMode="numeric"
          value={value.amount}
          onChange={(text) => change({ amount: text })}
          {...(isChecked && amount === 'wrong' ? { error: t('thread.commit.amount.wrong') } : {})}
        />
        <NativeSelect
          label={t('thread.commit.currency')}
          value={currency}
          onChange={(next) => change({ currency: currencies.find((each) => each === next) ?? 'MAD' })}
        >
          {currencies.map((each) => (
            <option key={each} value={each}>
              {t(`thread.currency.${each}`)}
            </option>
          ))}
        </NativeSelect>
      </div>
    </Decision>
  );
}

/** Asks another organisation for its part; it answers itself. */
export function AskForm({ it, acts, onClose }: FormProps) {
  const t = useT();
  const { organizationId } = useStanding();
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft(`ask:${it.id}`, () => ({ organizationId: '', does: nothingTyped }));
  if (!value) return null;
  async function ask(): Promise<void> {
    if (!value) return;
    if (!isTyped(value.does) || value.organizationId === '') {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    onClose();
    await acts.act(
      {
        kind: 'coordination.ask_commitment',
        payload: { commitmentId: uuidv7(), actionId: it.id, organizationId: value.organizationId, does: toTold(value.does) },
      },
      t('thread.ask.done'),
    );
    await discard();
  }
  return (
    <Decision title={t('thread.ask')} onClose={onClose} decide={t('thread.ask')} cancel={t('workspace.cancel')} onDecide={ask}>
      <OrganizationSelect
        label={t('invite.organization')}
        none={t('thread.choose')}
        value={value.organizationId}
        without={[organizationId, ...it.commitments.map((c) => c.organization.id)]}
        onChange={(id) => change({ organizationId: id })}
      />
      {isChecked && value.organizationId === '' && (
        <p role="alert" className="font-semibold text-bad">
          {t('invite.organization.missing')}
        </p>
      )}
      <TwoWords
        label={t('thread.ask.does')}
        value={value.does}
        onChange={(does) => change({ does })}
        maxLength={500}
        rows={3}
        error={isChecked && !isTyped(value.does) ? t('thread.one_language') : undefined}
      />
    </Decision>
  );
}
