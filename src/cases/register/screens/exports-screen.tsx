import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { ExportLine } from '../contract-export.ts';
import { ExportCard } from './export-card.tsx';
import { RegisterPage, RegisterRoom } from './register-page.tsx';

/** How often what is being made is looked at again. */
const lookAgain = 1500;

export function ExportsScreen() {
  return (
    <RegisterRoom>
      <Exports />
    </RegisterRoom>
  );
}

/** Every file that went out of the cell, and those being made. */
function Exports() {
  const t = useT();
  const { outbox } = useSession();
  const query = useRead<{ exports: ExportLine[] }>('/api/register/exports');
  const { refetch, data } = query;
  const making = data?.exports.filter(({ state }) => state === 'making').map(({ id }) => id) ?? [];
  const isSending = outbox.some(({ state, kind }) => state === 'waiting' && kind.endsWith('_export'));
  const moves = isSending || making.length > 0;
  useEffect(() => {
    if (!moves) return undefined;
    const timer = setInterval(() => void refetch(), lookAgain);
    return () => clearInterval(timer);
  }, [moves, refetch]);
  const becameReady = useBecameReady(data?.exports ?? []);
  return (
    <RegisterPage
      title={t('register.export.title')}
      intro={t('register.export.intro')}
      back={{ to: '/register', label: t('register.title') }}
      actions={
        <Link to="/exports/new" className={buttonClass('main')}>
          {t('register.export.new')}
        </Link>
      }
    >
      <div role="status" className="empty:hidden">
        {becameReady > 0 && <Notice tone="good">{t('register.export.became_ready', { count: becameReady })}</Notice>}
      </div>
      <Reading query={query}>
        {({ exports }) =>
          exports.length === 0 ? (
            <Empty title={t('register.export.none')}>{t('register.export.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-3">
              {exports.map((line) => (
                <li key={line.id}>
                  <ExportCard line={line} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </RegisterPage>
  );
}

/** How many became ready while the page was looked at: said aloud, once. */
function useBecameReady(exports: readonly ExportLine[]): number {
  const wasMaking = useRef(new Set<string>());
  const [count, setCount] = useState(0);
  useEffect(() => {
    const ready = exports.filter(({ id, state }) => state === 'ready' && wasMaking.current.has(id)).length;
    if (ready > 0) setCount(ready);
    for (const { id, state } of exports) if (state === 'making') wasMaking.current.add(id);
  }, [exports]);
  return count;
}
