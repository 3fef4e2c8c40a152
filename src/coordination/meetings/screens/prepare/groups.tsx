import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Decision } from '../../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../../ui/field.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useT } from '../../../../workspace/language.tsx';
import { themes } from '../../../lists.ts';
import { useTold, Words } from '../../../screens/parts/told.tsx';
import { isTyped, toTold, type Typed, TwoWords } from '../../../screens/parts/two-words.tsx';
import type { MeetingGroup, MeetingView } from '../../contract.ts';

interface GroupsProps {
  it: MeetingView;
  acts: Acts;
  mayWrite: boolean;
}

/** The groups a meeting parts into, each with what it is about and where it sits. */
export function Groups({ it, acts, mayWrite }: GroupsProps) {
  const t = useT();
  const told = useTold();
  const [edited, setEdited] = useState<MeetingGroup | 'new'>();
  if (it.groups.length === 0 && !mayWrite) return null;
  return (
    <Card>
      <h2>{t('meeting.groups')}</h2>
      {it.groups.length === 0 && <p className="text-quiet">{t('meeting.groups.none')}</p>}
      <ul className="flex flex-col divide-y divide-line empty:hidden">
        {it.groups.map((group) => (
          <li key={group.id} className="py-3 first:pt-0 last:pb-0">
            <p className="font-semibold">
              <Words told={group.title} />
            </p>
            <p className="text-sm text-quiet">
              {group.theme && t(`thread.theme.${group.theme}`)}
              {group.theme && group.place && ' · '}
              {group.place && <bdi>{group.place}</bdi>}
            </p>
            {mayWrite && (
              <p className="no-print flex flex-wrap gap-x-4">
                <Button
                  look="quiet"
                  aria-label={t('thread.of_named', { name: t('thread.change'), word: told(group.title) })}
                  onPress={() => setEdited(group)}
                >
                  {t('thread.change')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('thread.of_named', { name: t('meeting.remove'), word: told(group.title) })}
                  onPress={() =>
                    acts.act(
                      { kind: 'coordination.remove_meeting_group', payload: { meetingId: it.id, groupId: group.id } },
                      t('meeting.groups.removed'),
                    )
                  }
                >
                  {t('meeting.remove')}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <p className="no-print">
          <Button onPress={() => setEdited('new')}>{t('meeting.groups.add')}</Button>
        </p>
      )}
      {edited && <GroupForm it={it} group={edited === 'new' ? undefined : edited} acts={acts} onClose={() => setEdited(undefined)} />}
    </Card>
  );
}

interface GroupDraft {
  title: Typed;
  theme: string;
  place: string;
}
interface GroupFormProps {
  it: MeetingView;
  /** Undefined for a new one. */
  group: MeetingGroup | undefined;
  acts: Acts;
  onClose: () => void;
}
function GroupForm({ it, group, acts, onClose }: GroupFormProps) {
  const t = useT();
  const { value, change, discard } = useDraft<GroupDraft>(`meeting:group:${group?.id ?? it.id}`, () => ({
    title: { fr: group?.title.fr ?? '', ar: group?.title.ar ?? '' },
    theme: group?.theme ?? '',
    place: group?.place ?? '',
  }));
  const missing = useMissing(value !== undefined && !isTyped(value.title));
  if (!value) return null;
  async function save(): Promise<void> {
    if (!value || !missing.mayGoOn()) return;
    const { en, es } = group?.title ?? {};
    onClose();
    await acts.act(
      {
        kind: 'coordination.set_meeting_group',
        payload: {
          groupId: group?.id ?? uuidv7(),
          meetingId: it.id,
          title: { ...(en ? { en } : {}), ...(es ? { es } : {}), ...toTold(value.title) },
          theme: value.theme || null,
          place: value.place.trim(),
        },
      },
      t('meeting.groups.saved'),
    );
    await discard();
  }
  return (
    <Decision
      title={t(group ? 'meeting.groups.change' : 'meeting.groups.add')}
      onClose={onClose}
      decide={t('thread.save')}
      cancel={t('workspace.cancel')}
      onDecide={save}
    >
      <TwoWords
        label={t('meeting.groups.title')}
        value={value.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        error={missing.isShown ? t('thread.one_language.missing') : undefined}
      />
      <NativeSelect label={t('thread.theme')} value={value.theme} onChange={(theme) => change({ theme })}>
        <option value="">{t('meeting.groups.no_theme')}</option>
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {t(`thread.theme.${theme}`)}
          </option>
        ))}
      </NativeSelect>
      <Field label={t('meeting.groups.place')} maxLength={200} value={value.place} onChange={(place) => change({ place })} />
    </Decision>
  );
}
