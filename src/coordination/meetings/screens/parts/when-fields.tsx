import { Field } from '../../../../ui/field.tsx';
import { useT } from '../../../../workspace/language.tsx';

export interface TypedWhen {
  heldOn: string;
  endedOn: string;
  begins: string;
  ends: string;
  place: string;
  link: string;
}
export const noWhen: TypedWhen = { heldOn: '', endedOn: '', begins: '09:00', ends: '12:30', place: '', link: '' };

const isLink = (link: string): boolean => link === '' || /^https?:\/\/\S+\.\S+$/.test(link);
const isLater = ({ heldOn, endedOn, begins, ends }: TypedWhen): boolean => (endedOn === '' ? begins < ends : heldOn < endedOn);
export const isWhen = (typed: TypedWhen): boolean =>
  typed.heldOn !== '' && typed.begins !== '' && typed.ends !== '' && isLater(typed) && isLink(typed.link.trim());
export const toWhen = ({ endedOn, place, link, ...rest }: TypedWhen) => ({
  ...rest,
  endedOn: endedOn || null,
  place: place.trim(),
  link: link.trim() || null,
});

interface WhenFieldsProps {
  value: TypedWhen;
  onChange: (part: Partial<TypedWhen>) => void;
  isChecked: boolean;
}

/** The day, the hours, the place. */
export function WhenFields({ value, onChange, isChecked }: WhenFieldsProps) {
  const t = useT();
  const needed = (text: string) => (isChecked && text === '' ? { error: t('meeting.needed') } : {});
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('meeting.held_on')}
          type="date"
          dir="ltr"
          value={value.heldOn}
          onChange={(heldOn) => onChange({ heldOn })}
          {...needed(value.heldOn)}
        />
        <Field
          label={t('meeting.ended_on')}
          hint={t('meeting.ended_on.hint')}
          type="date"
          dir="ltr"
          value={value.endedOn}
          onChange={(endedOn) => onChange({ endedOn })}
          {...(isChecked && value.endedOn !== '' && !isLater(value) ? { error: t('meeting.ends_too_soon') } : {})}
        />
        <Field
          label={t('meeting.begins')}
          type="time"
          dir="ltr"
          value={value.begins}
          onChange={(begins) => onChange({ begins })}
          {...needed(value.begins)}
        />
        <Field
          label={t('meeting.ends')}
          type="time"
          dir="ltr"
          value={value.ends}
          onChange={(ends) => onChange({ ends })}
          {...(isChecked && value.endedOn === '' && value.ends !== '' && !isLater(value)
            ? { error: t('meeting.ends_too_soon') }
            : needed(value.ends))}
        />
      </div>
      <Field
        label={t('meeting.place')}
        hint={t('meeting.place.hint')}
        maxLength={300}
        value={value.place}
        onChange={(place) => onChange({ place })}
      />
      <Field
        label={t('meeting.link')}
        hint={t('meeting.link.hint')}
        type="url"
        dir="ltr"
        maxLength={500}
        value={value.link}
        onChange={(link) => onChange({ link })}
        {...(isChecked && !isLink(value.link.trim()) ? { error: t('meeting.link.wrong') } : {})}
      />
    </>
  );
}
