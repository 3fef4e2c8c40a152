import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { Loading } from '../../ui/state.tsx';
import { Done, useActs } from '../../workspace/acts.tsx';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { useRead } from '../../workspace/reading.tsx';
import type { NeedTold } from '../contract.ts';
import { guardedNeeds } from '../lists.ts';

/** Tells the region in one press what was met at this desk: the need, the commune and the month, and nothing of the person. */
export function RaiseDifficulty({ needs }: { needs: readonly string[] }) {
  const t = useT();
  // Asked for when it is looked at: most visits raise nothing.
  const [isOpen, setOpen] = useState(false);
  const open = needs.filter((need) => !guardedNeeds.includes(need));
  if (open.length === 0) return null;
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer content-center font-semibold text-primary">{t('raise.title')}</summary>
      {isOpen && <Needs needs={open} />}
    </details>
  );
}

/** What this cell told this month is shown as told; the rest is a press away. Without a network every press is kept, and counts once when it arrives. */
function Needs({ needs }: { needs: readonly string[] }) {
  const t = useT();
  const acts = useActs();
  const { data, isLoading } = useRead<NeedTold[]>('/api/coordination/desk-needs');
  const raise = (need: string) =>
    acts.act(
      { kind: 'coordination.raise_from_desk', payload: { findingId: uuidv7(), sourceId: uuidv7(), need } },
      t('raise.said', { need: t(`need.${need}`) }),
    );
  return (
    <div className="flex flex-col gap-3 pb-2">
      <p className="text-sm text-quiet">{t('raise.hint')}</p>
      <Done acts={acts} />
      {isLoading ? (
        <Loading>{t('workspace.loading')}</Loading>
      ) : (
        <ul className="flex flex-col gap-3 sm:items-start">
          {needs.map((need) => {
            const told = data?.find((each) => each.need === need);
            return (
              <li key={need}>
                {told ? (
                  <Link
                    to={`/thread/findings/${told.findingId}`}
                    className="inline-flex min-h-11 items-center font-semibold text-primary underline underline-offset-4"
                  >
                    {t('raise.told', { need: t(`need.${need}`) })}
                  </Link>
                ) : acts.isSending('coordination.raise_from_desk', { need }) ? (
                  <span className="inline-flex min-h-11 flex-wrap items-center gap-x-3">
                    {t('raise.need', { need: t(`need.${need}`) })} <Badge>{t('outbox.this_waits')}</Badge>
                  </span>
                ) : (
                  <Button className="max-sm:w-full" onPress={() => raise(need)}>
                    {t('raise.need', { need: t(`need.${need}`) })}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
