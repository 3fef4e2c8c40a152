import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { KnownVisitor, VisitDraft } from '../visit-draft.ts';
import { keyOf, readTyped } from './read-typed.ts';

const KnownFound = lazy(() => import('./known-found.tsx'));
const Scanner = lazy(() => import('./scanner.tsx'));

interface KnownProps {
  known: KnownVisitor | null;
  /** What knowing them answers at once. */
  onKnown: (answers: Partial<VisitDraft>) => void;
}

/** One calm field for whoever was here before: their slip's reference, typed or scanned, or their name. */
export function KnownField({ known, onKnown }: KnownProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [isScanning, setScanning] = useState(false);
  // A scanner ends with Enter, before the answer is here: the first way on then takes the focus when it comes.
  const [isAwaited, setAwaited] = useState(false);
  const keys = useRef('');
  const typed = readTyped(text, keys.current);
  function take(next: string): void {
    if (next === '') keys.current = '';
    setAwaited(false);
    setText(next);
  }
  if (known) {
    const words = [known.personName, known.caseReference ?? known.previousReference].filter((w) => w !== null);
    return (
      <div role="status" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-xl bg-primary-soft px-4 py-2">
        <p>
          {t(known.caseId ? 'known.same' : 'known.before')} <bdi className="font-semibold">{words.join(' · ')}</bdi>
        </p>
        <Button look="quiet" onPress={() => onKnown({ known: null })}>
          {t('finder.remove')}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div
        className="flex items-end gap-2"
        onKeyDownCapture={(event) => {
          if (!(event.target instanceof HTMLInputElement)) return;
          if (event.key === 'Enter') setAwaited(true);
          keys.current = (keys.current + keyOf(event.code)).slice(-10);
        }}
      >
        <div className="min-w-0 grow">
          <Field label={t('known.label')} type="search" autoComplete="off" maxLength={200} value={text} onChange={take} />
        </div>
        <Button className="shrink-0 px-3!" onPress={() => setScanning(!isScanning)} aria-expanded={isScanning}>
          <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6">
            <path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8h3v3H8zM13 13h3v3h-3z" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
          <span className="max-sm:sr-only">{t('known.scan')}</span>
        </Button>
      </div>
      <Suspense>
        {isScanning && (
          <Scanner
            onRead={(read) => {
              setScanning(false);
              take(read);
              setAwaited(true);
            }}
          />
        )}
        {typed && (
          <KnownFound
            typed={typed}
            takesFocus={isAwaited}
            onKnown={(answers) => {
              take('');
              onKnown(answers);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
