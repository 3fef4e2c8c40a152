import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Stepper } from '../../../ui/stepper.tsx';
import { useT } from '../../../workspace/language.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { attentions } from '../../lists.ts';
import { deskTexts } from '../messages/index.ts';
import { columns, counted, countPeople, countProfile, firstBands, type GroupDraft, mostPeople, otherBands } from './group-draft.ts';

interface GroupProps {
  group: GroupDraft;
  onChange: (group: GroupDraft) => void;
}

/** People who arrived together, in numbers: how many, what cannot wait, then who they are as far as one sees. */
export default function GroupFields(props: GroupProps) {
  return (
    <RoomTexts catalogues={deskTexts} waiting={null}>
      <Fields {...props} />
    </RoomTexts>
  );
}

function Fields({ group, onChange }: GroupProps) {
  const t = useT();
  const [isWide, setWide] = useState(otherBands.some((band) => columns.some((sex) => group.profiles[`${sex} ${band}`])));
  const { people, attention } = group;
  const without = people - counted(group);
  const words = (label: string) => ({ label, less: t('group.less', { label }), more: t('group.more', { label }) });
  return (
    <div className="flex flex-col gap-5 sm:rounded-xl sm:bg-sand sm:p-4">
      <Stepper {...words(t('group.people'))} value={people} least={2} most={mostPeople} onChange={(n) => onChange(countPeople(group, n))} />
      <fieldset>
        <legend className="pb-2 font-bold">{t('group.attention')}</legend>
        <div className="grid w-fit grid-cols-2 gap-x-2 gap-y-3 sm:grid-cols-3 sm:gap-x-6">
          {attentions.map((kind) => (
            <Stepper
              key={kind}
              {...words(t(`attention_kind.${kind}`))}
              value={attention[kind] ?? 0}
              most={people}
              onChange={(n) => onChange({ ...group, attention: { ...attention, [kind]: n } })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="pb-1 font-bold">{t('group.profile')}</legend>
        <p className="pb-2 text-sm">{t('group.without', { count: without })}</p>
        <div className="grid w-fit grid-cols-2 gap-x-2 gap-y-3 sm:gap-x-6">
          {[...firstBands, ...(isWide ? otherBands : [])].flatMap((band) =>
            columns.map((sex) => (
              <Stepper
                key={`${sex} ${band}`}
                {...words(t(`group.${sex}`, { age: t(`age.${band}`), child: band === 'under_12' || band === '12_17' ? 'yes' : 'no' }))}
                value={group.profiles[`${sex} ${band}`] ?? 0}
                most={mostPeople}
                onChange={(n) => onChange(countProfile(group, `${sex} ${band}`, n))}
              />
            )),
          )}
        </div>
        {!isWide && (
          <Button look="quiet" className="mx-0! mt-2 px-0!" onPress={() => setWide(true)}>
            {t('group.other_ages')}
          </Button>
        )}
      </fieldset>
    </div>
  );
}
