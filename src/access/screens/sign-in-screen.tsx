import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Card, Notice } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { ask, isOffline, Problem } from '../../workspace/http.ts';
import { useT } from '../../workspace/language.tsx';
import { useSession } from '../../workspace/session.tsx';
import { FrontPage } from './front-page.tsx';

export function SignInScreen() {
  const t = useT();
  const navigate = useNavigate();
  const { status, me, refresh, outbox } = useSession();
  const [email, setEmail] = useState(me?.user.email ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function signIn(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!email || !password) return setProblem('sign_in.both_needed');
    setBusy(true);
    setProblem(undefined);
    try {
      await ask('/api/auth/sign-in/email', { method: 'POST', body: { email: email.trim(), password } });
      const before = me?.user.id;
      const now = await refresh();
      // The address may belong to the work of whoever was here before.
      if (before && now && now.user.id !== before) await navigate('/', { replace: true });
    } catch (error) {
      setProblem(problemKey(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <FrontPage title={t('sign_in.title')}>
      <Card>
        {status === 'expired' && (
          <Notice tone="warn">{t('sign_in.expired', { count: outbox.filter((e) => e.state === 'waiting').length })}</Notice>
        )}
        <form onSubmit={(e) => void signIn(e)} noValidate className="flex flex-col gap-5">
          <Field
            label={t('sign_in.email')}
            type="email"
            name="email"
            autoComplete="username"
            dir="ltr"
            value={email}
            onChange={setEmail}
            isRequired
          />
          <Field
            label={t('sign_in.password')}
            type="password"
            name="password"
            autoComplete="current-password"
            dir="ltr"
            value={password}
            onChange={setPassword}
            isRequired
          />
          {problem && (
            <Notice tone="bad" live>
              {t(problem)}
            </Notice>
          )}
          <Button type="submit" look="main" isDisabled={busy}>
            {t('sign_in.action')}
          </Button>
        </form>
      </Card>
      <p className="text-sm text-quiet">{t('sign_in.help')}</p>
    </FrontPage>
  );
}

function problemKey(error: unknown): string {
  if (isOffline(error)) return 'workspace.offline';
  if (error instanceof Problem && error.status === 429) return 'sign_in.too_many';
  if (error instanceof Problem && error.status < 500) return 'sign_in.wrong';
  return 'error.unknown';
}
