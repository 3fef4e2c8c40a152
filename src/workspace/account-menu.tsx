import { useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useNavigate } from 'react-router';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useT } from './language.tsx';
import { useSession } from './session.tsx';

const item =
  'flex min-h-11 cursor-pointer flex-col justify-center rounded-lg px-3 py-1.5 outline-none data-focused:bg-primary-soft data-selected:font-bold';

export function AccountMenu() {
  const t = useT();
  const navigate = useNavigate();
  const { me, organizationId, actAs, signOut, outbox } = useSession();
  const [leaving, setLeaving] = useState<'here' | 'everywhere'>();
  const [failed, setFailed] = useState(false);
  if (!me) return null;
  const organizations = [...new Map(me.memberships.map((m) => [m.organizationId, m.organizationName]))];
  async function leave(everywhere: boolean): Promise<void> {
    try {
      await signOut(everywhere);
      await navigate('/');
    } catch {
      // Signing out needs the server; the screen says so and nothing has changed.
      setFailed(true);
      setLeaving(everywhere ? 'everywhere' : 'here');
    }
  }
  function onAction(key: string): void {
    if (key === 'everywhere' || (key === 'out' && outbox.length > 0)) setLeaving(key === 'out' ? 'here' : 'everywhere');
    else if (key === 'out') void leave(false);
    else actAs(key);
  }
  return (
    <>
      <MenuTrigger>
        <Button look="quiet" className="px-2! no-underline!" aria-label={t('account.menu', { name: me.user.name })}>
          <svg aria-hidden="true" viewBox="0 0 24 24" className="size-7 shrink-0 rounded-full bg-primary p-1 text-white">
            <path d="M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm0 2c-4.4 0-8 2.5-8 6v1h16v-1c0-3.5-3.6-6-8-6Z" fill="currentColor" />
          </svg>
          <span dir="auto" className="hidden max-w-48 truncate md:inline">
            {me.user.name}
          </span>
        </Button>
        <Popover placement="bottom end" className="w-72 max-w-[94vw] rounded-xl border border-line bg-card p-2 shadow-lg">
          <Menu onAction={(key) => onAction(String(key))} className="outline-none">
            <MenuSection>
              <Header className="flex flex-col px-3 py-2">
                <span className="font-bold">{me.user.name}</span>
                <bdi className="text-sm text-quiet">{me.user.email}</bdi>
              </Header>
              {organizations.map(([id, name]) => (
                <MenuItem key={id} id={id} textValue={name} className={item}>
                  <span className={id === organizationId ? 'font-bold text-primary' : ''}>
                    {id === organizationId ? '✓ ' : ''}
                    {name}
                  </span>
                </MenuItem>
              ))}
              <MenuItem id="out" className={`${item} border-t border-line`}>
                {t('account.sign_out')}
              </MenuItem>
              <MenuItem id="everywhere" className={item}>
                {t('account.sign_out_everywhere')}
              </MenuItem>
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
      <Dialog
        title={leaving === 'everywhere' ? t('account.sign_out_everywhere') : t('account.sign_out')}
        isOpen={leaving !== undefined}
        onClose={() => {
          setLeaving(undefined);
          setFailed(false);
        }}
      >
        {failed ? (
          <p role="alert" className="font-semibold text-bad">
            {t('account.sign_out_failed')}
          </p>
        ) : (
          <>
            {leaving === 'everywhere' && <p>{t('account.everywhere_explained')}</p>}
            {outbox.length > 0 && <p>{t('account.outbox_kept', { count: outbox.length })}</p>}
          </>
        )}
        <div className="flex flex-wrap gap-3">
          <Button look="main" onPress={() => void leave(leaving === 'everywhere')}>
            {t('account.sign_out')}
          </Button>
          <Button
            onPress={() => {
              setLeaving(undefined);
              setFailed(false);
            }}
          >
            {t('workspace.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
