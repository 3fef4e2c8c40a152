import { Link } from 'react-router';
import { Card } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import type { ImportFilesAnswer } from './answers.ts';
import { filesPath } from './file-form-screen.tsx';
import { FileState } from './file-state.tsx';

/** The files that were sent and wait for a decision. */
export function WaitingFiles() {
  const t = useT();
  const dates = useDates();
  const { data } = useRead<ImportFilesAnswer>(filesPath);
  if (!data || data.files.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('imports.files')}</h2>
      <Card className="gap-0! py-1!">
        <ul>
          {data.files.map(({ id, name, state, sourceName, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2 first:border-0">
              <span className="flex min-w-0 flex-col">
                <Link
                  to={`/directory/imports/files/${id}`}
                  className="inline-flex min-h-11 w-fit items-center font-semibold wrap-anywhere text-primary underline underline-offset-4"
                >
                  <bdi>{name ?? t('imports.file.unnamed')}</bdi>
                </Link>
                <span className="text-sm text-quiet">
                  {sourceName && (
                    <>
                      <bdi>{sourceName}</bdi>
                      {' · '}
                    </>
                  )}
                  {t('imports.look.until', { date: dates.moment(expiresAt) })}
                </span>
              </span>
              <FileState state={state} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
