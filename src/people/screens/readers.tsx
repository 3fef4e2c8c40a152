import { useDates, useT } from '../../workspace/language.tsx';

interface Trace {
  name: string;
  at: string;
}

/** Who opened a file, and in whose exports it went out; folded, for it is read seldom. */
export function Readers({ readers, exported = [] }: { readers: readonly Trace[]; exported?: readonly Trace[] }) {
  const t = useT();
  return (
    <details className="no-print">
      <summary className="min-h-11 content-center font-semibold text-primary">{t('readers.title')}</summary>
      <p className="text-sm text-quiet">{t('readers.hint')}</p>
      <Traces traces={readers} />
      {exported.length > 0 && (
        <>
          <p className="pt-3 font-semibold">{t('readers.exported')}</p>
          <Traces traces={exported} />
        </>
      )}
    </details>
  );
}

function Traces({ traces }: { traces: readonly Trace[] }) {
  const dates = useDates();
  return (
    <ul className="flex flex-col gap-1 pt-2">
      {traces.map(({ name, at }) => (
        <li key={`${name}${at}`}>
          <bdi>{name}</bdi> ·{' '}
          <bdi>
            <time dateTime={at}>{dates.moment(at)}</time>
          </bdi>
        </li>
      ))}
    </ul>
  );
}
