import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { useMissing } from '../../ui/focus.ts';
import { useT } from '../../workspace/language.tsx';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseRow, Colleague } from '../contract.ts';

/** Who follows the case; anyone of the cell may take it or hand it on. */
export function AssignedTo({ row }: { row: CaseRow }) {
  const t = useT();
  const { me, send, outbox } = useSession();
  const [isChoosing, setChoosing] = useState(false);
  const isChanging = isOnItsWay(outbox, 'cases.assign', { caseId: row.id });
  const assign = (userId: string | undefined) =>
    void send({ kind: 'cases.assign', payload: { caseId: row.id, ...(userId ? { userId } : {}) } });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p>{row.assignedName ? t('assign.followed_by', { name: row.assignedName }) : t('case.unassigned')}</p>
      {isChanging ? (
        <p className="no-print text-sm text-quiet">{t('outbox.this_waits')}</p>
      ) : (
        <span className="no-print flex flex-wrap gap-x-4">
          {row.assignedTo !== me?.user.id && (
            <Button look="quiet" onPress={() => assign(me?.user.id)}>
              {t('assign.take')}
            </Button>
          )}
          <Button look="quiet" onPress={() => setChoosing(true)}>
            {t('assign.hand_on')}
          </Button>
        </span>
      )}
      {isChoosing && (
        <HandOn
          assignedTo={row.assignedTo}
          onClose={() => setChoosing(false)}
          onChoose={(userId) => {
            assign(userId);
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

const nobody = 'nobody';
interface HandOnProps {
  assignedTo: string | null;
  onClose: () => void;
  onChoose: (userId: string | undefined) => void;
}
function HandOn({ assignedTo, onClose, onChoose }: HandOnProps) {
  const t = useT();
  const query = useRead<{ colleagues: Colleague[] }>('/api/cases/colleagues');
  const [chosen, setChosen] = useState('');
  const missing = useMissing(chosen === '');
  return (
    <Decision
      title={t('assign.hand_on')}
      onClose={onClose}
      decide={t('assign.action')}
      cancel={t('workspace.cancel')}
      onDecide={() => missing.mayGoOn() && onChoose(chosen === nobody ? undefined : chosen)}
    >
      <Reading query={query}>
        {({ colleagues }) => (
          <ChooseOne
            label={t('assign.to')}
            size="row"
            error={missing.isShown ? t('assign.to.missing') : undefined}
            options={[
              ...colleagues
                .filter((c) => c.userId !== assignedTo)
                .map((c) => ({ value: c.userId, label: c.name, detail: t('assign.has_open', { count: c.openCases }) })),
              ...(assignedTo ? [{ value: nobody, label: t('assign.back_to_cell') }] : []),
            ]}
            value={chosen}
            onChange={setChosen}
            isRequired
          />
        )}
      </Reading>
    </Decision>
  );
}
