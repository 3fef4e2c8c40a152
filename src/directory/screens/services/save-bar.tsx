import { Button } from '../../../ui/button.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { type Acts, Done } from '../../../workspace/acts.tsx';
import { useFieldName } from '../field-value.tsx';
import { awaitsEditor } from './record-draft.ts';

/** Names of fields: those that change at once, and those an editor decides. */
export function useChanges(names: readonly string[], mayDecide: boolean): { atOnce: string; waiting: string; said: string } {
  const { t } = useLanguage();
  const fieldName = useFieldName();
  const inWords = (list: readonly string[]) => list.map(fieldName).join(t('workspace.list_comma'));
  const waiting = inWords(mayDecide ? [] : names.filter(awaitsEditor));
  const atOnce = inWords(mayDecide ? names : names.filter((name) => !awaitsEditor(name)));
  const said = [atOnce && t('care.form.applied', { name: atOnce }), waiting && t('care.form.proposed', { name: waiting })];
  return { atOnce, waiting, said: said.filter(Boolean).join(' ') };
}

interface SaveBarProps {
  names: readonly string[];
  mayDecide: boolean;
  isIncomplete: boolean;
  acts: Acts;
  onSave: () => void;
  onUndo: () => void;
}
/** What will change and how, with the button that does it always in sight. */
export function SaveBar({ names, mayDecide, isIncomplete, acts, onSave, onUndo }: SaveBarProps) {
  const { t } = useLanguage();
  const { atOnce, waiting } = useChanges(names, mayDecide);
  const hasChanges = names.length > 0;
  return (
    <div
      className={`-mx-3 flex flex-col gap-2 border-t border-line bg-card px-3 py-3 sm:-mx-6 sm:px-6 ${hasChanges ? 'sticky bottom-0' : ''}`}
    >
      {hasChanges ? (
        <div className="text-sm">
          {atOnce && <p>{t('care.form.at_once', { name: atOnce })}</p>}
          {waiting && <p className="text-warn">{t('care.form.will_wait', { name: waiting })}</p>}
        </div>
      ) : (
        <p className="text-sm text-quiet">{t('care.form.unchanged')}</p>
      )}
      {isIncomplete && (
        <p role="alert" className="font-semibold text-bad">
          {t('care.form.incomplete')}
        </p>
      )}
      <Done acts={acts} />
      <div className="flex flex-wrap gap-3">
        <Button look="main" isDisabled={!hasChanges} onPress={onSave}>
          {t('care.form.save')}
        </Button>
        {hasChanges && <Button onPress={onUndo}>{t('care.form.undo')}</Button>}
      </div>
    </div>
  );
}
