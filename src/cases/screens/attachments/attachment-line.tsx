import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Attachment } from '../../attachments/contract.ts';
import { useSizeText } from './size-text.ts';

interface LineProps {
  attachment: Attachment;
  caseId: string;
  isLeaving: boolean;
  onRemove: () => void;
}

/** One thing that is attached: opens it, or asks to remove it. */
export function AttachmentLine({ attachment, caseId, isLeaving, onRemove }: LineProps) {
  const t = useT();
  const dates = useDates();
  const sizeText = useSizeText();
  const { organizationId = '' } = useSession();
  const { id, title, kind, restricted, size } = attachment;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-xl border border-line bg-card px-4 py-3">
      <div className="flex min-w-0 flex-col">
        <span className="flex flex-wrap items-center gap-2">
          <a
            href={`/api/cases/${caseId}/attachments/${id}?organization=${organizationId}`}
            target="_blank"
            rel="noreferrer"
            aria-label={t('attachments.opens', { title })}
            className={buttonClass('quiet')}
          >
            <bdi>{title}</bdi>
          </a>
          {restricted && <Badge tone="warn">{t('attachments.restricted.mark')}</Badge>}
        </span>
        <span className="text-sm text-quiet">
          {t(`attachment_kind.${kind}`)}
          {size !== null && ` · ${sizeText(size)}`}
          {' · '}
          {t('attachments.by', { date: dates.day(attachment.attachedAt), name: attachment.attachedBy ?? '—' })}
        </span>
      </div>
      <Button
        look="quiet"
        isDisabled={isLeaving}
        aria-label={isLeaving ? undefined : t('attachments.remove_named', { title })}
        onPress={onRemove}
      >
        {t(isLeaving ? 'outbox.this_waits' : 'attachments.remove')}
      </Button>
    </li>
  );
}
