import { useDates, useT } from '../../workspace/language.tsx';

/** Who opened a file; folded, for it is read seldom. */
export function Readers({ readers }: { readers: readonly { name: string; at: string }[] }) {
  const t = useT();
  const dates = useDates();
  return (
    <details className="no-print">
      <summary className="min-h-11 content-center font-semibold text-primary">{t('readers.title')}</summary>
      <p className="text-sm text-quiet">{t('readers.hint')}</p>
      <ul className="flex flex-col gap-1 pt-2">
        {readers.map((reader) => (
          <li key={`${reader.name}${reader.at}`}>
            <bdi>{reader.name}</bdi> ·{' '}
            <bdi>
              <time dateTime={reader.at}>{dates.moment(reader.at)}</time>
            </bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
