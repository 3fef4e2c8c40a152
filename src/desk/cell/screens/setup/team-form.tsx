import { Badge } from '../../../../ui/card.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { useRead } from '../../../../workspace/reading.tsx';
import type { SetupFacts } from '../../contract.ts';
import { useColleagues } from '../colleagues.ts';
import { Invite } from './invite.tsx';

interface Invitation {
  id: string;
  email: string;
  role: string;
  expiresAt: string;
  state: string;
}

/** Who is here, who is invited, and whom else to invite. */
export function TeamForm({ facts }: { facts: SetupFacts }) {
  const t = useT();
  const dates = useDates();
  const colleagues = useColleagues();
  const { data } = useRead<{ invitations: Invitation[] }>('/api/access/team/invitations');
  const waiting = data?.invitations.filter((i) => i.state === 'waiting') ?? [];
  return (
    <>
      <p className="font-semibold">{t('cell.step.team.members', { count: facts.members })}</p>
      <ul className="flex flex-col gap-2">
        {colleagues.map((c) => (
          <li key={c.userId} className="flex flex-wrap items-center gap-2">
            <bdi>{c.name}</bdi>
            {c.isHead && <Badge tone="info">{t('cell.load.head')}</Badge>}
          </li>
        ))}
        {waiting.map((i) => (
          <li key={i.id} className="flex flex-wrap items-center gap-2">
            <bdi dir="ltr">{i.email}</bdi>
            <Badge tone="warn">{t('cell.step.team.until', { date: dates.day(i.expiresAt) })}</Badge>
          </li>
        ))}
      </ul>
      <h3>{t('invite.title')}</h3>
      <Invite roles={['agent', 'cell_manager']} />
    </>
  );
}
