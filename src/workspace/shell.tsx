import { Link, Outlet, useLocation } from 'react-router';
import { SignInScreen } from '../access/screens/sign-in-screen.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/card.tsx';
import { PlaceRow } from '../ui/place-row.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { useT } from './language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { isAt, placesFor } from './navigation.tsx';
import { OutboxState } from './outbox-state.tsx';
import { Page, Waiting } from './page.tsx';
import { useSession } from './session.tsx';

/** The frame of every screen: who acts, where one can go, and what has not been sent yet. */
export function Shell() {
  const t = useT();
  const { status, refresh, outbox } = useSession();
  const { pathname } = useLocation();
  if (status === 'loading') return <Waiting />;
  if (status === 'failed') {
    return (
      <Page title={t('workspace.name')}>
        <Notice tone="bad" live>
          {t('workspace.offline')}
        </Notice>
        <p>
          <Button look="main" onPress={() => refresh()}>
            {t('workspace.retry')}
          </Button>
        </p>
      </Page>
    );
  }
  if (status !== 'signed-in') return <SignInScreen />;
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-50 focus:rounded-xl focus:bg-card focus:p-3"
      >
        {t('workspace.skip')}
      </a>
      <header className="border-b border-line bg-card">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-3 gap-y-1 px-3 pt-2 sm:px-6">
          <Brand isShort={outbox.length > 0} />
          <div className="ms-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1 sm:gap-x-5">
            <OutboxState />
            <LanguageSwitch />
            <AccountMenu />
          </div>
          <Places />
        </div>
      </header>
      <Outlet key={pathname} />
    </>
  );
}

/** Where one can go. */
function Places() {
  const t = useT();
  const { roles } = useSession();
  const { pathname } = useLocation();
  return (
    <PlaceRow label={t('navigation.label')} at={pathname} className="-mx-1">
      {placesFor(roles).map((place) => (
        <li key={place.to} className="shrink-0">
          <Link
            to={place.to}
            aria-current={isAt(place, pathname) ? 'page' : undefined}
            className="flex min-h-11 items-center border-b-3 border-transparent px-3 font-semibold whitespace-nowrap text-quiet hover:text-ink aria-[current=page]:border-primary aria-[current=page]:text-primary sm:px-4"
          >
            {t(place.label)}
          </Link>
        </li>
      ))}
    </PlaceRow>
  );
}
