import { Badge } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import type { Invitation, Member } from '../contract.ts';
import { InviteForm } from './invite-form.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { TakeBack } from './take-back.tsx';
import { useAct } from './use-act.tsx';

/** Who may enter, for which organisation and as what. */
export function MembersScreen() {
  const t = useT();
  const members = useRead<{ members: Member[] }>('/api/access/members');
  const invitations = useRead<{ invitations: Invitation[] }>('/api/access/invitations');
  return (
    <Page title={t('members.title')} intro={t('members.intro')}>
      <InviteForm />
      <section className="flex flex-col gap-3">
        <h2>{t('members.invitations')}</h2>
        <Reading query={invitations}>
          {(answer) => {
            const open = answer.invitations.filter((i) => i.state === 'waiting' || i.state === 'expired');
            return open.length === 0 ? (
              <p className="text-quiet">{t('members.invitations.none')}</p>
            ) : (
              <OpenInvitations invitations={open} />
            );
          }}
        </Reading>
      </section>
      <section className="flex flex-col gap-3">
        <h2>{t('members.list')}</h2>
        <Reading query={members}>{(answer) => <Members members={answer.members} />}</Reading>
      </section>
    </Page>
  );
}

function Members({ members }: { members: readonly Member[] }) {
  const t = useT();
  const dates = useDates();
  const { act, notice } = useAct((id) => `/api/access/members/${id}/end`);
  return (
    <>
      {notice}
      <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-card px-4">
        {members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center justify-between gap-2 py-3">
            <span className="flex min-w-0 flex-col">
              <bdi className="w-fit font-semibold">{member.name}</bdi>
              <bdi dir="ltr" className="w-fit text-sm text-quiet">
                {member.email}
              </bdi>
              <span className="text-sm text-quiet">
                {t(`role.${member.role}`)} · <bdi>{member.organizationName}</bdi>
              </span>
            </span>
            {member.endedAt ? (
              <Badge>{t('members.ended_on', { date: dates.day(member.endedAt) })}</Badge>
            ) : (
              <TakeBack
                label={t('members.end')}
                named={t('members.end_named', { name: member.name })}
                confirm={t('members.end.confirm')}
                onConfirm={() => act(member.id)}
              >
                {t('members.end.explained', { name: member.name, organization: member.organizationName })}
              </TakeBack>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
