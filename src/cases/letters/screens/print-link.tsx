import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';

/** Opens letters as one PDF, once the server has them all. */
export function PrintLink({ letterIds }: { letterIds: readonly string[] }) {
  const t = useT();
  const { outbox, organizationId = '' } = useSession();
  const mine = outbox.filter((e) => e.kind === 'cases.write_letter' && letterIds.includes(String(e.payload.letterId)));
  const ids = letterIds.join(',');
  const { data } = useRead<{ kept: number }>(`/api/cases/letters/kept?ids=${ids}`, mine.length === 0);
  if (mine.some((e) => e.state === 'refused')) {
    return (
      <Notice tone="bad" live>
        <Link to="/attention" className="underline">
          {t('letters.refused')}
        </Link>
      </Notice>
    );
  }
  // What was just written may not be seen in the outbox yet: only the server knows that they are there.
  if (mine.length > 0 || data?.kept !== letterIds.length)
    return <Notice live>{t('letters.on_their_way', { count: letterIds.length })}</Notice>;
  return (
    <p>
      <a
        href={`/api/cases/letters/print?ids=${ids}&organization=${organizationId}`}
        target="_blank"
        rel="noreferrer"
        className={buttonClass('main')}
      >
        {t('letters.print', { count: letterIds.length })}
      </a>
    </p>
  );
}
