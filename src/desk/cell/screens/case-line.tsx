import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Badge, Reference } from '../../../ui/card.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import { isOnItsWay } from '../../../workspace/outbox/pending.ts';
import { useSession } from '../../../workspace/session.tsx';
import type { CellCase } from '../contract.ts';
import type { Colleague } from './colleagues.ts';
import type { Acts } from '../../../workspace/acts.tsx';

interface CaseLineProps {
  row: CellCase;
  colleagues?: readonly Colleague[];
  /** Where it is acts that the case was given to someone; without it the line only tells. */
  acts?: Acts;
}

/** A case in a list of the head's: whose it is, how urgent, since when, and to whom it goes. */
export function CaseLine({ row, colleagues = [], acts }: CaseLineProps) {
  const t = useT();
  const dates = useDates();
  return (
    <div className={`flex flex-col gap-2 rounded-card border bg-card p-4 ${row.late ? 'border-bad border-s-8' : 'border-line'}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Link to={`/cases/${row.id}`} dir="auto" className="text-lg font-bold text-primary underline-offset-4 hover:underline">
          {row.personName ?? <Reference>{row.reference}</Reference>}
        </Link>
        {row.personName && <Reference className="text-sm text-quiet">{row.reference}</Reference>}
        <span className="ms-auto flex flex-wrap gap-2">
          {row.priority !== 'normal' && <Badge tone={row.priority === 'emergency' ? 'bad' : 'warn'}>{t(`priority.${row.priority}`)}</Badge>}
          <Badge>{t(`cell.status.${row.status}`)}</Badge>
        </span>
      </div>
      <p>{wordsOf(t, 'need', row.needs)}</p>
      <p className="flex flex-wrap gap-x-4 text-sm text-quiet">
        <span>{t('cell.case.since', { date: dates.day(row.openedAt) })}</span>
        {row.dueAt && (
          <span className={row.late ? 'font-semibold text-bad' : undefined}>
            {t(row.late ? 'cell.case.was_due' : 'cell.case.due', { date: dates.day(row.dueAt) })}
          </span>
        )}
        {row.late && row.toldAt && <span>{t('cell.case.told', { date: dates.day(row.toldAt) })}</span>}
        <span>{row.assignedName ? <bdi>{row.assignedName}</bdi> : t('cell.case.nobodys')}</span>
      </p>
      {acts && <Assign row={row} colleagues={colleagues} acts={acts} />}
    </div>
  );
}

function Assign({ row, colleagues, acts }: Required<CaseLineProps>) {
  const t = useT();
  const { outbox } = useSession();
  const [to, setTo] = useState('');
  const name = row.personName ?? row.reference;
  const chosen = colleagues.find((c) => c.userId === to);
  const isSending = isOnItsWay(outbox, 'cases.assign', { caseId: row.id });
  return (
    <div className="no-print flex flex-wrap items-end gap-3">
      <div className="min-w-0 grow sm:max-w-xs">
        <NativeSelect label={t('cell.assign.to', { name })} hideLabel value={to} onChange={setTo}>
          <option value="">{t('cell.assign.choose')}</option>
          {colleagues
            .filter((c) => c.userId !== row.assignedTo)
            .map((c) => (
              <option key={c.userId} value={c.userId}>
                {t('cell.assign.option', { name: c.name, count: c.openCases })}
              </option>
            ))}
        </NativeSelect>
      </div>
      <Button
        isDisabled={!chosen || isSending}
        aria-label={t('cell.assign.named', { name })}
        onPress={() =>
          chosen &&
          acts
            .act(
              {
                kind: 'cases.assign',
                payload: { caseId: row.id, userId: chosen.userId },
              },
              t('cell.assign.done', { name, to: chosen.name }),
            )
            .then(() => setTo(''))
        }
      >
        {t(isSending ? 'outbox.this_waits' : 'cell.assign')}
      </Button>
    </div>
  );
}
