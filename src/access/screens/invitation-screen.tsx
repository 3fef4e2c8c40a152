import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Card, Notice } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { ask, isOffline, Problem } from '../../workspace/http.ts';
import { useCodeText, useLanguage } from '../../workspace/language.tsx';
import { Reading } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import { type InvitationPreview, passwordLength } from '../contract.ts';
import { FrontPage } from './front-page.tsx';

/** The token stands after the hash: browsers do not send that part, so no server's log keeps it. */
export function InvitationScreen() {
  const { t, language } = useLanguage();
  const token = useLocation().hash.replace(/^#(token=)?/, '');
  const query = useQuery({
    queryKey: ['invitation', language, token],
    queryFn: () => ask<InvitationPreview>('/api/access/invitations/preview', { method: 'POST', body: { token }, language }),
    retry: false,
    enabled: token !== '',
  });
  return (
    <FrontPage title={t('invitation.title')}>
      {token === '' ? (
        <Notice tone="bad">{t('error.invitation_unknown')}</Notice>
      ) : (
        <Reading query={query}>{(preview) => <Accept token={token} preview={preview} />}</Reading>
      )}
    </FrontPage>
  );
}

function Accept({ token, preview }: { token: string; preview: InvitationPreview }) {
  const { t, language } = useLanguage();
  const codeText = useCodeText();
  const navigate = useNavigate();
  const { refresh } = useSession();
  const [typed, setTyped] = useState({ name: '', email: '', password: '', organizationName: '' });
  const [problem, setProblem] = useState<string>();
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const { hasAccount, organizationName, role } = preview;
  const type = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const isShort = !hasAccount && typed.password.length < passwordLength.min;
  const isMissing = isShort || (!hasAccount && !typed.name.trim()) || (organizationName === null && !typed.organizationName.trim());

  async function accept(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (isMissing) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const account = hasAccount ? {} : { name: typed.name.trim(), password: typed.password, language };
      const first = organizationName === null ? { organizationName: typed.organizationName.trim() } : {};
      const address = preview.email === null ? { email: typed.email.trim() } : {};
      const body = { token, ...account, ...first, ...address };
      const { email } = await ask<{ email: string }>('/api/access/invitations/accept', { method: 'POST', body });
      if (!hasAccount) await ask('/api/auth/sign-in/email', { method: 'POST', body: { email, password: typed.password } });
      await refresh();
      await navigate('/', { replace: true });
    } catch (error) {
      setProblem(isOffline(error) ? t('workspace.offline') : codeText('error', error instanceof Problem ? error.code : 'unknown'));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Card>
      <p>
        {organizationName === null
          ? t('invitation.first')
          : t('invitation.to', { organization: organizationName, role: t(`role.${role}`) })}
      </p>
      <form onSubmit={(e) => void accept(e)} noValidate className="flex flex-col gap-5">
        {preview.email === null ? (
          <Field
            label={t('sign_in.email')}
            type="email"
            autoComplete="username"
            dir="ltr"
            value={typed.email}
            onChange={(email) => type({ email })}
            isRequired
          />
        ) : (
          <p>
            <span className="font-semibold">{t('sign_in.email')}</span>
            <br />
            <bdi dir="ltr">{preview.email}</bdi>
          </p>
        )}
        {organizationName === null && (
          <Field
            label={t('invitation.organization')}
            value={typed.organizationName}
            onChange={(name) => type({ organizationName: name })}
            error={checked && !typed.organizationName.trim() ? t('invitation.needed') : undefined}
            isRequired
          />
        )}
        {hasAccount ? (
          <p>{t('invitation.has_account')}</p>
        ) : (
          <>
            <Field
              label={t('invitation.name')}
              autoComplete="name"
              value={typed.name}
              onChange={(name) => type({ name })}
              error={checked && !typed.name.trim() ? t('invitation.needed') : undefined}
              isRequired
            />
            <Field
              label={t('invitation.password')}
              hint={t('invitation.password.hint', { min: passwordLength.min })}
              type="password"
              autoComplete="new-password"
              dir="ltr"
              value={typed.password}
              onChange={(password) => type({ password })}
              error={checked && isShort ? t('invitation.password.short', { min: passwordLength.min }) : undefined}
              isRequired
            />
          </>
        )}
        {problem && (
          <Notice tone="bad" live>
            {problem}
          </Notice>
        )}
        <Button type="submit" look="main" isDisabled={busy}>
          {t('invitation.action')}
        </Button>
      </form>
    </Card>
  );
}
