import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import type { Invitation, Member } from '../contract.ts';
import { InviteForm } from './invite-form.tsx';
import { OpenInvitations } from './open-invitations.tsx';
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
  const [leaving, setLeaving] = useState<Member>();
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
              <Button
                look="quiet"
                className="text-bad!"
                aria-label={t('members.end_named', { name: member.name })}
                onPress={() => setLeaving(member)}
              >
                {t('members.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Decision
        title={t('members.end')}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        decide={t('members.end.confirm')}
        cancel={t('workspace.cancel')}
        onDecide={() => {
          if (leaving) act(leaving.id);
          setLeaving(undefined);
        }}
      >
        <p>{t('members.end.explained', { name: leaving?.name ?? '', organization: leaving?.organizationName ?? '' })}</p>
      </Decision>
    </>
  );
}
