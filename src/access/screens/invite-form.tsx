import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card, Notice } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Field, NativeSelect } from '../../ui/field.tsx';
import { ask, isOffline, Problem } from '../../workspace/http.ts';
import { useCodeText, useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { invitationSchema, type NewInvitation } from '../contract.ts';

const roles = invitationSchema.shape.role.options;

/** Makes a link to hand over; the platform does not send it by itself yet. */
export function InviteForm() {
  const t = useT();
  const codeText = useCodeText();
  const queries = useQueryClient();
  const organizations = useRead<{ id: string; name: string }[]>('/api/directory/organizations');
  const [email, setEmail] = useState('');
  const [organizationId, setOrganizationId] = useState('');
  const [role, setRole] = useState<NewInvitation['role']>('agent');
  const [checked, setChecked] = useState(false);
  const invite = useMutation({
    mutationFn: (invitation: NewInvitation) => ask<{ link: string }>('/api/access/invitations', { method: 'POST', body: invitation }),
    networkMode: 'always',
    onSuccess: () => {
      setEmail('');
      setChecked(false);
      return queries.invalidateQueries({ queryKey: ['read'] });
    },
  });
  const parsed = invitationSchema.safeParse({ email, organizationId, role });
  const wrong = (field: string) => checked && !parsed.success && parsed.error.issues.some((i) => i.path[0] === field);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (parsed.success) invite.mutate(parsed.data);
  }
  return (
    <Card>
      <h2>{t('invite.title')}</h2>
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Field
          label={t('sign_in.email')}
          type="email"
          dir="ltr"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          error={wrong('email') ? t('invite.email.wrong') : undefined}
          isRequired
        />
        <Reading query={organizations}>
          {(answer) => (
            <NativeSelect label={t('invite.organization')} value={organizationId} onChange={setOrganizationId}>
              <option value="">{t('invite.organization.choose')}</option>
              {answer.map((o) => (
                <option key={o.id} value={o.id}>
                  {o.name}
                </option>
              ))}
            </NativeSelect>
          )}
        </Reading>
        {wrong('organizationId') && (
          <p role="alert" className="font-semibold text-bad">
            {t('invite.organization.missing')}
          </p>
        )}
        <ChooseOne label={t('invite.role')} options={optionsOf(t, 'role', roles)} value={role} onChange={setRole} />
        {invite.isError && (
          <Notice tone="bad" live>
            {isOffline(invite.error)
              ? t('workspace.offline')
              : codeText('error', invite.error instanceof Problem ? invite.error.code : 'unknown')}
          </Notice>
        )}
        <p>
          <Button type="submit" look="main" isDisabled={invite.isPending}>
            {t('invite.action')}
          </Button>
        </p>
      </form>
      {invite.data && <MadeLink link={invite.data.link} />}
    </Card>
  );
}

function MadeLink({ link }: { link: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  return (
    <Notice tone="good" live>
      <p>{t('invite.made')}</p>
      <bdi dir="ltr" className="rounded-lg bg-card p-3 font-mono text-sm break-all">
        {link}
      </bdi>
      {'clipboard' in navigator && (
        <p>
          <Button onPress={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}>
            {t(copied ? 'invite.copied' : 'invite.copy')}
          </Button>
        </p>
      )}
    </Notice>
  );
}
