import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Notice } from '../../../../ui/card.tsx';
import { ChooseOne } from '../../../../ui/choice.tsx';
import { Field } from '../../../../ui/field.tsx';
import { ask, isOffline, Problem } from '../../../../workspace/http.ts';
import { useCodeText, useT } from '../../../../workspace/language.tsx';
import { optionsOf } from '../../../../workspace/options.ts';
import { isEmail } from '../../../../workspace/typed-email.ts';

type Invited = 'agent' | 'cell_manager';
interface InviteProps {
  roles: readonly Invited[];
  /** For a cell that is not one's own. */
  organizationId?: string;
}

/** Makes a link to hand over to a new member of a cell. */
export function Invite({ roles, organizationId }: InviteProps) {
  const t = useT();
  const codeText = useCodeText();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Invited>(roles[0] ?? 'agent');
  const [isChecked, setChecked] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const isWrong = !isEmail(email);
  const invite = useMutation({
    mutationFn: () =>
      ask<{ link: string }>('/api/access/team/invitations', {
        method: 'POST',
        body: { email, role, ...(organizationId ? { organizationId } : {}) },
      }),
    networkMode: 'always',
    onSuccess: () => {
      setEmail('');
      setChecked(false);
      setCopied(false);
      return queries.invalidateQueries({ queryKey: ['read'] });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (!isWrong) invite.mutate();
  }
  return (
    <>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field
          label={t('sign_in.email')}
          type="email"
          dir="ltr"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          {...(isChecked && isWrong ? { error: t('invite.email.wrong') } : {})}
        />
        {roles.length > 1 && <ChooseOne label={t('invite.role')} options={optionsOf(t, 'role', roles)} value={role} onChange={setRole} />}
        <p>
          <Button type="submit" look="main" isDisabled={invite.isPending}>
            {t('invite.action')}
          </Button>
        </p>
      </form>
      {invite.isError && (
        <Notice tone="bad" live>
          {isOffline(invite.error)
            ? t('workspace.offline')
            : codeText('error', invite.error instanceof Problem ? invite.error.code : 'unknown')}
        </Notice>
      )}
      {invite.data && (
        <Notice tone="good" live>
          <p>{t('invite.made')}</p>
          <bdi dir="ltr" className="rounded-lg bg-card p-3 font-mono text-sm break-all">
            {invite.data.link}
          </bdi>
          {'clipboard' in navigator && (
            <p>
              <Button onPress={() => navigator.clipboard.writeText(invite.data.link).then(() => setCopied(true))}>
                {t(isCopied ? 'invite.copied' : 'invite.copy')}
              </Button>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}
