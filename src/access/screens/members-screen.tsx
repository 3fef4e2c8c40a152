import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Badge, Notice } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/state.tsx';
import { ask, isOffline, Problem } from '../../workspace/http.ts';
import { useCodeText, useDates, useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import type { Invitation, Member } from '../contract.ts';
import { InviteForm } from './invite-form.tsx';

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
            const open = answer.invitations.filter((i) => i.state !== 'accepted');
            return open.length === 0 ? <Empty title={t('members.invitations.none')} /> : <Invitations invitations={open} />;
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

function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const t = useT();
  const dates = useDates();
  return (
    <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-card px-4">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-2 py-3">
          <span className="flex min-w-0 flex-col">
            <bdi dir="ltr" className="font-semibold">
              {invitation.email}
            </bdi>
            <span className="text-sm text-quiet">
              {t(`role.${invitation.role}`)} · {invitation.organizationName}
            </span>
          </span>
          <Badge tone={invitation.state === 'expired' ? 'bad' : 'warn'}>
            {t(`members.invitation_${invitation.state}`, { date: dates.day(invitation.expiresAt) })}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function Members({ members }: { members: readonly Member[] }) {
  const t = useT();
  const dates = useDates();
  const codeText = useCodeText();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<Member>();
  const end = useMutation({
    mutationFn: (id: string) => ask(`/api/access/members/${id}/end`, { method: 'POST', body: {} }),
    networkMode: 'always',
    onSettled: () => queries.invalidateQueries({ queryKey: ['read'] }),
  });
  return (
    <>
      {end.isError && (
        <Notice tone="bad" live>
          {isOffline(end.error) ? t('workspace.offline') : codeText('error', end.error instanceof Problem ? end.error.code : 'unknown')}
        </Notice>
      )}
      <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-card px-4">
        {members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center justify-between gap-2 py-3">
            <span className="flex min-w-0 flex-col">
              <span className="font-semibold">{member.name}</span>
              <bdi dir="ltr" className="text-sm text-quiet">
                {member.email}
              </bdi>
              <span className="text-sm text-quiet">
                {t(`role.${member.role}`)} · {member.organizationName}
              </span>
            </span>
            {member.endedAt ? (
              <Badge>{t('members.ended_on', { date: dates.day(member.endedAt) })}</Badge>
            ) : (
              <Button look="danger" aria-label={t('members.end_named', { name: member.name })} onPress={() => setLeaving(member)}>
                {t('members.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog title={t('members.end')} isOpen={leaving !== undefined} onClose={() => setLeaving(undefined)}>
        <p>{t('members.end.explained', { name: leaving?.name ?? '', organization: leaving?.organizationName ?? '' })}</p>
        <div className="flex flex-wrap gap-3">
          <Button
            look="main"
            onPress={() => {
              if (leaving) end.mutate(leaving.id);
              setLeaving(undefined);
            }}
          >
            {t('members.end.confirm')}
          </Button>
          <Button onPress={() => setLeaving(undefined)}>{t('workspace.cancel')}</Button>
        </div>
      </Dialog>
    </>
  );
}
