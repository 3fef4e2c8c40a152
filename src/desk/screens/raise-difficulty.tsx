import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { useSession } from '../../workspace/session.tsx';
import { guardedNeeds } from '../lists.ts';

/** Tells the region in one press what was met at this desk: the need, the commune and the month, and nothing of the person. */
export function RaiseDifficulty({ needs }: { needs: readonly string[] }) {
  const t = useT();
  const { send } = useSession();
  const [raised, setRaised] = useState<readonly string[]>([]);
  const open = needs.filter((need) => !guardedNeeds.includes(need));
  if (open.length === 0) return null;
  async function raise(need: string): Promise<void> {
    setRaised([...raised, need]);
    await send({ kind: 'coordination.raise_from_desk', payload: { findingId: uuidv7(), sourceId: uuidv7(), need } });
  }
  return (
    <details className="no-print">
      <summary className="min-h-11 cursor-pointer content-center font-semibold text-primary">{t('raise.title')}</summary>
      <p className="pb-2 text-sm text-quiet">{t('raise.hint')}</p>
      <ul className="flex flex-wrap gap-2">
        {open.map((need) => (
          <li key={need}>
            <Button isDisabled={raised.includes(need)} onPress={() => raise(need)}>
              {t(raised.includes(need) ? 'raise.done' : 'raise.need', { need: t(`need.${need}`) })}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm empty:hidden">
        {raised.length > 0 && t('raise.said')}
      </p>
    </details>
  );
}
