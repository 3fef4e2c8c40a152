import { ChooseMany, ChooseOne } from '../../../../ui/choice.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { optionsOf } from '../../../../workspace/options.ts';
import { type Theme, themes } from '../../../lists.ts';
import { isTyped, nothingTyped, toTold, type Typed, TwoWords } from '../../../screens/parts/two-words.tsx';
import type { BodyRow } from '../../contract.ts';
import { type BodyKind, bodyKinds } from '../../lists.ts';

export interface TypedBody {
  kind: BodyKind | '';
  name: Typed;
  themes: Theme[];
  rhythm: Typed;
}
export const typedOf = (body?: BodyRow): TypedBody => ({
  kind: body?.kind ?? '',
  name: { ...nothingTyped, fr: body?.name.fr ?? '', ar: body?.name.ar ?? '' },
  themes: body?.themes ?? [],
  rhythm: { ...nothingTyped, fr: body?.rhythm?.fr ?? '', ar: body?.rhythm?.ar ?? '' },
});
export const isBody = ({ kind, name }: TypedBody): boolean => kind !== '' && isTyped(name);
export const toBody = ({ kind, name, themes: about, rhythm }: TypedBody) => ({
  kind,
  name: toTold(name),
  themes: about,
  rhythm: toTold(rhythm) ?? null,
});

interface BodyFieldsProps {
  value: TypedBody;
  onChange: (part: Partial<TypedBody>) => void;
  isChecked: boolean;
}

/** What a body is, what it is called, what it is about and how often it means to meet. */
export function BodyFields({ value, onChange, isChecked }: BodyFieldsProps) {
  const t = useT();
  return (
    <>
      <ChooseOne
        label={t('meeting.body.kind')}
        options={optionsOf(t, 'meeting.body', bodyKinds)}
        value={value.kind}
        onChange={(kind) => onChange({ kind })}
        error={isChecked && value.kind === '' ? t('thread.choose_one') : undefined}
      />
      <TwoWords
        label={t('meeting.body.name')}
        hint={t('thread.one_language')}
        value={value.name}
        onChange={(name) => onChange({ name })}
        maxLength={200}
        error={isChecked && !isTyped(value.name) ? t('thread.one_language.missing') : undefined}
      />
      <ChooseMany
        label={t('thread.themes')}
        isLongList
        options={optionsOf(t, 'thread.theme', themes)}
        value={value.themes}
        onChange={(next) => onChange({ themes: next })}
      />
      <TwoWords
        label={t('meeting.body.rhythm')}
        hint={t('meeting.body.rhythm.hint')}
        value={value.rhythm}
        onChange={(rhythm) => onChange({ rhythm })}
        maxLength={200}
      />
    </>
  );
}
