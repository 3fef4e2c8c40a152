import { useDates, useLanguage } from '../../../workspace/language.tsx';

/** How many of each kind refer to a record. */
export function References({ counts }: { counts: Record<string, number> }) {
  const { t, has } = useLanguage();
  const dates = useDates();
  const shown = Object.entries(counts).filter(([, count]) => count > 0);
  if (shown.length === 0) return <p className="text-quiet">{t('care.references.none')}</p>;
  return (
    <ul className="list-disc ps-5">
      {shown.map(([kind, count]) => (
        <li key={kind}>
          {has(`care.reference.${kind}`) ? t(`care.reference.${kind}`) : kind}
          {': '}
          {dates.number(count)}
        </li>
      ))}
    </ul>
  );
}
