import { useState } from 'react';
import { Notice } from '../../../ui/card.tsx';
import { isOffline } from '../../../workspace/http.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { isOnItsWay } from '../../../workspace/outbox/pending.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Attachment, AttachmentsAnswer } from '../../attachments/contract.ts';
import { usualLargest } from '../../attachments/lists.ts';
import { AddAttachment } from './add-attachment.tsx';
import { AttachmentLine } from './attachment-line.tsx';
import { attachmentTexts } from './messages/index.ts';
import { RemoveAttachment } from './remove-attachment.tsx';
import { UnsentLine } from './unsent-line.tsx';

interface AttachmentsProps {
  caseId: string;
  /** Nothing is added to it any more. */
  isClosed?: boolean;
}

/** What is attached to a case: the list, what is on its way to it, and a form to add to it, which works without a network. */
export function Attachments({ caseId, isClosed = false }: AttachmentsProps) {
  return (
    <RoomTexts catalogues={attachmentTexts} waiting={null}>
      <AttachmentsSection caseId={caseId} isClosed={isClosed} />
    </RoomTexts>
  );
}

function AttachmentsSection({ caseId, isClosed }: AttachmentsProps) {
  const t = useT();
  const { outbox } = useSession();
  const isKnown = !isOnItsWay(outbox, 'cases.open', { caseId });
  const query = useRead<AttachmentsAnswer>(`/api/cases/${encodeURIComponent(caseId)}/attachments`, isKnown);
  const unsent = outbox.filter((e) => e.kind === 'cases.attach' && e.payload.caseId === caseId);
  const isAway = query.data === undefined && query.isError && isOffline(query.error);
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('attachments.title')}</h2>
      {isAway && <Notice>{t('attachments.offline')}</Notice>}
      {isKnown && !isAway && (
        <Reading query={query}>{({ attachments }) => <List {...{ attachments, caseId, isAlone: unsent.length === 0 }} />}</Reading>
      )}
      {unsent.length > 0 && (
        <ul className="flex flex-col gap-2">
          {unsent.map((entry) => (
            <UnsentLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {!isClosed && <AddAttachment caseId={caseId} largest={query.data?.largest ?? usualLargest} />}
    </section>
  );
}

function List({ attachments, caseId, isAlone }: { attachments: readonly Attachment[]; caseId: string; isAlone: boolean }) {
  const t = useT();
  const dates = useDates();
  const { outbox } = useSession();
  const [asked, setAsked] = useState<Attachment>();
  const here = attachments.filter((a) => a.removedAt === null);
  const removed = attachments.filter((a) => a.removedAt !== null);
  return (
    <>
      {here.length === 0 && isAlone && <p className="text-quiet">{t('attachments.none')}</p>}
      {here.length > 0 && (
        <ul className="flex flex-col gap-2">
          {here.map((attachment) => (
            <AttachmentLine
              key={attachment.id}
              attachment={attachment}
              caseId={caseId}
              isLeaving={isOnItsWay(outbox, 'cases.remove_attachment', { attachmentId: attachment.id })}
              onRemove={() => setAsked(attachment)}
            />
          ))}
        </ul>
      )}
      {removed.length > 0 && (
        <details>
          <summary className="min-h-11 content-center font-semibold text-primary">
            {t('attachments.removed', { count: removed.length })}
          </summary>
          <ul className="flex flex-col gap-2">
            {removed.map((a) => (
              <li key={a.id}>
                <bdi className="font-semibold">{a.title}</bdi>
                <p className="text-sm text-quiet">
                  {t('attachments.removed_by', {
                    date: dates.day(a.removedAt ?? ''),
                    name: a.removedBy ?? '—',
                    reason: a.removalReason ?? '',
                  })}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked && <RemoveAttachment attachment={asked} caseId={caseId} onDone={() => setAsked(undefined)} />}
    </>
  );
}
