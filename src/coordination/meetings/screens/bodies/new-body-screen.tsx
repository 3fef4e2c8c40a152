import { useState } from 'react';
import { Card } from '../../../../ui/card.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useT } from '../../../../workspace/language.tsx';
import { useSession } from '../../../../workspace/session.tsx';
import { SaveRow } from '../../../screens/writing/save-row.tsx';
import { MeetingsPage } from '../parts/meetings-page.tsx';
import { BodyFields, isBody, toBody, type TypedBody, typedOf } from './body-fields.tsx';

/** A committee or a group that will meet again and again. */
export function NewBodyScreen() {
  const t = useT();
  const { send } = useSession();
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft<TypedBody>('meeting:body:new', () => typedOf());
  if (!value) return null;
  async function save(): Promise<string> {
    const bodyId = uuidv7();
    await send({ kind: 'coordination.set_body', payload: { bodyId, ...toBody(value ?? typedOf()), endedOn: null } });
    await discard();
    return `/thread/meetings/bodies/${bodyId}`;
  }
  return (
    <MeetingsPage title={t('meeting.body.new')} intro={t('meeting.body.new.intro')}>
      <Card>
        <BodyFields value={value} onChange={change} isChecked={isChecked} />
      </Card>
      <Card>
        <SaveRow
          save={t('meeting.body.save')}
          isComplete={isBody(value)}
          isChecked={isChecked}
          onIncomplete={() => setChecked(true)}
          onSave={save}
        />
      </Card>
    </MeetingsPage>
  );
}
