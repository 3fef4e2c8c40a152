import { CommuneSelect, useCommuneName } from '../../../territory/screens/index.ts';
import { ChooseMany } from '../../../ui/choice.tsx';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { type Audience, audiences, type Theme, themes } from '../../lists.ts';
import { PickList } from './pick-list.tsx';

export interface Scope {
  themes: Theme[];
  audiences: Audience[];
}

interface ScopeFieldsProps {
  value: Scope;
  isChecked: boolean;
  onChange: (part: Partial<Scope>) => void;
}

/** What it is about, and whom. */
export function ScopeFields({ value, isChecked, onChange }: ScopeFieldsProps) {
  const t = useT();
  return (
    <>
      <ChooseMany
        label={t('thread.themes')}
        isLongList
        options={optionsOf(t, 'thread.theme', themes)}
        value={value.themes}
        onChange={(next) => onChange({ themes: next })}
        error={isChecked && value.themes.length === 0 ? t('thread.themes.missing') : undefined}
      />
      <ChooseMany
        label={t('thread.audiences')}
        hint={t('thread.audiences.hint')}
        options={optionsOf(t, 'thread.for', audiences)}
        value={value.audiences}
        onChange={(next) => onChange({ audiences: next })}
      />
    </>
  );
}

/** Where it is; nothing chosen is the whole region. */
export function CommuneFields({ value, onChange }: { value: readonly string[]; onChange: (codes: string[]) => void }) {
  const t = useT();
  const nameOf = useCommuneName();
  return (
    <PickList
      label={t('thread.communes')}
      add={t('thread.communes.add')}
      options={value.map((code) => ({ id: code, name: nameOf(code) }))}
      value={value}
      onChange={onChange}
      renderAdd={(pick) => <CommuneSelect label={t('thread.communes.add')} none={t('thread.communes.none')} value="" onChange={pick} />}
    />
  );
}
