import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { tooMuchIn } from '../../../../ui/too-long.ts';
import { useDraft } from '../../../../workspace/draft.ts';
import { useT } from '../../../../workspace/language.tsx';
import { type NoteKind, noteKinds } from '../../lists.ts';

const longest = 2000;

interface WritePanelProps {
  /** Of the meeting and the group: what is typed waits there. */
  draft: string;
  onWrite: (kind: NoteKind, words: string) => Promise<void>;
}

/**
 * One big field; the press that says what it is writes it down. By keyboard: Tab leads to the kind of the last note, arrows to the others,
 * Ctrl and Enter in the field write down what is no more than said.
 */
export function WritePanel({ draft, onWrite }: WritePanelProps) {
  const t = useT();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [last, setLast] = useState<NoteKind>('said');
  const { value, change } = useDraft(draft, () => ({ words: '' }));
  const words = value?.words ?? '';
  const tooMuch = tooMuchIn(words, longest);
  async function write(kind: NoteKind): Promise<void> {
    field.current?.focus();
    if (words.trim() === '' || tooMuch > 0) return;
    setLast(kind);
    change({ words: '' });
    await onWrite(kind, words.trim());
  }
  return (
    <div className="no-print flex flex-col gap-3 rounded-card border border-line bg-card p-4 sm:p-6">
      <label htmlFor={id} className="text-lg font-bold">
        {t('live.field')}
      </label>
      <textarea
        id={id}
        ref={field}
        dir="auto"
        rows={4}
        value={words}
        aria-describedby={`${id}-hint`}
        aria-invalid={tooMuch > 0 || undefined}
        onChange={(event) => change({ words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void write('said');
        }}
        className="w-full rounded-xl border border-edge bg-card px-4 py-3 text-lg"
      />
      {tooMuch > 0 && (
        <p role="alert" className="font-semibold text-bad">
          {t('field.too_long', { count: tooMuch })}
        </p>
      )}
      <p id={`${id}-hint`} className="text-sm text-quiet">
        {t('live.field.hint')}
      </p>
      <div role="toolbar" aria-label={t('live.kinds')} onKeyDown={goAlong} className="flex flex-wrap gap-2">
        {noteKinds.map((kind) => (
          <Button
            key={kind}
            look={kind === 'said' ? 'main' : 'second'}
            className={`grow px-3! text-sm ${kind === 'said' ? 'basis-full' : ''}`}
            excludeFromTabOrder={kind !== last}
            onPress={() => write(kind)}
          >
            {t(`minutes.kind.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Arrows go along the kinds, in the direction of reading. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const onwards = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const step = event.key === onwards || event.key === 'ArrowDown' ? 1 : event.key.startsWith('Arrow') ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons.at((at + step) % buttons.length)?.focus();
  event.preventDefault();
}
