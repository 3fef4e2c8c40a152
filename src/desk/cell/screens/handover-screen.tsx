import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card, Notice } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { HandoverPreview, Member, PastHandover, Workload } from '../contract.ts';
import { CaseLine } from './case-line.tsx';
import { CellPage } from './cell-page.tsx';
import { monthBefore } from './month-select.tsx';
import { Done, useActs } from '../../../workspace/acts.tsx';

const reasons = ['leave', 'departure', 'workload'] as const;

/** All open cases of someone who goes, to someone who stays: seen before it is done, and undone by another handover. */
export function HandoverScreen() {
  const t = useT();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState<(typeof reasons)[number] | ''>('');
  const [isAsking, setAsking] = useState(false);
  const workload = useRead<Workload>(`/api/desk/cell/workload?month=${monthBefore(0)}`);
  const preview = useRead<HandoverPreview>(`/api/desk/cell/handover/${from}`, from !== '');
  const acts = useActs();
  const members = workload.data?.members ?? [];
  const nameOf = (id: string): string => members.find((m) => m.userId === id)?.name ?? '';
  const goes = preview.data?.cases.length ?? 0;
  const isReady = from !== '' && to !== '' && from !== to && reason !== '' && goes > 0;
  async function handOver(): Promise<void> {
    setAsking(false);
    await acts.act(
      {
        kind: 'cases.hand_over',
        payload: { fromUserId: from, toUserId: to, reason },
      },
      t('cell.handover.done', { count: goes, from: nameOf(from), to: nameOf(to) }),
    );
    setFrom('');
    setTo('');
    setReason('');
  }
  return (
    <CellPage title={t('cell.handover')} intro={t('cell.handover.intro')}>
      <Done acts={acts} />
      <Reading query={workload}>
        {() => (
          <Card>
            <div className="grid gap-4 sm:grid-cols-2">
              <NativeSelect label={t('cell.handover.from')} value={from} onChange={setFrom}>
                <option value="">{t('cell.assign.choose')}</option>
                {members.map((m) => (
                  <MemberOption key={m.userId} member={m} />
                ))}
              </NativeSelect>
              <NativeSelect label={t('cell.handover.to')} value={to} onChange={setTo}>
                <option value="">{t('cell.assign.choose')}</option>
                {members
                  .filter((m) => m.isActive && m.userId !== from)
                  .map((m) => (
                    <MemberOption key={m.userId} member={m} />
                  ))}
              </NativeSelect>
            </div>
            <ChooseOne
              label={t('cell.handover.why')}
              options={reasons.map((value) => ({ value, label: t(`cell.handover.why.${value}`) }))}
              value={reason}
              onChange={setReason}
            />
            {from !== '' && <Reading query={preview}>{(seen) => <Goes preview={seen} />}</Reading>}
            <p>
              <Button look="main" isDisabled={!isReady} onPress={() => setAsking(true)}>
                {t('cell.handover.action')}
              </Button>
            </p>
          </Card>
        )}
      </Reading>
      <Past
        onReverse={({ fromUserId, toUserId }) => {
          setFrom(toUserId);
          setTo(fromUserId);
          window.scrollTo({ top: 0 });
        }}
      />
      <Decision
        title={t('cell.handover.confirm', { count: goes })}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        decide={t('cell.handover.action')}
        cancel={t('workspace.cancel')}
        onDecide={() => void handOver()}
      >
        <p>{t('cell.handover.confirm.text', { count: goes, from: nameOf(from), to: nameOf(to) })}</p>
        <p className="text-quiet">{t('cell.handover.undo')}</p>
      </Decision>
    </CellPage>
  );
}

function MemberOption({ member }: { member: Member }) {
  const t = useT();
  return <option value={member.userId}>{member.isActive ? member.name : t('cell.handover.left', { name: member.name })}</option>;
}

function Goes({ preview: { cases, steps } }: { preview: HandoverPreview }) {
  const t = useT();
  if (cases.length === 0) return <Notice>{t('cell.handover.nothing')}</Notice>;
  const urgent = cases.filter((c) => c.priority !== 'normal').length;
  const late = cases.filter((c) => c.late).length;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('cell.handover.goes', { count: cases.length })}</h2>
      <p className="flex flex-wrap gap-2">
        {urgent > 0 && <Badge tone="bad">{t('cell.handover.urgent', { count: urgent })}</Badge>}
        {late > 0 && <Badge tone="bad">{t('cell.handover.late', { count: late })}</Badge>}
        <Badge>{t('cell.handover.steps', { count: steps })}</Badge>
      </p>
      <ul className="flex flex-col gap-3">
        {cases.map((row) => (
          <li key={row.id}>
            <CaseLine row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was handed over, and the way to begin the same in the other direction. */
function Past({ onReverse }: { onReverse: (past: PastHandover) => void }) {
  const t = useT();
  const dates = useDates();
  const query = useRead<{ handovers: PastHandover[] }>('/api/desk/cell/handovers');
  if (!query.data || query.data.handovers.length === 0) return null;
  return (
    <Card>
      <h2>{t('cell.handover.past')}</h2>
      <ul className="flex flex-col divide-y divide-line">
        {query.data.handovers.map((h) => (
          <li key={`${h.at} ${h.fromUserId}`} className="flex flex-wrap items-center justify-between gap-x-4 py-3">
            <span className="flex min-w-0 flex-col">
              <span className="font-semibold">
                {t('cell.handover.past.line', { from: h.fromName ?? '', to: h.toName ?? '', count: h.cases })}
              </span>
              <span className="text-sm text-quiet">
                {dates.moment(h.at)} · {t(`cell.handover.why.${h.reason}`)}
              </span>
            </span>
            <Button
              look="quiet"
              className="mx-0!"
              aria-label={t('cell.handover.reverse_named', { from: h.toName ?? '', to: h.fromName ?? '' })}
              onPress={() => onReverse(h)}
            >
              {t('cell.handover.reverse')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-sm text-quiet">{t('cell.handover.undo')}</p>
    </Card>
  );
}
