import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useT } from '../../../workspace/language.tsx';
import { isOnItsWay } from '../../../workspace/outbox/pending.ts';
import { useSession } from '../../../workspace/session.tsx';
import type { ErasureView } from '../contract.ts';
import { RefuseErasure } from './refuse-erasure.tsx';

/** The answer of the head of the cell: erased for good once it was ticked that this is known, or refused with a reason. */
export function SettleErasure({ erasure }: { erasure: ErasureView }) {
  const t = useT();
  const { roles, send, outbox } = useSession();
  const [isUnderstood, setUnderstood] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [isRefusing, setRefusing] = useState(false);
  const { id: erasureId } = erasure;
  if (!roles.has('cell_manager')) return <Notice>{t('erasure.head_decides')}</Notice>;
  const waits = ['people.erase', 'people.refuse_erasure'].some((kind) => isOnItsWay(outbox, kind, { erasureId }));
  if (waits) return <Notice live>{t('erasure.waits')}</Notice>;
  const mayErase = erasure.openCases.length === 0;
  async function erase(): Promise<void> {
    setChecked(true);
    if (isUnderstood) await send({ kind: 'people.erase', payload: { erasureId, understood: true } });
  }
  return (
    <Card className="no-print">
      {mayErase && (
        <div>
          <Tick label={t('erasure.understood')} isChosen={isUnderstood} onChange={setUnderstood} />
          {isChecked && !isUnderstood && (
            <p role="alert" className="font-semibold text-bad">
              {t('erasure.understood.missing')}
            </p>
          )}
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        {mayErase && (
          <Button look="main" onPress={erase}>
            {t('erasure.do')}
          </Button>
        )}
        <Button onPress={() => setRefusing(true)}>{t('erasure.refuse')}</Button>
      </div>
      {isRefusing && <RefuseErasure erasureId={erasureId} onDone={() => setRefusing(false)} />}
    </Card>
  );
}
