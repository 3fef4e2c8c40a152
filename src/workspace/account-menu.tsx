import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useT } from './language.tsx';
import { useSession } from './session.tsx';

// Dialogs are not part of the desk's first screen.
const LeaveDecision = lazy(async () => ({ default: (await import('./leave-decision.tsx')).LeaveDecision }));

export function AccountMenu() {
  const t = useT();
  const navigate = useNavigate();
  const { me, organizationId, actAs, signOut, outbox } = useSession();
  const [leaving, setLeaving] = useState<'here' | 'everywhere'>();
  const [failed, setFailed] = useState(false);
  if (!me) return null;
  const organizations = [...new Map(me.memberships.map((m) => [m.organizationId, m.organizationName]))];
  async function leave(from: 'here' | 'everywhere'): Promise<void> {
    try {
      await signOut(from === 'everywhere');
      await navigate('/');
    } catch {
      // Signing out needs the server; the screen says so and nothing has changed.
      setFailed(true);
      setLeaving(from);
    }
  }
  const item = 'mx-0! w-full rounded-lg px-3! text-start! no-underline!';
  return (
    <>
      <Disclosure
        label={t('account.menu', { name: me.user.name })}
        button={
          <>
            <svg aria-hidden="true" viewBox="0 0 24 24" className="size-7 shrink-0 rounded-full bg-primary p-1 text-white">
              <path d="M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm0 2c-4.4 0-8 2.5-8 6v1h16v-1c0-3.5-3.6-6-8-6Z" fill="currentColor" />
            </svg>
            <bdi className="hidden max-w-72 truncate md:inline">{me.user.name}</bdi>
          </>
        }
      >
        {(close) => (
          <>
            <p className="flex flex-col px-3 py-2">
              <bdi className="w-fit font-bold">{me.user.name}</bdi>
              <bdi className="w-fit text-sm text-quiet">{me.user.email}</bdi>
            </p>
            <ul>
              {organizations.map(([id, name]) => (
                <li key={id}>
                  <Button
                    look="quiet"
                    className={`${item} ${id === organizationId ? '' : 'font-normal! text-ink!'}`}
                    aria-pressed={id === organizationId}
                    onPress={() => {
                      actAs(id);
                      close();
                    }}
                  >
                    <span>
                      {id === organizationId && <span aria-hidden="true">✓ </span>}
                      <bdi>{name}</bdi>
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
            <ul className="border-t border-line">
              <li>
                <Button
                  look="quiet"
                  className={item}
                  onPress={() => {
                    close();
                    if (outbox.some((e) => e.state === 'waiting')) setLeaving('here');
                    else void leave('here');
                  }}
                >
                  {t('account.sign_out')}
                </Button>
              </li>
              <li>
                <Button
                  look="quiet"
                  className={item}
                  onPress={() => {
                    close();
                    setLeaving('everywhere');
                  }}
                >
                  {t('account.sign_out_everywhere')}
                </Button>
              </li>
            </ul>
          </>
        )}
      </Disclosure>
      {leaving && (
        <Suspense>
          <LeaveDecision
            from={leaving}
            failed={failed}
            onDecide={() => leave(leaving)}
            onClose={() => {
              setLeaving(undefined);
              setFailed(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
