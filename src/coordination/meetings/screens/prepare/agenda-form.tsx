import { ChooseOne } from '../../../../ui/choice.tsx';
import { Decision } from '../../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../../ui/field.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useT } from '../../../../workspace/language.tsx';
import { optionsOf } from '../../../../workspace/options.ts';
import { isTyped, toTold, type Typed, TwoWords } from '../../../screens/parts/two-words.tsx';
import type { AgendaItem, MeetingView } from '../../contract.ts';
import { type AgendaKind, agendaKinds } from '../../lists.ts';
import { eachDay } from '../../rules.ts';

interface ItemDraft {
  day: number;
  kind: AgendaKind;
  title: Typed;
  minutes: number;
  speaker: string;
}
interface AgendaFormProps {
  it: MeetingView;
  /** Undefined for a new one. */
  item: AgendaItem | undefined;
  acts: Acts;
  onClose: () => void;
}
const lengths = [5, 10, 15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 240];

/** An item of the agenda, new or changed; what is typed is kept on the device until it is saved. */
export function AgendaForm({ it, item, acts, onClose }: AgendaFormProps) {
  const t = useT();
  const { value, change, discard } = useDraft<ItemDraft>(`meeting:agenda:${item?.id ?? it.id}`, () => ({
    day: item?.day ?? it.agenda.at(-1)?.day ?? 1,
    kind: item?.kind ?? 'plenary',
    title: { fr: item?.title.fr ?? '', ar: item?.title.ar ?? '' },
    minutes: item?.minutes ?? 30,
    speaker: item?.speaker ?? '',
  }));
  const isNameless = value !== undefined && value.kind !== 'break' && !isTyped(value.title);
  const missing = useMissing(isNameless);
  if (!value) return null;
  const days = eachDay(it.heldOn, it.endedOn);
  async function save(): Promise<void> {
    if (!value || !missing.mayGoOn()) return;
    const { title, speaker, ...rest } = value;
    const { en, es } = item?.title ?? {};
    onClose();
    await acts.act(
      {
        kind: 'coordination.set_agenda_item',
        payload: {
          itemId: item?.id ?? uuidv7(),
          meetingId: it.id,
          ...rest,
          // A break needs no name of its own, and has one in both languages.
          title: { ...(en ? { en } : {}), ...(es ? { es } : {}), ...(toTold(title) ?? { fr: 'Pause', ar: 'استراحة' }) },
          speaker: speaker.trim(),
        },
      },
      t('meeting.agenda.saved'),
    );
    await discard();
  }
  return (
    <Decision
      title={t(item ? 'meeting.agenda.change' : 'meeting.agenda.add')}
      onClose={onClose}
      decide={t('thread.save')}
      cancel={t('workspace.cancel')}
      onDecide={save}
    >
      <ChooseOne
        label={t('meeting.agenda.kind')}
        options={optionsOf(t, 'meeting.agenda', agendaKinds)}
        value={value.kind}
        onChange={(kind) => change({ kind })}
      />
      <TwoWords
        label={t('meeting.agenda.title')}
        value={value.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        error={missing.isShown && isNameless ? t('thread.one_language.missing') : undefined}
      />
      <NativeSelect label={t('meeting.agenda.length')} value={String(value.minutes)} onChange={(text) => change({ minutes: Number(text) })}>
        {[...new Set([...lengths, value.minutes])]
          .sort((a, b) => a - b)
          .map((minutes) => (
            <option key={minutes} value={minutes}>
              {t('meeting.minutes', { count: minutes })}
            </option>
          ))}
      </NativeSelect>
      {days.length > 1 && (
        <NativeSelect label={t('meeting.agenda.which_day')} value={String(value.day)} onChange={(text) => change({ day: Number(text) })}>
          {days.map((day) => (
            <option key={day} value={day}>
              {t('meeting.agenda.day', { count: day })}
            </option>
          ))}
        </NativeSelect>
      )}
      {value.kind !== 'break' && (
        <Field
          label={t('meeting.agenda.speaker')}
          hint={t('meeting.agenda.speaker.hint')}
          maxLength={200}
          value={value.speaker}
          onChange={(speaker) => change({ speaker })}
        />
      )}
    </Decision>
  );
}
