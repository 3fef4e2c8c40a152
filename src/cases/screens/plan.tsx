import { useRef } from 'react';
import { Badge, Card } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseRow } from '../contract.ts';
import type { StepRow } from '../contract-file.ts';
import { isClosed } from '../lists.ts';
import { AddStep } from './add-step.tsx';
import { StepLine } from './step-line.tsx';

/** What is to be done, by whom and by when; what is done stays in sight below. */
export function Plan({ row, steps }: { row: Pick<CaseRow, 'id' | 'status' | 'assignedTo'>; steps: readonly StepRow[] }) {
  const t = useT();
  const dates = useDates();
  const { outbox } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  const open = steps.filter((s) => s.ending === null);
  const ended = steps.filter((s) => s.ending !== null);
  const unsent = outbox.filter((e) => e.state === 'waiting' && e.kind === 'cases.add_step' && e.payload.caseId === row.id);
  return (
    <section className="flex flex-col gap-3">
      <h2 ref={heading} tabIndex={-1}>
        {t('plan.title')}
      </h2>
      <Card className="gap-3!">
        {open.length === 0 && unsent.length === 0 && <p className="text-quiet">{t(ended.length > 0 ? 'plan.all_done' : 'plan.none')}</p>}
        <ul className="flex flex-col divide-y divide-line">
          {open.map((step) => (
            <StepLine key={step.id} step={step} caseId={row.id} onEnd={() => heading.current?.focus()} />
          ))}
          {unsent.map((e) => (
            <li key={e.id} className="flex flex-wrap items-center gap-3 py-2">
              <bdi>{String(e.payload.title)}</bdi>
              <Badge>{t('outbox.this_waits')}</Badge>
            </li>
          ))}
        </ul>
        {ended.length > 0 && (
          <details>
            <summary className="min-h-11 content-center font-semibold text-primary">{t('plan.ended', { count: ended.length })}</summary>
            <ul className="flex flex-col gap-2">
              {ended.map((step) => (
                <li key={step.id} className="flex flex-wrap items-baseline gap-x-3">
                  <bdi className={step.ending === 'dropped' ? 'line-through' : undefined}>{step.title}</bdi>
                  <span className="text-sm text-quiet">
                    {t(`step_ending.${step.ending}`)} · {step.endedAt && dates.day(step.endedAt)}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
        {!isClosed(row.status) && <AddStep caseId={row.id} assignedTo={row.assignedTo} />}
      </Card>
    </section>
  );
}
