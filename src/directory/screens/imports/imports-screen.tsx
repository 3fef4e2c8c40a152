import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { Done, useActs } from '../../../workspace/acts.tsx';
import { CarePage } from '../care-page.tsx';
import type { ImportSource, ImportsAnswer } from './answers.ts';
import { importTexts } from './messages/index.ts';
import { PastImports } from './past-imports.tsx';
import { RemoveSource } from './remove-source.tsx';
import { SourceCard } from './source-card.tsx';
import { SourceForm } from './source-form.tsx';
import { WaitingFiles } from './waiting-files.tsx';

/** How often what is under way is looked at again. */
const lookAgain = 3000;

type Asked = { what: 'add' } | { what: 'change' | 'remove'; source: ImportSource };

export function ImportsScreen() {
  return (
    <RoomTexts catalogues={importTexts}>
      <Imports />
    </RoomTexts>
  );
}

/** The directories that come in by themselves, and how the last imports went. */
function Imports() {
  const t = useT();
  const acts = useActs();
  const [asked, setAsked] = useState<Asked>();
  const query = useRead<ImportsAnswer>('/api/directory/care/imports');
  const { refetch } = query;
  const isMoving = query.data?.sources.some(({ runningSince, isDue }) => runningSince !== null || isDue) ?? false;
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => void refetch(), lookAgain);
    return () => clearInterval(timer);
  }, [isMoving, refetch]);
  const close = (): void => setAsked(undefined);
  return (
    <CarePage
      title={t('imports.title')}
      intro={t('imports.intro')}
      actions={
        <>
          <Link to="/directory/imports/file" className={buttonClass('main')}>
            {t('imports.file.title')}
          </Link>
          <Button onPress={() => setAsked({ what: 'add' })}>{t('imports.add')}</Button>
        </>
      }
    >
      <Done acts={acts} />
      <WaitingFiles />
      <Reading query={query}>
        {({ sources, reports }) => (
          <>
            {sources.length === 0 ? (
              <Empty title={t('imports.none')}>{t('imports.none.text')}</Empty>
            ) : (
              <ul className="flex flex-col gap-4">
                {sources.map((source) => (
                  <li key={source.id}>
                    <SourceCard
                      source={source}
                      acts={acts}
                      onChange={() => setAsked({ what: 'change', source })}
                      onRemove={() => setAsked({ what: 'remove', source })}
                    />
                  </li>
                ))}
              </ul>
            )}
            {reports.length > 0 && <PastImports reports={reports} />}
          </>
        )}
      </Reading>
      {asked?.what === 'add' && <SourceForm acts={acts} onClose={close} />}
      {asked?.what === 'change' && <SourceForm source={asked.source} acts={acts} onClose={close} />}
      {asked?.what === 'remove' && <RemoveSource source={asked.source} acts={acts} onClose={close} />}
    </CarePage>
  );
}
