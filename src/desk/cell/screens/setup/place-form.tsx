import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Fact } from '../../../../ui/card.tsx';
import { ChooseOne } from '../../../../ui/choice.tsx';
import { Field } from '../../../../ui/field.tsx';
import { focusFirstProblem } from '../../../../ui/focus.ts';
import { CommuneSelect } from '../../../../territory/screens/index.ts';
import { useDraft } from '../../../../workspace/draft.ts';
import { useLanguage } from '../../../../workspace/language.tsx';
import { useRead } from '../../../../workspace/reading.tsx';
import type { KnownPlace } from '../../contract.ts';
import type { StepProps } from './setup-screen.tsx';

const other = 'other';

/** Where the cell receives: an address the directory knows in that commune, or a new one. */
export function PlaceForm({ facts: { organization, place }, acts, serviceId }: StepProps & { serviceId: string }) {
  const { t, language } = useLanguage();
  const begin = () => ({ communeCode: place?.communeCode ?? organization.communeCode ?? '', chosen: '', address: '', postalCode: '' });
  const { value: draft, change, discard, restart } = useDraft(`cell-place:${serviceId}`, begin);
  const [isChecked, setChecked] = useState(false);
  const communeCode = draft?.communeCode ?? '';
  const known = useRead<{ places: KnownPlace[] }>(`/api/desk/cell/places?commune=${communeCode}`, communeCode !== '');
  if (!draft) return null;
  const places = known.data?.places ?? [];
  const isNew = draft.chosen === other || places.length === 0;
  const isMissing = communeCode === '' || (isNew ? draft.address.trim() === '' : draft.chosen === '');
  async function save(): Promise<void> {
    if (!draft || isMissing) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    const { address, postalCode, chosen } = draft;
    const at = isNew
      ? { communeCode, address: address.trim(), ...(postalCode.trim() ? { postalCode: postalCode.trim() } : {}) }
      : { locationId: chosen };
    await acts.act({ kind: 'desk.place_cell', payload: { serviceId, ...at } }, t('cell.step.place.saved'));
    await discard();
    restart(begin());
    setChecked(false);
  }
  return (
    <>
      {place && (
        <dl>
          <Fact label={t('cell.step.place.now')}>
            <bdi>
              {[place.address, language === 'ar' ? place.communeAr : place.communeFr].filter(Boolean).join(t('workspace.list_comma'))}
            </bdi>
          </Fact>
        </dl>
      )}
      <CommuneSelect
        label={t('cell.commune')}
        none={t('cell.assign.choose')}
        value={communeCode}
        onChange={(code) => change({ communeCode: code, chosen: '' })}
      />
      {places.length > 0 && (
        <ChooseOne
          size="row"
          label={t('cell.step.place.known')}
          options={[
            ...places.map((p) => ({ value: p.id, label: p.address, detail: p.name })),
            { value: other, label: t('cell.step.place.other') },
          ]}
          value={draft.chosen}
          onChange={(chosen) => change({ chosen })}
          {...(isChecked && draft.chosen === '' ? { error: t('cell.choose_one') } : {})}
        />
      )}
      {isNew && (
        <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
          <Field
            label={t('cell.step.place.address')}
            hint={t('cell.step.place.address.hint')}
            value={draft.address}
            onChange={(address) => change({ address })}
            maxLength={300}
            error={isChecked && draft.address.trim() === '' ? t('cell.needed') : undefined}
          />
          <Field
            label={t('cell.step.place.postal')}
            dir="ltr"
            value={draft.postalCode}
            onChange={(postalCode) => change({ postalCode })}
            maxLength={20}
          />
        </div>
      )}
      <p>
        <Button look="main" onPress={() => save()}>
          {t('cell.save')}
        </Button>
      </p>
    </>
  );
}
