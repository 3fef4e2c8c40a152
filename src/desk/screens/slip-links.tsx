import { useState } from 'react';
import { buttonClass } from '../../ui/button.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { useT } from '../../workspace/language.tsx';
import { useSession } from '../../workspace/session.tsx';

/** More papers at once than this jam a desk's printer. */
const mostCopies = 100;

interface SlipProps {
  visitId: string;
  people: number;
  /** Given in a list of visits, where the slip is one thing among many and its links are plain. */
  reference?: string;
}

/** Links, not requests of ours: the browser opens the PDF in its own viewer, ready to print. */
export function SlipLinks({ visitId, people, reference }: SlipProps) {
  const t = useT();
  const { organizationId = '' } = useSession();
  const [copies, setCopies] = useState<'one' | 'all'>('one');
  const isInList = reference !== undefined;
  const printed = copies === 'all' ? Math.min(people, mostCopies) : 1;
  return (
    <div className={isInList ? 'flex flex-col' : 'flex flex-col gap-3'}>
      {isInList ? <p className="text-sm text-quiet">{t('slip.label')}</p> : <h2>{t('slip.label')}</h2>}
      {!isInList && people > 1 && (
        <ChooseOne
          label={t('recorded.copies')}
          options={(['one', 'all'] as const).map((value) => ({
            value,
            label: t(`recorded.copies.${value}`, { count: Math.min(people, mostCopies) }),
          }))}
          value={copies}
          onChange={setCopies}
        />
      )}
      <ul
        className={`flex flex-wrap ${isInList ? 'gap-x-6' : 'gap-2'}`}
        aria-label={isInList ? t('slip.label_of', { reference }) : t('slip.label')}
      >
        {(['fr,ar', 'ar', 'fr'] as const).map((languages) => (
          <li key={languages}>
            <a
              href={`/api/desk/visits/${visitId}/slip?languages=${languages}&copies=${printed}&organization=${organizationId}`}
              target="_blank"
              rel="noreferrer"
              className={buttonClass(isInList ? 'quiet' : 'second')}
            >
              {t(`slip.${languages.replace(',', '_')}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
