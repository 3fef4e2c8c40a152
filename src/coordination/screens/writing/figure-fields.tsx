import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { figures, type FigureKey } from '../../lists.ts';

/** A figure the platform counts itself: from where it starts, and what is aimed at. */
export interface TypedFigure {
  key: FigureKey | '';
  from: string;
  aim: string;
}
export const noFigure: TypedFigure = { key: '', from: '', aim: '' };

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
export const isFigureRight = ({ key, from, aim }: TypedFigure): boolean => key === '' || (isNumber(from) && isNumber(aim));
export const toFigure = ({ key, from, aim }: TypedFigure) => (key === '' ? undefined : { key, from: Number(from), aim: Number(aim) });

interface FigureFieldsProps {
  value: TypedFigure;
  isChecked: boolean;
  onChange: (value: TypedFigure) => void;
}

/** Where the platform can count it by itself, nobody has to declare how far it came. */
export function FigureFields({ value, isChecked, onChange }: FigureFieldsProps) {
  const t = useT();
  const number = (member: 'from' | 'aim') => (
    <Field
      label={t(`thread.figure.${member}_field`)}
      type="number"
      inputMode="numeric"
      dir="ltr"
      value={value[member]}
      onChange={(text) => onChange({ ...value, [member]: text })}
      {...(isChecked && !isNumber(value[member]) ? { error: t('invitation.needed') } : {})}
    />
  );
  return (
    <>
      <NativeSelect
        label={t('thread.figure.counted')}
        value={value.key}
        onChange={(key) => onChange({ ...value, key: figures.find((each) => each === key) ?? '' })}
      >
        <option value="">{t('thread.figure.none')}</option>
        {figures.map((key) => (
          <option key={key} value={key}>
            {t(`thread.figure.${key}`)}
          </option>
        ))}
      </NativeSelect>
      {value.key !== '' && (
        <div className="grid gap-4 sm:grid-cols-2">
          {number('from')}
          {number('aim')}
        </div>
      )}
    </>
  );
}
