import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { Empty } from '../../../ui/state.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { Plan, PlanChange, VersionRow } from '../../contract.ts';
import { isOpen } from '../../rules.ts';
import { isolate } from '../parts/isolate.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';
import { PlanReading } from '../reading/plan-reading.tsx';
import { Changes } from './changes.tsx';
import { Papers } from './papers.tsx';

/** What the plan was: its frozen versions, two of them compared, and as it stood on any day. */
export function VersionsScreen() {
  return <PlanFrame section="versions">{(plan) => <Versions {...plan} />}</PlanFrame>;
}

/** A version's name in a list. */
export function useVersionName(): (version: VersionRow) => string {
  const t = useT();
  const dates = useDates();
  return ({ number, stage, endsStage, reachedOn, name, frozenAt }) => {
    const of = t(endsStage ? 'plans.version.end_of' : 'plans.version.during', { name: t(`plans.word.stage.${stage}`) });
    return [number, name ? isolate(name) : of, dates.day(endsStage ? reachedOn : frozenAt)].join(' · ');
  };
}

function Versions({ view, acts }: InPlan) {
  const t = useT();
  const nameOf = useVersionName();
  const [isFreezing, setFreezing] = useState(false);
  const [search] = useSearchParams();
  const { plan, versions } = view;
  const read = versions.find((version) => version.id === search.get('read'));
  return (
    <>
      <Card>
        <h2>{t('plans.versions')}</h2>
        {versions.length === 0 ? (
          <p className="text-quiet">{t('plans.versions.none')}</p>
        ) : (
          <ol className="flex list-none flex-col gap-1">
            {versions.toReversed().map((version) => (
              <li key={version.id} className="flex flex-wrap items-center justify-between gap-x-4">
                {nameOf(version)}
                <Link
                  to={`?${new URLSearchParams({ read: version.id })}`}
                  replace
                  aria-label={t('thread.of_named', { name: t('plans.version.read'), word: nameOf(version) })}
                  aria-current={version.id === read?.id || undefined}
                  className={buttonClass('quiet')}
                >
                  {t('plans.version.read')}
                </Link>
              </li>
            ))}
          </ol>
        )}
        {view.mayWrite && isOpen(plan.stage) && (
          <Button className="self-start" onPress={() => setFreezing(true)}>
            {t('plans.freeze')}
          </Button>
        )}
      </Card>
      {isFreezing && <Freeze view={view} acts={acts} onClose={() => setFreezing(false)} />}
      {read && <ReadVersion key={read.id} view={view} version={read} />}
      <Compare view={view} />
      {view.mayWrite && <OnDay view={view} />}
    </>
  );
}

function Freeze({ view, acts, onClose }: InPlan & { onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const missing = useMissing(name.trim() === '');
  const freeze = async () => {
    if (!missing.mayGoOn()) return;
    onClose();
    await acts.act({ kind: 'plans.freeze', payload: { planId: view.plan.id, versionId: uuidv7(), name: name.trim() } }, t('plans.frozen'));
  };
  return (
    <Decision title={t('plans.freeze')} onClose={onClose} decide={t('plans.freeze')} cancel={t('workspace.cancel')} onDecide={freeze}>
      <p>{t('plans.freeze.text')}</p>
      <Field
        label={t('plans.version.name')}
        maxLength={200}
        value={name}
        onChange={setName}
        {...(missing.isShown ? { error: t('invitation.needed') } : {})}
      />
    </Decision>
  );
}

/** One version whole, on the screen and on paper. */
function ReadVersion({ view, version }: { view: InPlan['view']; version: VersionRow }) {
  const t = useT();
  const nameOf = useVersionName();
  const heading = useRef<HTMLHeadingElement>(null);
  const query = useRead<Plan>(`/api/plans/${view.plan.id}/versions/${version.id}`);
  // It stands under the list that led to it.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="flex flex-col gap-3">
      <h2 ref={heading} tabIndex={-1}>
        {t('plans.version.named', { name: nameOf(version) })}
      </h2>
      <Papers planId={view.plan.id} version={version.id} />
      <Reading query={query}>{(plan) => <PlanReading plan={plan} />}</Reading>
    </section>
  );
}

/** What became another between two states. */
function Compare({ view }: { view: InPlan['view'] }) {
  const t = useT();
  const nameOf = useVersionName();
  const [search, setSearch] = useSearchParams();
  const { versions, plan } = view;
  const from = search.get('from') ?? versions.at(-1)?.id ?? '';
  const to = search.get('to') ?? 'now';
  const query = useRead<PlanChange[]>(`/api/plans/${plan.id}/changes?from=${from}&to=${to}`, from !== '');
  if (versions.length === 0) return null;
  const choose = (part: Record<string, string>) => setSearch({ ...Object.fromEntries(search), from, to, ...part }, { replace: true });
  return (
    <Card>
      <h2>{t('plans.compare')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <NativeSelect label={t('plans.compare.from')} value={from} onChange={(next) => choose({ from: next })}>
          {versions.map((version) => (
            <option key={version.id} value={version.id}>
              {nameOf(version)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect label={t('plans.compare.to')} value={to} onChange={(next) => choose({ to: next })}>
          <option value="now">{t('plans.compare.now')}</option>
          {versions.map((version) => (
            <option key={version.id} value={version.id}>
              {nameOf(version)}
            </option>
          ))}
        </NativeSelect>
      </div>
      <Reading query={query}>{(changes) => <Changes changes={changes} plan={plan} />}</Reading>
    </Card>
  );
}

/** The plan as it stood at the end of a day; nothing that was is lost. */
function OnDay({ view }: { view: InPlan['view'] }) {
  const t = useT();
  const dates = useDates();
  const [day, setDay] = useState('');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
  const query = useRead<Plan>(`/api/plans/${view.plan.id}/on/${day}`, isDay);
  return (
    <>
      <Card>
        <h2>{t('plans.on_day')}</h2>
        <Field label={t('plans.on_day.which')} hint={t('plans.on_day.hint')} type="date" dir="ltr" value={day} onChange={setDay} />
      </Card>
      {isDay && query.isError ? (
        <Empty title={t('plans.on_day.none', { date: dates.day(day) })} />
      ) : (
        isDay && <Reading query={query}>{(plan) => <PlanReading plan={plan} />}</Reading>
      )}
    </>
  );
}
