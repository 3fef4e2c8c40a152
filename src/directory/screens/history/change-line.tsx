import { useDates, useT } from '../../../workspace/language.tsx';
import type { Change } from '../../care/contract.ts';
import { useName } from '../named.tsx';

/** Who did it, for whom and when. */
export function ChangeLine({ change }: { change: Change }) {
  const t = useT();
  const dates = useDates();
  const nameOf = useName();
  const { proposedBy, proposedFor, proposedAt, decidedBy, decidedAt, state } = change;
  const who = proposedBy ?? t('care.change.someone');
  return (
    <p className="text-sm text-quiet">
      {proposedFor
        ? t('care.change.by_for', { name: who, organization: nameOf(proposedFor), date: dates.moment(proposedAt) })
        : t('care.change.by', { name: who, date: dates.moment(proposedAt) })}
      {decidedAt && decidedBy && ` · ${t(`care.change.decided_${state}`, { name: decidedBy, date: dates.moment(decidedAt) })}`}
    </p>
  );
}
