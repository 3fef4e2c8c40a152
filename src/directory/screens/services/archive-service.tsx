import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import type { ServiceRecord } from '../../care/contract.ts';
import type { Acts } from '../../../workspace/acts.tsx';

/** Ends a service, or offers it again. Nothing is erased. */
export function ArchiveService({ record, acts }: { record: ServiceRecord; acts: Acts }) {
  const t = useT();
  const [isEnding, setEnding] = useState(false);
  const { id, fields, mayDecide } = record;
  const hasEnded = record.status === 'inactive' || record.status === 'defunct';
  if (hasEnded && !mayDecide) return null;
  return (
    <Card className="gap-3!">
      <h2>{t(hasEnded ? 'care.archive.ended' : 'care.archive.title')}</h2>
      <p className="text-quiet">{t(hasEnded ? 'care.archive.again' : mayDecide ? 'care.archive.explained' : 'care.archive.proposed')}</p>
      <p>
        {hasEnded ? (
          <Button
            onPress={() =>
              acts.act(
                { kind: 'directory.publish_service', payload: { changeId: uuidv7(), serviceId: id } },
                t('care.archive.published', { name: fields.name }),
              )
            }
          >
            {t('care.archive.publish')}
          </Button>
        ) : (
          <Button look="danger" onPress={() => setEnding(true)}>
            {t('care.archive.action')}
          </Button>
        )}
      </p>
      <Decision
        title={t('care.archive.title')}
        isOpen={isEnding}
        onClose={() => setEnding(false)}
        decide={t('care.archive.action')}
        cancel={t('workspace.cancel')}
        onDecide={() => {
          setEnding(false);
          void acts.act(
            { kind: 'directory.archive_service', payload: { changeId: uuidv7(), serviceId: id, status: 'inactive' } },
            t(mayDecide ? 'care.archive.done' : 'care.archive.asked', { name: fields.name }),
          );
        }}
      >
        <p>{t(mayDecide ? 'care.archive.explained' : 'care.archive.proposed')}</p>
      </Decision>
    </Card>
  );
}
