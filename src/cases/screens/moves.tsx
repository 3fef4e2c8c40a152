import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseFile } from '../contract-file.ts';
import { type CaseAction, closedStatuses } from '../lists.ts';
import { actionsFor, transitionFor } from '../rules.ts';
import { MoveDialog } from './move-dialog.tsx';

/** The moves of the table, gathered as an agent thinks of them: go on, wait, end, begin again. */
const groups = ['wait', 'close', 'reopen'] as const;
type Group = (typeof groups)[number];
function groupOf(status: CaseFile['case']['status'], action: CaseAction): Group | undefined {
  const to = transitionFor(status, action)?.to;
  if (action === 'reopen') return 'reopen';
  if (to && closedStatuses.some((s) => s === to)) return 'close';
  return action === 'wait_for_person' || action === 'wait_for_third_party' ? 'wait' : undefined;
}

export function Moves({ file }: { file: CaseFile }) {
  const t = useT();
  const { send, outbox } = useSession();
  const [asked, setAsked] = useState<Group>();
  const place = useRef<HTMLDivElement>(null);
  const { case: row } = file;
  const moving = outbox.find((e) => e.state === 'waiting' && e.kind === 'cases.move' && e.payload.caseId === row.id);
  const actions = actionsFor(row.status);
  const inGroup = (group: Group) => actions.filter((a) => groupOf(row.status, a) === group);
  const straight = actions.filter((a) => groupOf(row.status, a) === undefined);
  /** The buttons change with the state: the focus stays at their place instead of falling out of the page. */
  const stay = () => setTimeout(() => place.current?.focus());
  async function go(action: CaseAction): Promise<void> {
    const sent = send({ kind: 'cases.move', payload: { caseId: row.id, action } });
    stay();
    await sent;
  }
  return (
    <div ref={place} tabIndex={-1} className="no-print outline-none">
      {moving ? (
        <Notice>{t('move.waits', { action: t(`move.${String(moving.payload.action)}`) })}</Notice>
      ) : (
        <div className="flex flex-wrap gap-3 max-sm:*:grow">
          {straight.map((action) => (
            <Button key={action} look="main" onPress={() => go(action)}>
              {t(`move.${action}`)}
            </Button>
          ))}
          {groups
            .filter((group) => inGroup(group).length > 0)
            .map((group) => (
              <Button key={group} look={group === 'close' && straight.length === 0 ? 'main' : 'second'} onPress={() => setAsked(group)}>
                {t(group === 'close' ? 'case.close' : `move.group.${group}`)}
              </Button>
            ))}
        </div>
      )}
      {asked && (
        <MoveDialog
          file={file}
          title={t(asked === 'close' ? 'case.close' : `move.group.${asked}`)}
          actions={inGroup(asked)}
          onClose={() => setAsked(undefined)}
          onMoved={() => {
            setAsked(undefined);
            stay();
          }}
        />
      )}
    </div>
  );
}
