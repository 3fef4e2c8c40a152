import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Register, RegisterReport } from '../contract.ts';
import { type Act, importsPath } from './use-register.ts';

const numbers = ['taken', 'left', 'refused', 'people', 'visits', 'cases'] as const;

interface ReportProps {
  register: Register;
  act: Act;
  isSending: boolean;
}
/** What came of an import, and the way back while there is one. */
export function Report({ register, act, isSending }: ReportProps) {
  const t = useT();
  const { state, report } = register;
  return (
    <>
      {state === 'undone' && <Notice tone="info">{t('register.undone')}</Notice>}
      {report && <Numbers register={register} report={report} />}
      {state === 'undone' && <StayedList register={register} />}
      {register.undoUntil && <Undo until={register.undoUntil} act={act} isSending={isSending} />}
    </>
  );
}

function Numbers({ register, report }: { register: Register; report: RegisterReport }) {
  const { t, has, language } = useLanguage();
  const { organizationId } = useSession();
  const dates = useDates();
  const reasons = Object.entries(report.reasons);
  return (
    <Card>
      <h2>{t('register.report.title')}</h2>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        {numbers.map((name) => (
          <div key={name}>
            <dt className="text-sm text-quiet">{t(`register.report.${name}`)}</dt>
            <dd className="text-2xl font-bold tabular-nums">{dates.number(report[name])}</dd>
          </div>
        ))}
      </dl>
      {reasons.length > 0 && (
        <>
          <h3 className="font-bold">{t('register.report.reasons')}</h3>
          <ul className="flex flex-col gap-1">
            {reasons.map(([code, count]) => (
              <li key={code}>
                <span className="font-semibold tabular-nums">{dates.number(count)}</span> ·{' '}
                {has(`register.problem.${code}`)
                  ? t(`register.problem.${code}`, { value: '…' })
                  : t(has(`refusal.${code}`) ? `refusal.${code}` : 'register.row.refused')}
              </li>
            ))}
          </ul>
          {register.columns.length > 0 && (
            <p>
              <a
                href={`${importsPath}/${register.id}/refused.csv?language=${language}&organization=${organizationId}`}
                download
                className="font-semibold text-primary underline underline-offset-4"
              >
                {t('register.report.file')}
              </a>
            </p>
          )}
        </>
      )}
    </Card>
  );
}

function StayedList({ register: { stayed } }: { register: Register }) {
  const t = useT();
  return (
    <Card>
      <h2>{t('register.stayed')}</h2>
      {stayed.length === 0 ? (
        <p className="text-quiet">{t('register.stayed.none')}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {stayed.map(({ n, what, personId, caseId, name }) => (
            <li key={n} className="flex flex-wrap gap-x-3">
              <span className="text-quiet">{t('register.row', { n })}</span>
              <Link
                to={what.includes('case') && caseId ? `/cases/${caseId}` : `/people/${personId}`}
                className="font-semibold text-primary underline underline-offset-4"
              >
                <bdi>{name ?? t('register.unnamed')}</bdi>
              </Link>
              <span>{what.map((one) => t(`register.stayed.${one}`)).join(t('workspace.list_comma'))}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Undo({ until, act, isSending }: { until: string; act: Act; isSending: boolean }) {
  const t = useT();
  const dates = useDates();
  const [asked, setAsked] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <p>
        <Button look="danger" isDisabled={isSending} onPress={() => setAsked(true)}>
          {t('register.undo')}
        </Button>
      </p>
      <p className="text-sm text-quiet">{t('register.undo.until', { date: dates.day(until) })}</p>
      {asked && (
        <Decision
          title={t('register.undo')}
          decide={t('register.undo.confirm')}
          cancel={t('workspace.cancel')}
          onClose={() => setAsked(false)}
          onDecide={() => {
            setAsked(false);
            void act('undo_register');
          }}
        >
          <p>{t('register.undo.explained')}</p>
        </Decision>
      )}
    </div>
  );
}
