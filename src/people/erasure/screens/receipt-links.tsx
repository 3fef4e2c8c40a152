import { buttonClass } from '../../../ui/button.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';

/** The paper the person takes home: that they asked, what was erased, or why it was not. */
export function ReceiptLinks({ erasureId }: { erasureId: string }) {
  const t = useT();
  const { organizationId = '' } = useSession();
  return (
    <section className="no-print flex flex-col gap-3">
      <h2>{t('erasure.receipt')}</h2>
      <ul className="flex flex-wrap gap-3">
        {(['fr,ar', 'ar', 'fr'] as const).map((languages) => (
          <li key={languages}>
            <a
              href={`/api/cases/erasures/${erasureId}/receipt?languages=${languages}&organization=${organizationId}`}
              target="_blank"
              rel="noreferrer"
              className={buttonClass('second')}
            >
              {t(`erasure.receipt.${languages.replace(',', '_')}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
