import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { ExportLine } from '../contract-export.ts';

const tones = { making: 'plain', ready: 'good', failed: 'bad', removed: 'plain' } as const;

/** One file that went out: what, for whom, why, how far it is and who took it. */
export function ExportCard({ line }: { line: ExportLine }) {
  const t = useT();
  const dates = useDates();
  const { state, kind, named, withContacts, contactsReason, purpose, done, total, format, owner, askedAt, expiresAt } = line;
  const period = [line.since, line.until].map((day) => (day ? dates.day(day) : '…')).join(' – ');
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 className="min-w-0 text-lg wrap-anywhere">
          <bdi>{purpose}</bdi>
        </h2>
        <Badge tone={tones[state]}>{t(`register.export.state.${state}`)}</Badge>
      </div>
      <p className="flex flex-wrap gap-2">
        <Badge>{t(`register.export.kind.${kind}`)}</Badge>
        <Badge tone={named ? 'warn' : 'plain'}>{t(named ? 'register.export.named.short' : 'register.export.unnamed.short')}</Badge>
        {withContacts && <Badge tone="warn">{t('register.export.contacts.short')}</Badge>}
        <Badge>{t(`register.export.format.${format}`)}</Badge>
      </p>
      {contactsReason && (
        <p className="text-sm">
          {t('register.export.contacts.short')} : <bdi>{contactsReason}</bdi>
        </p>
      )}
      <p className="text-sm text-quiet">
        {t('register.export.asked', { name: owner ?? '', date: dates.moment(askedAt) })}
        {state !== 'making' && <> · {t('register.rows', { count: done })}</>}
        {(line.since || line.until) && <> · {period}</>}
        {state === 'ready' && expiresAt && <> · {t('register.export.expires', { date: dates.day(expiresAt) })}</>}
      </p>
      {state === 'making' && (
        <div className="flex flex-col gap-1">
          <progress
            aria-label={t('register.export.state.making')}
            value={done}
            max={Math.max(total, 1)}
            className="h-3 w-full accent-primary"
          />
          <p className="text-sm text-quiet tabular-nums">
            {t('register.progress', { done: dates.number(done), total: dates.number(total) })}
          </p>
        </div>
      )}
      {state === 'failed' && <p>{t('register.export.failed.text')}</p>}
      {state === 'ready' && <ReadyActs line={line} />}
      {(state === 'ready' || line.downloads.length > 0) && <Downloads line={line} />}
    </Card>
  );
}

function ReadyActs({ line: { id, purpose } }: { line: ExportLine }) {
  const t = useT();
  const { send, organizationId } = useSession();
  return (
    <p className="flex flex-wrap gap-3">
      <a
        href={`/api/register/exports/${id}/file?organization=${organizationId}`}
        download
        aria-label={t('register.export.download_named', { purpose })}
        className={buttonClass('main')}
      >
        {t('register.export.download')}
      </a>
      <Button
        look="danger"
        aria-label={t('register.export.remove_named', { purpose })}
        onPress={() => send({ kind: 'cases.remove_export', payload: { exportId: id } })}
      >
        {t('register.export.remove')}
      </Button>
    </p>
  );
}

function Downloads({ line: { downloads } }: { line: ExportLine }) {
  const t = useT();
  const dates = useDates();
  return (
    <div className="text-sm">
      <h3 className="font-semibold">{t('register.export.downloads')}</h3>
      {downloads.length === 0 ? (
        <p className="text-quiet">{t('register.export.downloads.none')}</p>
      ) : (
        <ul>
          {downloads.map(({ by, at }) => (
            <li key={at}>{t('register.export.downloaded', { name: by ?? '', date: dates.moment(at) })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
