import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Card } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { useTold } from '../../screens/parts/told.tsx';
import { isTyped, nothingTyped, toTold, type Typed, TwoWords } from '../../screens/parts/two-words.tsx';
import { SaveRow } from '../../screens/writing/save-row.tsx';
import type { BodyRow, Meetings } from '../contract.ts';
import { type MeetingKind, meetingKinds } from '../lists.ts';
import { MeetingsPage } from './parts/meetings-page.tsx';
import { isWhen, noWhen, toWhen, type TypedWhen, WhenFields } from './parts/when-fields.tsx';

interface MeetingDraft extends TypedWhen {
  kind: MeetingKind;
  title: Typed;
  purpose: Typed;
  bodyId: string;
  inviteAsBefore: boolean;
}

/** A meeting begins with what it is, when and where; the rest is prepared on its own page. */
export function NewMeetingScreen() {
  const t = useT();
  const query = useRead<Meetings>('/api/coordination/meetings');
  return (
    <MeetingsPage title={t('meeting.new')} intro={t('meeting.new.intro')}>
      <Reading query={query}>{({ bodies }) => <Form bodies={bodies.filter((body) => body.isOwn && body.endedOn === null)} />}</Reading>
    </MeetingsPage>
  );
}

function Form({ bodies }: { bodies: BodyRow[] }) {
  const t = useT();
  const told = useTold();
  const { send } = useSession();
  const [search] = useSearchParams();
  const asked = bodies.find((body) => body.id === search.get('body'))?.id ?? '';
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft<MeetingDraft>(`meeting:new:${asked}`, () => ({
    ...noWhen,
    kind: asked ? 'committee' : 'workshop',
    title: nothingTyped,
    purpose: nothingTyped,
    bodyId: asked,
    inviteAsBefore: true,
  }));
  if (!value) return null;
  const { kind, title, purpose, inviteAsBefore, ...rest } = value;
  const body = bodies.find((each) => each.id === rest.bodyId);
  /** One of a body is called after it, unless it has a name of its own. */
  const named = toTold(title) ?? body?.name;
  async function save(): Promise<string> {
    const meetingId = uuidv7();
    const why = toTold(purpose);
    const { bodyId: _chosen, ...when } = rest;
    await send({
      kind: 'coordination.create_meeting',
      payload: {
        meetingId,
        kind,
        title: named,
        ...(why ? { purpose: why } : {}),
        ...(body ? { bodyId: body.id } : {}),
        inviteAsBefore: body !== undefined && inviteAsBefore,
        ...toWhen(when),
      },
    });
    await discard();
    return `/thread/meetings/${meetingId}`;
  }
  return (
    <>
      <Card>
        <ChooseOne
          label={t('meeting.kind')}
          options={optionsOf(t, 'meeting.kind', meetingKinds)}
          value={kind}
          onChange={(next) => change({ kind: next })}
        />
        {bodies.length > 0 && (
          <NativeSelect label={t('meeting.of_body')} value={rest.bodyId} onChange={(bodyId) => change({ bodyId })}>
            <option value="">{t('meeting.of_body.none')}</option>
            {bodies.map((each) => (
              <option key={each.id} value={each.id}>
                {told(each.name)}
              </option>
            ))}
          </NativeSelect>
        )}
        {body && body.meetings > 0 && (
          <Tick label={t('meeting.invite_as_before')} isChosen={inviteAsBefore} onChange={(chosen) => change({ inviteAsBefore: chosen })} />
        )}
        <TwoWords
          label={t('meeting.name')}
          hint={t(body ? 'meeting.name.of_body' : 'thread.one_language')}
          value={title}
          onChange={(next) => change({ title: next })}
          maxLength={200}
          error={isChecked && !named ? t('thread.one_language.missing') : undefined}
        />
        <TwoWords
          label={t('meeting.purpose')}
          hint={t('meeting.purpose.hint')}
          rows={3}
          value={purpose}
          onChange={(next) => change({ purpose: next })}
          maxLength={2000}
        />
      </Card>
      <Card>
        <WhenFields value={value} onChange={change} isChecked={isChecked} />
      </Card>
      <Card>
        <p className="text-sm text-quiet">{t('meeting.draft.hint')}</p>
        <SaveRow
          save={t('meeting.save_draft')}
          isComplete={(isTyped(title) || body !== undefined) && isWhen(value)}
          isChecked={isChecked}
          onIncomplete={() => setChecked(true)}
          onSave={save}
        />
      </Card>
    </>
  );
}
