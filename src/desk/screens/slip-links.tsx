import { buttonClass } from '../../ui/button.tsx';
import { useT } from '../../workspace/language.tsx';
import { useSession } from '../../workspace/session.tsx';

/** Links, not requests of ours: the browser opens the PDF in its own viewer, ready to print. */
export function SlipLinks({ visitId, reference }: { visitId: string; reference?: string }) {
  const t = useT();
  const { organizationId = '' } = useSession();
  return (
    <ul className="flex flex-wrap gap-2" aria-label={reference ? t('slip.label_of', { reference }) : t('slip.label')}>
      {(['fr,ar', 'ar', 'fr'] as const).map((languages) => (
        <li key={languages}>
          <a
            href={`/api/desk/visits/${visitId}/slip?languages=${languages}&organization=${organizationId}`}
            target="_blank"
            rel="noreferrer"
            className={buttonClass('second')}
          >
            {t(`slip.${languages.replace(',', '_')}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
