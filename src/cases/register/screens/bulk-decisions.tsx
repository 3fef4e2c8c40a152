import { Button } from '../../../ui/button.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { RegisterCounts } from '../contract.ts';
import type { RowState } from '../lists.ts';

interface BulkProps {
  state: Exclude<RowState, 'error'>;
  counts: RegisterCounts;
  decide: (what: Record<string, unknown>) => Promise<void>;
  isSending: boolean;
}

/** One decision for all rows of a state that nobody has decided. */
export function BulkDecisions({ state, counts, decide, isSending }: BulkProps) {
  const t = useT();
  const dates = useDates();
  const open = counts.undecided[state];
  const all = (decision: string) => () => void decide({ state, decision });
  return (
    <div className="flex flex-wrap gap-3">
      {open > 0 ? (
        <>
          <Button isDisabled={isSending} onPress={all('proposed')}>
            {t(`register.review.all.${state}`, { count: dates.number(open) })}
          </Button>
          {state === 'look' && (
            <Button isDisabled={isSending} onPress={all('new')}>
              {t('register.review.all.look_new')}
            </Button>
          )}
          <Button isDisabled={isSending} onPress={all('leave')}>
            {t('register.review.all.leave')}
          </Button>
        </>
      ) : (
        counts[state] > 0 && (
          <Button isDisabled={isSending} onPress={all('undecided')}>
            {t('register.review.again')}
          </Button>
        )
      )}
    </div>
  );
}
