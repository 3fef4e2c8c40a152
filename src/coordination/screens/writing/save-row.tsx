import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useT } from '../../../workspace/language.tsx';

interface SaveRowProps {
  save: string;
  isComplete: boolean;
  isChecked: boolean;
  onIncomplete: () => void;
  /** Writes it, and says where it stands from now on. */
  onSave: () => Promise<string>;
}

/** The button that ends a form; what is missing is said to someone who tried. */
export function SaveRow({ save, isComplete, isChecked, onIncomplete, onSave }: SaveRowProps) {
  const t = useT();
  const navigate = useNavigate();
  const [isSaving, setSaving] = useState(false);
  async function end(): Promise<void> {
    if (!isComplete) {
      onIncomplete();
      focusFirstProblem();
      return;
    }
    setSaving(true);
    await navigate(await onSave());
  }
  return (
    <div className="flex flex-col gap-3">
      {isChecked && !isComplete && (
        <p role="alert" className="font-semibold text-bad">
          {t('thread.incomplete')}
        </p>
      )}
      <p>
        <Button look="main" isDisabled={isSaving} onPress={end}>
          {save}
        </Button>
      </p>
      <p className="text-sm text-quiet">{t('thread.kept')}</p>
    </div>
  );
}
