import { Link } from 'react-router';
import { Badge } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { OutboxEntry } from '../../../workspace/outbox/order.ts';
import { fileOf } from '../../../workspace/outbox/files.ts';
import { useProgress } from '../../../workspace/outbox/progress.ts';

/** One thing that is still on this device: waiting, going, or to be corrected. */
export function UnsentLine({ entry }: { entry: OutboxEntry }) {
  const t = useT();
  const part = useProgress(fileOf(entry) ?? '');
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 rounded-xl bg-sand px-4 py-3">
      <bdi className="font-semibold">{String(entry.payload.title)}</bdi>
      {entry.state === 'refused' ? (
        <Link to="/attention" className="font-semibold text-bad underline underline-offset-4">
          {t('attachments.refused')}
        </Link>
      ) : (
        <Badge>{part === undefined ? t('outbox.this_waits') : t('attachments.sending', { percent: Math.round(part * 100) })}</Badge>
      )}
    </li>
  );
}
