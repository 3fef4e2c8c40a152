import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';

/** What the head of papers does not say yet: missing from every letter until the head of the cell says it once. */
export function CellLacks({ names }: { names: string }) {
  const t = useT();
  const { roles } = useSession();
  return (
    <Notice tone="warn">
      <p>{t('letters.batch.cell_lacks', { names })}</p>
      {roles.has('cell_manager') && (
        <p>
          <Link to="/letters/head" className={buttonClass('second')}>
            {t('letterhead.title')}
          </Link>
        </p>
      )}
    </Notice>
  );
}
