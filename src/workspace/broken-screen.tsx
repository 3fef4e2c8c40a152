import { Link } from 'react-router';
import { buttonClass } from '../ui/button.tsx';
import { useT } from './language.tsx';
import { Page } from './page.tsx';

export function NotFoundScreen() {
  const t = useT();
  return (
    <Page title={t('workspace.not_found.title')} intro={t('workspace.not_found.text')}>
      <p>
        <Link to="/" className={buttonClass('main')}>
          {t('workspace.home')}
        </Link>
      </p>
    </Page>
  );
}

/** A defect of ours. What was typed is already on the device, and the page says so. */
export function BrokenScreen() {
  const t = useT();
  return (
    <Page title={t('workspace.broken.title')} intro={t('workspace.broken.text')}>
      <p>
        <a href="/workspace/" className={buttonClass('main')}>
          {t('workspace.broken.reload')}
        </a>
      </p>
    </Page>
  );
}
