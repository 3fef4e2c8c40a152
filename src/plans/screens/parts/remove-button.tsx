import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Addable } from '../../lists.ts';

interface RemoveButtonProps {
  planId: string;
  thing: Addable;
  thingId: string;
  name: string;
  acts: Acts;
}

/** Takes a thing out of the plan, once it is said that it stays in the plan's past. */
export function RemoveButton({ planId, thing, thingId, name, acts }: RemoveButtonProps) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    return acts.act({ kind: 'plans.remove', payload: { planId, thing, thingId } }, t('plans.removed'));
  };
  return (
    <>
      <Button look="quiet" aria-label={t('finder.remove_named', { name })} onPress={() => setAsking(true)}>
        {t('finder.remove')}
      </Button>
      <Decision
        title={t('finder.remove_named', { name })}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        decide={t('finder.remove')}
        cancel={t('workspace.cancel')}
        onDecide={remove}
      >
        <p>{t('plans.remove.stays')}</p>
      </Decision>
    </>
  );
}
