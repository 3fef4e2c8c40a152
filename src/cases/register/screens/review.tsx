import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Empty } from '../../../ui/state.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Register, RegisterCounts, RegisterRow } from '../contract.ts';
import { type RowState, rowStates } from '../lists.ts';
import { ApplyCard } from './apply-card.tsx';
import { BulkDecisions } from './bulk-decisions.tsx';
import { MappingForm } from './mapping-form.tsx';
import { RowCard } from './row-card.tsx';
import { type Act, importsPath } from './use-register.ts';

/** As many as the server gives at once: fewer are the last ones. */
const atOnce = 50;

interface ReviewProps {
  register: Register;
  act: Act;
  isSending: boolean;
}
const firstToSee = ({ ready, look }: RegisterCounts): RowState => (look > 0 ? 'look' : ready > 0 ? 'ready' : 'error');

/** Every row before it comes in: by what is to be done with it, decided one by one or together. */
export function Review({ register, act, isSending }: ReviewProps) {
  const t = useT();
  const dates = useDates();
  const counts = register.counts as RegisterCounts;
  const [state, setState] = useState<RowState>(() => firstToSee(counts));
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [after, setAfter] = useState(-1);
  const [isMapping, setIsMapping] = useState(false);
  const decide = (what: Record<string, unknown>) => act('decide_register_rows', { checkId: register.checkId, ...what });
  if (isMapping) return <MappingForm register={register} act={act} isSending={isSending} />;
  return (
    <>
      <Card>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="flex flex-col gap-1">
            <h2>{t('register.review.title')}</h2>
            <p className="text-quiet">{t('register.review.text')}</p>
          </div>
          <Button onPress={() => setIsMapping(true)}>{t('register.map.again')}</Button>
        </div>
        <ChooseOne
          label={t('register.review.filter')}
          options={rowStates.map((value) => ({ value, label: `${t(`register.review.${value}`)} · ${dates.number(counts[value])}` }))}
          value={state}
          onChange={(next) => {
            setState(next);
            setAfter(-1);
          }}
        />
        {state === 'error' ? (
          <ErrorHelp importId={register.id} count={counts.error} />
        ) : (
          <>
            <Tick
              label={t('register.review.undecided')}
              isChosen={onlyOpen}
              onChange={(chosen) => {
                setOnlyOpen(chosen);
                setAfter(-1);
              }}
            />
            <BulkDecisions state={state} counts={counts} decide={decide} isSending={isSending} />
          </>
        )}
      </Card>
      <Rows register={register} state={state} onlyOpen={onlyOpen} after={after} onPage={setAfter} decide={decide} />
      <ApplyCard register={register} counts={counts} act={act} isSending={isSending} />
    </>
  );
}

function ErrorHelp({ importId, count }: { importId: string; count: number }) {
  const { t, language } = useLanguage();
  const { organizationId } = useSession();
  if (count === 0) return null;
  return (
    <Notice tone="warn">
      <p>{t('register.review.error.text')}</p>
      <p>
        <a
          href={`${importsPath}/${importId}/refused.csv?language=${language}&organization=${organizationId}`}
          download
          className="font-semibold underline underline-offset-4"
        >
          {t('register.review.refused_file')}
        </a>
      </p>
    </Notice>
  );
}

interface RowsProps {
  register: Register;
  state: RowState;
  onlyOpen: boolean;
  after: number;
  onPage: (after: number) => void;
  decide: (what: Record<string, unknown>) => Promise<void>;
}
function Rows({ register, state, onlyOpen, after, onPage, decide }: RowsProps) {
  const t = useT();
  const decided = onlyOpen && state !== 'error' ? '&decided=no' : '';
  const query = useRead<{ rows: RegisterRow[] }>(
    `${importsPath}/${register.id}/rows?state=${state}${decided}&after=${after}`,
    true,
    keepPreviousData,
  );
  return (
    <Reading query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title={t('register.review.none')} />
        ) : (
          <>
            <ul className="flex flex-col gap-3">
              {rows.map((row) => (
                <li key={row.n}>
                  <RowCard row={row} columns={register.columns} decide={decide} />
                </li>
              ))}
            </ul>
            <p className="flex flex-wrap gap-3">
              {after >= 0 && <Button onPress={() => onPage(-1)}>{t('register.review.first')}</Button>}
              {rows.length === atOnce && <Button onPress={() => onPage(rows.at(-1)?.n ?? -1)}>{t('register.review.more')}</Button>}
            </p>
          </>
        )
      }
    </Reading>
  );
}
