import { ChooseOne } from '../../../ui/choice.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { useRead } from '../../../workspace/reading.tsx';
import type { Thread } from '../../contract.ts';
import { type SourceKind, sourceKinds } from '../../lists.ts';
import { useTold } from './told.tsx';

export interface TypedSource {
  kind: SourceKind;
  saidOn: string;
  meetingId: string;
  note: string;
}
export const noSource = (): TypedSource => ({ kind: 'desk', saidOn: today(), meetingId: '', note: '' });
/** The day of the device's clock, as a date field writes it. */
export const today = (): string => new Date().toLocaleDateString('sv');

export const isSaid = ({ kind, saidOn, meetingId }: TypedSource): boolean => saidOn !== '' && (kind !== 'meeting' || meetingId !== '');

export const toSource = ({ kind, saidOn, meetingId, note }: TypedSource) => ({
  kind,
  saidOn,
  ...(kind === 'meeting' ? { meetingId } : {}),
  ...(note.trim() ? { note: note.trim() } : {}),
});

interface SourceFieldsProps {
  value: TypedSource;
  isChecked: boolean;
  onChange: (value: TypedSource) => void;
}

/** Where and when it was said. */
export function SourceFields({ value, isChecked, onChange }: SourceFieldsProps) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const { data } = useRead<Thread>('/api/coordination/thread');
  const set = (part: Partial<TypedSource>) => onChange({ ...value, ...part });
  return (
    <>
      <ChooseOne
        label={t('thread.source')}
        options={optionsOf(t, 'thread.source', sourceKinds)}
        value={value.kind}
        onChange={(kind) => set({ kind })}
      />
      {value.kind === 'meeting' && (
        <>
          <NativeSelect
            label={t('thread.meeting')}
            value={value.meetingId}
            onChange={(meetingId) => {
              const heldOn = data?.meetings.find((meeting) => meeting.id === meetingId)?.heldOn;
              set({ meetingId, ...(heldOn ? { saidOn: heldOn } : {}) });
            }}
          >
            <option value="">{t('thread.choose')}</option>
            {(data?.meetings ?? []).map((meeting) => (
              <option key={meeting.id} value={meeting.id}>
                {dates.day(meeting.heldOn)} · {told(meeting.title)}
              </option>
            ))}
          </NativeSelect>
          {isChecked && value.meetingId === '' && (
            <p role="alert" className="font-semibold text-bad">
              {t('thread.meeting.missing')}
            </p>
          )}
        </>
      )}
      <Field
        label={t('thread.said_on')}
        type="date"
        dir="ltr"
        value={value.saidOn}
        onChange={(saidOn) => set({ saidOn })}
        {...(isChecked && value.saidOn === '' ? { error: t('invitation.needed') } : {})}
      />
      <Field
        label={t('thread.source.note')}
        hint={t('thread.source.note.hint')}
        maxLength={500}
        value={value.note}
        onChange={(note) => set({ note })}
      />
    </>
  );
}
