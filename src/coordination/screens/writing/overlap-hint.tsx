import { keepPreviousData } from '@tanstack/react-query';
import { Done, useActs } from '../../../workspace/acts.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import type { Overlap, Told } from '../../contract.ts';
import { Overlaps } from '../parts/overlaps.tsx';

interface OverlapHintProps {
  title: Told | undefined;
  themes: readonly string[];
  communeCodes: readonly string[];
  startsOn: string;
  endsOn: string;
}

/** While an action is written: who does the same already. Without a network nothing is said, and writing goes on. */
export function OverlapHint({ title, themes, communeCodes, startsOn, endsOn }: OverlapHintProps) {
  const acts = useActs();
  const asked = new URLSearchParams({
    themes: themes.join(','),
    communes: communeCodes.join(','),
    ...(startsOn ? { startsOn } : {}),
    ...(endsOn ? { endsOn } : {}),
  });
  const query = useRead<Overlap[]>(`/api/coordination/overlaps?${asked}`, themes.length > 0, keepPreviousData);
  const overlaps = themes.length > 0 ? (query.data ?? []) : [];
  return (
    <>
      <Done acts={acts} />
      <Overlaps overlaps={overlaps} title={title} acts={acts} />
    </>
  );
}
