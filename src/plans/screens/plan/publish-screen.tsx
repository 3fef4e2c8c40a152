import { useState } from 'react';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { ChooseMany } from '../../../ui/choice.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { Plan } from '../../contract.ts';
import { type PublicPart, publicParts } from '../../lists.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';
import { PlanReading } from '../reading/plan-reading.tsx';
import { useVersionName } from './versions-screen.tsx';

/** What of a frozen version everybody may read: it stands here, whole, before it is published. */
export function PublishScreen() {
  return <PlanFrame section="publish">{(plan) => <Publish {...plan} />}</PlanFrame>;
}

function Publish({ view, acts }: InPlan) {
  const { t, language } = useLanguage();
  const nameOf = useVersionName();
  const { plan, versions, publication } = view;
  const [versionId, setVersion] = useState(versions.at(-1)?.id ?? '');
  const [parts, setParts] = useState<PublicPart[]>(publication?.parts ?? ['needs', 'costs', 'indicators', 'evaluations']);
  const [asked, setAsked] = useState<'publish' | 'withdraw'>();
  const query = useRead<Plan>(`/api/plans/${plan.id}/preview?version=${versionId}&parts=${parts.join()}`, versionId !== '');
  if (!view.mayWrite) return <Notice tone="warn">{t('plans.publish.not_yours')}</Notice>;
  if (versions.length === 0) return <Empty title={t('plans.publish.no_version')}>{t('plans.publish.no_version.then')}</Empty>;
  const publish = () => {
    setAsked(undefined);
    return acts.act({ kind: 'plans.publish', payload: { planId: plan.id, versionId, parts } }, t('thread.publish.done'));
  };
  const withdraw = () => {
    setAsked(undefined);
    return acts.act({ kind: 'plans.withdraw', payload: { planId: plan.id } }, t('thread.publish.taken_back'));
  };
  const shown = versions.find((v) => v.id === publication?.versionId);
  return (
    <>
      {publication && (
        <Notice tone="good">
          <p>{t('plans.publish.is', { name: shown ? nameOf(shown) : '' })}</p>
          <p className="flex flex-wrap gap-3">
            <a className={buttonClass('second')} href={`/${language}/plans/${plan.id}`}>
              {t('thread.publish.page')}
            </a>
            <Button look="danger" onPress={() => setAsked('withdraw')}>
              {t('thread.publish.no_more')}
            </Button>
          </p>
        </Notice>
      )}
      <Card>
        <NativeSelect label={t('plans.publish.version')} value={versionId} onChange={setVersion}>
          {versions.toReversed().map((version) => (
            <option key={version.id} value={version.id}>
              {nameOf(version)}
            </option>
          ))}
        </NativeSelect>
        <ChooseMany
          label={t('plans.publish.parts')}
          hint={t('plans.publish.always')}
          options={optionsOf(t, 'plans.part', publicParts)}
          value={parts}
          onChange={setParts}
        />
        <p>
          <Button
            look="main"
            isDisabled={!query.data || acts.isSending('plans.publish', { planId: plan.id })}
            onPress={() => setAsked('publish')}
          >
            {t(publication ? 'plans.publish.again' : 'thread.publish')}
          </Button>
        </p>
      </Card>
      <section className="flex flex-col gap-3">
        <h2>{t('thread.publish.becomes')}</h2>
        <Reading query={query}>{(preview) => <PlanReading plan={preview} />}</Reading>
      </section>
      <Decision
        title={t('plans.publish.sure')}
        isOpen={asked === 'publish'}
        onClose={() => setAsked(undefined)}
        decide={t('thread.publish')}
        cancel={t('workspace.cancel')}
        onDecide={publish}
      >
        <p>{t('plans.publish.text')}</p>
      </Decision>
      <Decision
        title={t('thread.publish.no_more')}
        isOpen={asked === 'withdraw'}
        onClose={() => setAsked(undefined)}
        decide={t('thread.publish.no_more')}
        cancel={t('workspace.cancel')}
        onDecide={withdraw}
      >
        <p>{t('thread.publish.no_more.text')}</p>
      </Decision>
    </>
  );
}
