import { Card } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { ErasureCounts, ErasureView } from '../contract.ts';
import { goingParts } from '../lists.ts';

interface EffectsProps {
  counts: ErasureCounts;
  isDone: boolean;
}

/** What goes, counted, and what stays: shown before it is done and after. */
export function ErasureEffects({ counts, isDone }: EffectsProps) {
  const t = useT();
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Card>
        <h2>{t(isDone ? 'erasure.went' : 'erasure.goes')}</h2>
        <ul className="flex list-disc flex-col gap-2 ps-5">
          {counts.records > 0 && <li>{t('erasure.identity')}</li>}
          {goingParts
            // One name is said already.
            .filter((part) => counts[part] > (part === 'names' ? 1 : 0))
            .map((part) => (
              <li key={part}>{t(`erasure.part.${part}`, { count: counts[part] })}</li>
            ))}
          <li>{t('erasure.rest')}</li>
        </ul>
      </Card>
      <Card>
        <h2>{t('erasure.stays')}</h2>
        <ul className="flex list-disc flex-col gap-2 ps-5">
          {counts.cases > 0 && <li>{t('erasure.stays.cases', { count: counts.cases })}</li>}
          {counts.visits > 0 && <li>{t('erasure.stays.visits', { count: counts.visits })}</li>}
          <li>{t('erasure.stays.proof')}</li>
          {counts.records > 0 && <li>{t('erasure.stays.others')}</li>}
        </ul>
      </Card>
    </div>
  );
}

/** Whom to call: what they wrote down for themselves is not in reach of this platform. */
export function Receivers({ receivers }: Pick<ErasureView, 'receivers'>) {
  const t = useT();
  if (receivers.length === 0) return null;
  return (
    <Card>
      <h2>{t('erasure.receivers')}</h2>
      <p>{t('erasure.receivers.text')}</p>
      <ul className="flex flex-col gap-2">
        {receivers.map(({ name, phone }) => (
          <li key={name} className="flex flex-wrap items-center gap-x-3">
            <bdi className="font-semibold">{name}</bdi>
            {phone && (
              <a href={`tel:${phone}`} dir="ltr" className="inline-flex min-h-11 items-center text-primary underline underline-offset-4">
                {phone}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
