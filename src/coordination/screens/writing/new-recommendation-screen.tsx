import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Thread } from '../../contract.ts';
import { ThreadPage } from '../parts/thread-page.tsx';
import { useTold } from '../parts/told.tsx';
import { isTyped, nothingTyped, toTold, type Typed, TwoWords } from '../parts/two-words.tsx';
import { PickList } from './pick-list.tsx';
import { type Scope, ScopeFields } from './scope-fields.tsx';
import { SaveRow } from './save-row.tsx';

interface RecommendationDraft extends Scope {
  findingIds: string[];
  title: Typed;
  text: Typed;
  addressedTo: Typed;
  measure: Typed;
  meetingId: string;
  dueOn: string;
  urgent: boolean;
}

/** What should be done, from one finding or several. */
export function NewRecommendationScreen() {
  const t = useT();
  const query = useRead<Thread>('/api/coordination/thread');
  return (
    <ThreadPage title={t('thread.new.recommendation')} intro={t('thread.new.recommendation.intro')}>
      <Reading query={query}>{(thread) => <Form thread={thread} />}</Reading>
    </ThreadPage>
  );
}

function Form({ thread }: { thread: Thread }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const { send } = useSession();
  const [search] = useSearchParams();
  const from = thread.findings.find((finding) => finding.id === search.get('finding'));
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft<RecommendationDraft>(`recommendation:new:${from?.id ?? ''}`, () => ({
    findingIds: from ? [from.id] : [],
    title: nothingTyped,
    text: nothingTyped,
    themes: from?.themes ?? [],
    audiences: [],
    addressedTo: nothingTyped,
    measure: nothingTyped,
    meetingId: '',
    dueOn: '',
    urgent: false,
  }));
  if (!value) return null;
  const { title, text, addressedTo, measure, meetingId, dueOn } = value;
  async function save(): Promise<string> {
    const recommendationId = uuidv7();
    const [whom, success] = [toTold(addressedTo), toTold(measure)];
    await send({
      kind: 'coordination.write_recommendation',
      payload: {
        recommendationId,
        title: toTold(title),
        text: toTold(text),
        themes: value?.themes,
        audiences: value?.audiences,
        findingIds: value?.findingIds,
        ...(meetingId ? { meetingId } : {}),
        ...(whom ? { addressedTo: whom } : {}),
        ...(success ? { measure: success } : {}),
        ...(dueOn ? { dueOn } : {}),
        urgent: value?.urgent,
      },
    });
    await discard();
    return `/thread/recommendations/${recommendationId}`;
  }
  return (
    <>
      <Card>
        <PickList
          label={t('thread.from')}
          add={t('thread.from.add')}
          options={thread.findings.filter((f) => f.status !== 'merged').map((f) => ({ id: f.id, name: told(f.title) }))}
          value={value.findingIds}
          onChange={(findingIds) => change({ findingIds })}
        />
      </Card>
      <Card>
        <TwoWords
          label={t('thread.recommendation.title')}
          hint={t('thread.one_language')}
          value={title}
          onChange={(next) => change({ title: next })}
          maxLength={200}
          error={isChecked && !isTyped(title) ? t('thread.one_language.missing') : undefined}
        />
        <TwoWords
          label={t('thread.recommendation.text')}
          rows={5}
          value={text}
          onChange={(next) => change({ text: next })}
          maxLength={4000}
          error={isChecked && !isTyped(text) ? t('thread.one_language.missing') : undefined}
        />
        <TwoWords
          label={t('thread.addressed_to')}
          hint={t('thread.addressed_to.hint')}
          value={addressedTo}
          onChange={(next) => change({ addressedTo: next })}
          maxLength={300}
        />
        <TwoWords
          label={t('thread.measure')}
          hint={t('thread.measure.hint')}
          value={measure}
          onChange={(next) => change({ measure: next })}
          maxLength={500}
        />
      </Card>
      <Card>
        <ScopeFields value={value} isChecked={isChecked} onChange={change} />
      </Card>
      <Card>
        <NativeSelect label={t('thread.meeting.asked')} value={meetingId} onChange={(id) => change({ meetingId: id })}>
          <option value="">{t('thread.meeting.none')}</option>
          {thread.meetings.map((meeting) => (
            <option key={meeting.id} value={meeting.id}>
              {dates.day(meeting.heldOn)} · {told(meeting.title)}
            </option>
          ))}
        </NativeSelect>
        <Field label={t('thread.due_on')} type="date" dir="ltr" value={dueOn} onChange={(date) => change({ dueOn: date })} />
        <Tick label={t('thread.urgent.tick')} isChosen={value.urgent} onChange={(urgent) => change({ urgent })} />
        <SaveRow
          save={t('thread.save_draft')}
          isComplete={isTyped(title) && isTyped(text) && value.themes.length > 0}
          isChecked={isChecked}
          onIncomplete={() => setChecked(true)}
          onSave={save}
        />
      </Card>
    </>
  );
}
