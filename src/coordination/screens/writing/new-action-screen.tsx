import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { Stepper } from '../../../ui/stepper.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Thread } from '../../contract.ts';
import { ThreadPage } from '../parts/thread-page.tsx';
import { useTold } from '../parts/told.tsx';
import { isTyped, nothingTyped, toTold, type Typed, TwoWords } from '../parts/two-words.tsx';
import { FigureFields, isFigureRight, noFigure, toFigure, type TypedFigure } from './figure-fields.tsx';
import { OverlapHint } from './overlap-hint.tsx';
import { PickList } from './pick-list.tsx';
import { CommuneFields, type Scope, ScopeFields } from './scope-fields.tsx';
import { SaveRow } from './save-row.tsx';

interface ActionDraft extends Scope {
  recommendations: { recommendationId: string; weight: number }[];
  title: Typed;
  text: Typed;
  communeCodes: string[];
  startsOn: string;
  endsOn: string;
  rhythmDays: string;
  figure: TypedFigure;
}
const rhythms = ['30', '60', '90', '180'] as const;

/** What is to be done together, for one recommendation or several. */
export function NewActionScreen() {
  const t = useT();
  const query = useRead<Thread>('/api/coordination/thread');
  return (
    <ThreadPage
      title={t('thread.new.action')}
      intro={t('thread.new.action.intro')}
      back={{ to: '/thread?of=actions', label: t('thread.back.actions') }}
    >
      <Reading query={query}>{(thread) => <Form thread={thread} />}</Reading>
    </ThreadPage>
  );
}

function Form({ thread }: { thread: Thread }) {
  const t = useT();
  const told = useTold();
  const { send } = useSession();
  const [search] = useSearchParams();
  const open = thread.recommendations.filter((r) => r.status === 'proposed' || r.status === 'adopted');
  const about = open.find((r) => r.id === search.get('for'));
  const [isChecked, setChecked] = useState(false);
  const { value, change, discard } = useDraft<ActionDraft>(`action:new:${about?.id ?? ''}`, () => ({
    recommendations: about ? [{ recommendationId: about.id, weight: 1 }] : [],
    title: nothingTyped,
    text: nothingTyped,
    themes: about?.themes ?? [],
    audiences: [],
    communeCodes: [],
    startsOn: '',
    endsOn: '',
    rhythmDays: '60',
    figure: noFigure,
  }));
  if (!value) return null;
  const { recommendations, title, text, startsOn, endsOn, figure } = value;
  const isBackwards = startsOn !== '' && endsOn !== '' && endsOn < startsOn;
  const weightOf = (id: string) => recommendations.find((r) => r.recommendationId === id)?.weight ?? 1;
  const choose = (ids: readonly string[]) => change({ recommendations: ids.map((id) => ({ recommendationId: id, weight: weightOf(id) })) });
  const weigh = (id: string, weight: number) =>
    change({ recommendations: recommendations.map((r) => (r.recommendationId === id ? { ...r, weight } : r)) });
  async function save(): Promise<string> {
    const actionId = uuidv7();
    const [said, counted] = [toTold(text), toFigure(figure)];
    await send({
      kind: 'coordination.plan_action',
      payload: {
        actionId,
        title: toTold(title),
        ...(said ? { text: said } : {}),
        themes: value?.themes,
        audiences: value?.audiences,
        communeCodes: value?.communeCodes,
        recommendations,
        rhythmDays: Number(value?.rhythmDays),
        ...(counted ? { figure: counted } : {}),
        ...(startsOn ? { startsOn } : {}),
        ...(endsOn ? { endsOn } : {}),
      },
    });
    await discard();
    return `/thread/actions/${actionId}`;
  }
  return (
    <>
      <Card>
        <PickList
          label={t('thread.answers_to')}
          add={t('thread.answers_to.add')}
          options={open.map((r) => ({ id: r.id, name: told(r.title) }))}
          value={recommendations.map((r) => r.recommendationId)}
          onChange={choose}
          renderBeside={(id) => (
            <Stepper
              label={t('thread.weight')}
              less={t('thread.step.less')}
              more={t('thread.step.more')}
              least={1}
              most={100}
              value={weightOf(id)}
              onChange={(weight) => weigh(id, weight)}
            />
          )}
        />
      </Card>
      <Card>
        <TwoWords
          label={t('thread.action.title')}
          hint={t('thread.one_language')}
          value={title}
          onChange={(next) => change({ title: next })}
          maxLength={200}
          error={isChecked && !isTyped(title) ? t('thread.one_language.missing') : undefined}
        />
        <TwoWords label={t('thread.action.text')} rows={4} value={text} onChange={(next) => change({ text: next })} maxLength={4000} />
      </Card>
      <Card>
        <ScopeFields value={value} isChecked={isChecked} onChange={change} />
        <CommuneFields value={value.communeCodes} onChange={(communeCodes) => change({ communeCodes })} />
      </Card>
      <Card>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('thread.starts_on')} type="date" dir="ltr" value={startsOn} onChange={(date) => change({ startsOn: date })} />
          <Field
            label={t('thread.ends_on')}
            type="date"
            dir="ltr"
            value={endsOn}
            onChange={(date) => change({ endsOn: date })}
            {...(isBackwards ? { error: t('thread.ends_before') } : {})}
          />
        </div>
        <NativeSelect label={t('thread.rhythm')} value={value.rhythmDays} onChange={(days) => change({ rhythmDays: days })}>
          {rhythms.map((days) => (
            <option key={days} value={days}>
              {t('thread.rhythm.days', { count: Number(days) })}
            </option>
          ))}
        </NativeSelect>
        <p className="-mt-3 text-sm text-quiet">{t('thread.rhythm.hint')}</p>
        <FigureFields value={figure} isChecked={isChecked} onChange={(next) => change({ figure: next })} />
        <OverlapHint title={toTold(title)} themes={value.themes} communeCodes={value.communeCodes} startsOn={startsOn} endsOn={endsOn} />
        <SaveRow
          save={t('thread.save_draft')}
          isComplete={isTyped(title) && value.themes.length > 0 && !isBackwards && isFigureRight(figure)}
          isChecked={isChecked}
          onIncomplete={() => setChecked(true)}
          onSave={save}
        />
      </Card>
    </>
  );
}
