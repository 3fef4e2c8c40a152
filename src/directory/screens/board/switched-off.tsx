import { Notice } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Board } from '../../care/contract.ts';

/** What leaves the machine only when its owner says so: said plainly, with the settings that switch it on. */
export function SwitchedOff({ board: { mail, links, counts } }: { board: Board }) {
  const t = useT();
  const dates = useDates();
  return (
    <>
      {!mail.enabled && (
        <Notice tone="warn">
          <p className="font-semibold">{t('care.mail.off')}</p>
          <p>{t('care.mail.waiting', { count: counts.messagesWaiting })}</p>
          <p>
            {t('care.switch_on')} <Settings>{'SMTP_URL, MAIL_FROM'}</Settings>
          </p>
        </Notice>
      )}
      {counts.messagesFailed > 0 && <Notice tone="bad">{t('care.mail.failed', { count: counts.messagesFailed })}</Notice>}
      {links.enabled ? (
        links.checkedAt && <p className="text-sm text-quiet">{t('care.links.checked', { date: dates.moment(links.checkedAt) })}</p>
      ) : (
        <Notice tone="warn">
          <p className="font-semibold">{t('care.links.off')}</p>
          <p>
            {t('care.switch_on')} <Settings>{'CHECK_LINKS=true'}</Settings>
          </p>
        </Notice>
      )}
    </>
  );
}

function Settings({ children }: { children: string }) {
  return (
    <bdi dir="ltr" className="font-mono">
      {children}
    </bdi>
  );
}
