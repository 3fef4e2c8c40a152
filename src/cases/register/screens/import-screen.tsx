import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { useCodeText, useDates, useT } from '../../../workspace/language.tsx';
import { Reading } from '../../../workspace/reading.tsx';
import type { Register } from '../contract.ts';
import { isMoving } from '../lists.ts';
import { DropRegister } from './drop-register.tsx';
import { ImportBadge } from './import-badge.tsx';
import { MappingForm } from './mapping-form.tsx';
import { Report } from './report.tsx';
import { Review } from './review.tsx';
import { RegisterPage, RegisterRoom } from './register-page.tsx';
import { useRegister } from './use-register.ts';

export function ImportScreen() {
  return (
    <RegisterRoom>
      <ImportPage />
    </RegisterRoom>
  );
}

/** One register on its way in: its columns, its rows, what came of it. */
function ImportPage() {
  const t = useT();
  const { importId = '' } = useParams();
  const { query, ...acts } = useRegister(importId);
  return (
    <RegisterPage title={query.data?.name ?? t('register.unnamed')} back={{ to: '/register', label: t('register.back') }} wide>
      <Reading query={query}>{(register) => <OneImport register={register} {...acts} />}</Reading>
    </RegisterPage>
  );
}

type OneImportProps = { register: Register } & Omit<ReturnType<typeof useRegister>, 'query'>;
function OneImport({ register, act, isSending, isLeftUnread, refusal }: OneImportProps) {
  const t = useT();
  const dates = useDates();
  const codeText = useCodeText();
  const { state } = register;
  const place = useRef<HTMLDivElement>(null);
  const was = useRef(state);
  useEffect(() => {
    // What was pressed is gone with its step: who reads with keys is taken to the next one.
    if (was.current !== state) place.current?.focus();
    was.current = state;
  }, [state]);
  return (
    <>
      <div ref={place} tabIndex={-1} className="flex flex-wrap items-center gap-3 outline-none">
        <ImportBadge state={state} />
        <span className="text-quiet">
          {t('register.line', { date: dates.day(register.sentAt), name: register.sentBy ?? '' })}
          {register.total > 0 && <> · {t('register.rows', { count: register.total })}</>}
        </span>
      </div>
      {refusal && !isSending && (
        <Notice tone="bad" live>
          {codeText('refusal', refusal)}
        </Notice>
      )}
      {isMoving(state) && <Progress register={register} />}
      {isLeftUnread && (
        <Card>
          <p>{t('register.kept')}</p>
          <p>
            <Button look="main" onPress={() => act('read_register', { fileName: register.name ?? t('register.unnamed') })}>
              {t('register.read')}
            </Button>
          </p>
        </Card>
      )}
      {state === 'refused' && (
        <Notice tone="bad">
          <p>{t(`register.reason.${register.reason ?? 'file_damaged'}`)}</p>
        </Notice>
      )}
      {state === 'failed' && (
        <Card>
          <p>{t('register.failed')}</p>
          <p>
            <Button look="main" isDisabled={isSending} onPress={() => act('resume_register')}>
              {t('register.resume')}
            </Button>
          </p>
        </Card>
      )}
      {(state === 'to_map' || state === 'review') && <Notes register={register} />}
      {state === 'to_map' && <MappingForm key={register.id} register={register} act={act} isSending={isSending} />}
      {state === 'review' && <Review register={register} act={act} isSending={isSending} />}
      {(state === 'applied' || state === 'undone') && <Report register={register} act={act} isSending={isSending} />}
      {['kept', 'to_map', 'review', 'refused'].includes(state) && <DropRegister act={act} />}
    </>
  );
}

function Progress({ register: { state, done, total } }: { register: Register }) {
  const t = useT();
  const dates = useDates();
  const text = t(`register.state.${state}`);
  return (
    <Card>
      <p role="status" className="font-semibold">
        {text}
      </p>
      {total > 0 && state !== 'reading' ? (
        <>
          <progress aria-label={text} value={done} max={total} className="h-3 w-full accent-primary" />
          <p className="text-sm text-quiet tabular-nums">
            {t('register.progress', { done: dates.number(done), total: dates.number(total) })}
          </p>
        </>
      ) : (
        <progress aria-label={text} className="h-3 w-full accent-primary" />
      )}
      <p className="text-sm text-quiet">{t('register.progress.leave')}</p>
    </Card>
  );
}

/** What should be known of the file though it is read. */
function Notes({ register: { notes } }: { register: Register }) {
  const t = useT();
  if (notes.length === 0) return null;
  return (
    <Notice tone="warn">
      {notes.map(({ code, what }) => (
        <p key={code}>{t(`register.note.${code}`, { what })}</p>
      ))}
    </Notice>
  );
}
