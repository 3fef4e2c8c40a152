import { useTold } from '../../../coordination/screens/index.ts';
import { Badge } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { PlanView } from '../../contract.ts';
import { type StageState, stagesOf } from '../../deadlines.ts';

/** The life of the plan: what is over, what is now, by when the law wants what; the task and the article on asking. */
export function StageLine({ view }: { view: PlanView }) {
  const t = useT();
  const states = stagesOf(view.plan, view.versions, view.stages, view.today);
  if (states.length === 0) return <p className="text-quiet">{t('plans.no_stages')}</p>;
  return (
    <ol className="flex flex-col">
      {states.map((state) => (
        <li
          key={state.setting.key}
          aria-current={state.state === 'now' ? 'step' : undefined}
          className={`border-s-4 ps-3 ${state.state === 'now' ? 'border-primary' : state.state === 'done' ? 'border-good' : 'border-line'}`}
        >
          <Stage it={state} />
        </li>
      ))}
    </ol>
  );
}

function Stage({ it }: { it: StageState }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const { setting, state, endedOn, dueOn, isLate } = it;
  return (
    <details open={state === 'now'}>
      <summary className="min-h-11 cursor-pointer py-2">
        <span className={state === 'now' ? 'font-bold' : ''}>{told(setting.names)}</span>{' '}
        <span className="inline-block space-x-2 align-middle">
          {state === 'done' && (
            <Badge tone="good">{endedOn ? t('plans.stage.over', { date: dates.day(endedOn) }) : t('plans.stage.done')}</Badge>
          )}
          {state === 'now' && <Badge tone="info">{t('plans.stage.now')}</Badge>}
          {dueOn && (
            <Badge tone={isLate ? 'bad' : 'plain'}>{t(isLate ? 'plans.stage.late' : 'plans.stage.due', { date: dates.day(dueOn) })}</Badge>
          )}
        </span>
      </summary>
      <div className="flex flex-col gap-1 pb-3">
        <p className="max-w-prose">{told(setting.tasks)}</p>
        {setting.law && (
          <p className="text-sm text-quiet">
            {told(setting.law)}
            {setting.sourceUrl && (
              <>
                {' · '}
                <a className="underline" href={setting.sourceUrl} rel="noreferrer">
                  {t('plans.source')}
                </a>
              </>
            )}
          </p>
        )}
        {!setting.isChecked && <p className="text-sm font-semibold text-warn">{t('plans.stage.unchecked')}</p>}
      </div>
    </details>
  );
}
