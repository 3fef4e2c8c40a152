import { Link } from 'react-router';
import { useT } from './language.tsx';
import { useSession } from './session.tsx';

/** What this device still owes the server. Says nothing when there is nothing to say. */
export function OutboxState() {
  const t = useT();
  const { outbox } = useSession();
  const waiting = outbox.filter((e) => e.state === 'waiting').length;
  const refused = outbox.length - waiting;
  return (
    <div className="flex flex-wrap items-center justify-end gap-1">
      <span role="status" className={waiting > 0 ? 'rounded-full bg-sand px-3 py-1 text-sm font-semibold' : ''}>
        {waiting > 0 && t('outbox.waiting', { count: waiting })}
      </span>
      {refused > 0 && (
        <Link
          to="/attention"
          className="flex min-h-9 items-center rounded-full bg-bad-soft px-3 text-sm font-semibold text-bad underline underline-offset-4"
        >
          {t('outbox.refused', { count: refused })}
        </Link>
      )}
    </div>
  );
}
