import { useState } from 'react';
import { Decision } from '../../../../ui/dialog.tsx';
import { Field } from '../../../../ui/field.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useT } from '../../../../workspace/language.tsx';
import type { Told } from '../../../contract.ts';
import { OrganizationSelect } from '../../../screens/parts/organization-select.tsx';
import { useTold } from '../../../screens/parts/told.tsx';
import { CommuneFields, ScopeFields } from '../../../screens/writing/scope-fields.tsx';
import type { LiveMeeting } from '../../contract.ts';
import type { BecomingKind } from '../../lists.ts';
import { changesFor, titleAndText, type TypedThing } from './become.ts';
import type { ShownNote } from './shown-notes.ts';

interface BecomeThingProps {
  note: ShownNote;
  to: BecomingKind;
  meeting: LiveMeeting;
  acts: Acts;
  onClose: () => void;
}

/** A note becomes a thing of the thread: its words and the theme of its group stand there already, the rest is confirmed. */
export function BecomeThing({ note, to, meeting, acts, onClose }: BecomeThingProps) {
  const t = useT();
  const told = useTold();
  const group = meeting.groups.find((each) => each.id === note.groupId);
  const [language, words] = Object.entries(note.words)[0] as [keyof Told, string];
  const [typed, setTyped] = useState<TypedThing>(() => ({
    ...{ title: to === 'decision' ? words : titleAndText(words).title, themes: group?.theme ? [group.theme] : [] },
    ...{ audiences: [], communeCodes: [], ownerId: '', dueOn: '' },
  }));
  const set = (part: Partial<TypedThing>) => setTyped({ ...typed, ...part });
  const isThemeMissing = to !== 'decision' && typed.themes.length === 0;
  const missing = useMissing(typed.title.trim() === '' || isThemeMissing);
  const title = t(`live.become.${to}`);
  function make(): unknown {
    if (!missing.mayGoOn()) return;
    onClose();
    const origin = {
      ...{ noteId: note.id, kind: note.kind, words, language, meetingId: meeting.id, heldOn: meeting.heldOn },
      group: group && told(group.title),
    };
    return acts.act(changesFor(to, typed, origin), t(`live.became.${to}`));
  }
  return (
    <Decision title={title} onClose={onClose} decide={t('live.become.save')} cancel={t('workspace.cancel')} onDecide={make}>
      <Field
        label={t(to === 'decision' ? 'minutes.decision' : 'thread.text.title')}
        rows={to === 'decision' ? 4 : 2}
        maxLength={to === 'decision' ? 1000 : 200}
        value={typed.title}
        onChange={(next) => set({ title: next })}
        {...(missing.isShown && typed.title.trim() === '' ? { error: t('invitation.needed') } : {})}
      />
      {to === 'decision' ? (
        <OrganizationSelect
          label={t('minutes.decision.owner')}
          none={t('live.nobody_yet')}
          value={typed.ownerId}
          onChange={(ownerId) => set({ ownerId })}
        />
      ) : (
        <ScopeFields value={typed} isChecked={missing.isShown} onChange={set} />
      )}
      {(to === 'finding' || to === 'action') && (
        <CommuneFields value={typed.communeCodes} onChange={(communeCodes) => set({ communeCodes })} />
      )}
      {to !== 'finding' && (
        <Field label={t('minutes.decision.due')} type="date" dir="ltr" value={typed.dueOn} onChange={(dueOn) => set({ dueOn })} />
      )}
      {to !== 'decision' && <p className="text-sm text-quiet">{t('live.become.shared')}</p>}
    </Decision>
  );
}
