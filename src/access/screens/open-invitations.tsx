import { Badge } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import type { Invitation } from '../contract.ts';
import { TakeBack } from './take-back.tsx';
import { useAct } from './use-act.tsx';

/** Invitations nobody has accepted yet: one that went to the wrong address can be withdrawn. */
export function OpenInvitations({ invitations }: { invitations: readonly Invitation[] }) {
  const t = useT();
  const dates = useDates();
  const { act, notice } = useAct((id) => `/api/access/invitations/${id}/withdraw`);
  return (
    <>
      {notice}
      <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-card px-4">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-2 py-3">
            <span className="flex min-w-0 flex-col items-start gap-1">
              <bdi dir="ltr" className="w-fit font-semibold">
                {invitation.email}
              </bdi>
              <span className="text-sm text-quiet">
                {t(`role.${invitation.role}`)} · <bdi>{invitation.organizationName}</bdi>
              </span>
              <Badge tone={invitation.state === 'expired' ? 'bad' : 'warn'}>
                {t(`members.invitation_${invitation.state}`, { date: dates.day(invitation.expiresAt) })}
              </Badge>
            </span>
            {invitation.state === 'waiting' && (
              <TakeBack
                label={t('members.withdraw')}
                named={t('members.withdraw_named', { email: invitation.email })}
                confirm={t('members.withdraw.confirm')}
                onConfirm={() => act(invitation.id)}
              >
                {t('members.withdraw.explained', { email: invitation.email })}
              </TakeBack>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
