import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../../ui/button.tsx';
import { Badge, Card } from '../../../../ui/card.tsx';
import { Decision } from '../../../../ui/dialog.tsx';
import { Field } from '../../../../ui/field.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import { type Acts, Done, useActs } from '../../../../workspace/acts.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import { RoomTexts } from '../../../../workspace/room-texts.tsx';
import { OrganizationSelect } from '../../../screens/parts/organization-select.tsx';
import { Text } from '../../../screens/parts/told.tsx';
import type { DecisionRow, Decisions } from '../../contract.ts';
import { decisionLabel, isLate } from '../../rules.ts';
import { minutesPaperTexts, minutesTexts } from '../messages/index.ts';

/** What a body decided in all its meetings: what is open first, and what is late stands out. */
export const BodyDecisions = ({ bodyId }: { bodyId: string }) => (
  <RoomTexts catalogues={minutesTexts} waiting={null}>
    <RoomTexts catalogues={minutesPaperTexts} waiting={null}>
      <ListOf query={`bodyId=${bodyId}`} isOfBody />
    </RoomTexts>
  </RoomTexts>
);
/** What one meeting decided. */
export const MeetingDecisions = ({ meetingId }: { meetingId: string }) => <ListOf query={`meetingId=${meetingId}`} />;

function ListOf({ query, isOfBody = false }: { query: string; isOfBody?: boolean }) {
  const t = useT();
  const acts = useActs();
  const read = useRead<Decisions>(`/api/coordination/decisions?${query}`);
  return (
    <Card>
      <h2>{t('minutes.decisions')}</h2>
      <Done acts={acts} />
      <Reading query={read}>
        {({ today, decisions }) =>
          decisions.length === 0 ? (
            <p className="text-quiet">{t('decisions.none')}</p>
          ) : (
            <ol className="flex flex-col gap-3">
              {decisions.map((row) => (
                <li key={row.id}>
                  <DecisionLine row={row} today={today} isOfBody={isOfBody} acts={acts} />
                </li>
              ))}
            </ol>
          )
        }
      </Reading>
    </Card>
  );
}

interface LineProps {
  row: DecisionRow;
  today: string;
  isOfBody: boolean;
  acts: Acts;
}
function DecisionLine({ row, today, isOfBody, acts }: LineProps) {
  const t = useT();
  const dates = useDates();
  const [asked, setAsked] = useState<string>();
  const late = isLate(row, today);
  const label = decisionLabel(row);
  return (
    <div className={`flex break-inside-avoid flex-col gap-2 rounded-card border p-4 ${late ? 'border-s-8 border-bad' : 'border-line'}`}>
      <p className="flex flex-wrap items-center gap-2">
        {isOfBody ? (
          <Link
            to={`/thread/meetings/${row.meetingId}/minutes`}
            className="inline-flex min-h-11 items-center font-bold text-primary underline"
          >
            <bdi dir="ltr">{label}</bdi>
          </Link>
        ) : (
          <bdi dir="ltr" className="font-bold">
            {label}
          </bdi>
        )}
        <span className="ms-auto flex flex-wrap gap-2">
          {late && <Badge tone="bad">{t('decisions.late')}</Badge>}
          <Badge tone={row.status === 'done' ? 'good' : row.status === 'dropped' ? 'bad' : 'info'}>
            {t(`minutes.decision.${row.status}`)}
          </Badge>
        </span>
      </p>
      <Text told={row.words} />
      <p className="text-sm text-quiet">
        {row.owner ? <bdi>{row.owner.name}</bdi> : t('live.nobody_yet')}
        {row.dueOn && ` · ${t('thread.due', { date: dates.day(row.dueOn) })}`}
      </p>
      {row.proof && (
        <p dir="auto" className="whitespace-pre-line border-s-3 border-line ps-3">
          {row.proof}
          <span className="block text-sm text-quiet">
            {[row.endedBy, row.endedOn && dates.day(row.endedOn)].filter(Boolean).join(' · ')}
          </span>
        </p>
      )}
      {(row.acts.length > 0 || row.mayEntrust) && (
        <p className="no-print flex flex-wrap gap-x-4 gap-y-1">
          {row.acts.map((act) => (
            <Button key={act} look="quiet" onPress={() => setAsked(act)}>
              {t(`decisions.act.${act}`)}
            </Button>
          ))}
          {row.mayEntrust && row.status === 'open' && (
            <Button look="quiet" onPress={() => setAsked('entrust')}>
              {t('decisions.entrust')}
            </Button>
          )}
        </p>
      )}
      {asked === 'entrust' && <Entrust row={row} acts={acts} onClose={() => setAsked(undefined)} />}
      {asked !== undefined && asked !== 'entrust' && <Move row={row} act={asked} acts={acts} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

interface AskProps {
  row: DecisionRow;
  acts: Acts;
  onClose: () => void;
}
/** Done, dropped or opened again, with what shows it or why. */
function Move({ row, act, acts, onClose }: AskProps & { act: string }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const missing = useMissing(reason.trim() === '');
  const title = t(`decisions.act.${act}`);
  function move(): unknown {
    if (!missing.mayGoOn()) return;
    onClose();
    return acts.act(
      { kind: 'coordination.move_decision', payload: { decisionId: row.id, act, reason: reason.trim() } },
      t('decisions.moved'),
    );
  }
  return (
    <Decision title={title} onClose={onClose} decide={title} cancel={t('workspace.cancel')} onDecide={move}>
      <Field
        label={t(act === 'finish' ? 'decisions.proof' : 'thread.reason')}
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        {...(missing.isShown ? { error: t('invitation.needed') } : {})}
      />
    </Decision>
  );
}

/** Who has it in hand, and by when. */
function Entrust({ row, acts, onClose }: AskProps) {
  const t = useT();
  const [ownerId, setOwner] = useState(row.owner?.id ?? '');
  const [dueOn, setDue] = useState(row.dueOn ?? '');
  function entrust(): Promise<void> {
    onClose();
    const payload = { decisionId: row.id, ownerId: ownerId || null, dueOn: dueOn || null };
    return acts.act({ kind: 'coordination.entrust_decision', payload }, t('decisions.entrusted'));
  }
  return (
    <Decision
      title={t('decisions.entrust')}
      onClose={onClose}
      decide={t('live.become.save')}
      cancel={t('workspace.cancel')}
      onDecide={entrust}
    >
      <OrganizationSelect label={t('minutes.decision.owner')} none={t('live.nobody_yet')} value={ownerId} onChange={setOwner} />
      <Field label={t('minutes.decision.due')} type="date" dir="ltr" value={dueOn} onChange={setDue} />
    </Decision>
  );
}
