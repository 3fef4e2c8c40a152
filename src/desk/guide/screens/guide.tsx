import { lazy, Suspense } from 'react';
import { useGuide } from './use-guide.ts';

// Beside the visit only once a need is chosen: the desk's first screen does not carry it.
const GuideList = lazy(async () => ({ default: (await import('./guide-list.tsx')).GuideList }));

export interface GuideProps {
  needs: readonly string[];
  audience: string;
  /** The language the person speaks with the desk. */
  language: string;
}

/** The procedures that answer the needs of a visit. Put beside the form, it also sees to it that the device keeps them all. */
export function Guide(props: GuideProps) {
  useGuide();
  if (props.needs.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <GuideList {...props} />
    </Suspense>
  );
}
