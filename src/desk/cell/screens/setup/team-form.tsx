import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../../ui/button.tsx';
import { Badge } from '../../../../ui/card.tsx';
import { ask } from '../../../../workspace/http.ts';
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
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: string) => ask(`/api/access/team/invitations/${id}/withdraw`, { method: 'POST', body: {} }),
    networkMode: 'always',
    // Accepted meanwhile, or gone: the lists tell either.
    onSettled: () => queries.invalidateQueries({ queryKey: ['read'] }),
  });
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
            <span className="text-sm text-quiet">{t('cell.step.team.until', { date: dates.day(i.expiresAt) })}</span>
            <Button
              look="quiet"
              className="mx-0!"
              aria-label={t('members.withdraw_named', { email: i.email })}
              onPress={() => withdraw.mutate(i.id)}
            >
              {t('members.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
      <h3>{t('invite.title')}</h3>
      <Invite roles={['agent', 'cell_manager']} />
    </>
  );
}
