import { useRef } from 'react';
import { FieldError, Label, Text, TextField } from 'react-aria-components/TextField';
import { TextArea } from 'react-aria-components/TextArea';
import { NativeSelect } from '../../../ui/field.tsx';
import { tooMuchIn } from '../../../ui/too-long.ts';
import { useT } from '../../../workspace/language.tsx';
import { type LetterLanguage, type Placeholder, placeholders } from '../lists.ts';
import { withMarks, withNames } from './named-marks.ts';

interface EditorProps {
  label: string;
  language: LetterLanguage;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** A letter's text, each place to fill by its name, with a menu that puts one where the cursor stands. */
export function TextEditor({ label, language, value, onChange, error }: EditorProps) {
  const t = useT();
  const tooMuch = tooMuchIn(value, 8000);
  const problem = tooMuch > 0 ? t('field.too_long', { count: tooMuch }) : error;
  const area = useRef<HTMLTextAreaElement>(null);
  const nameOf = (placeholder: Placeholder): string => t(`placeholder.${placeholder}`);
  const shown = withNames(value, nameOf);
  const change = (typed: string): void => onChange(withMarks(typed, nameOf));
  function insert(name: string): void {
    if (!name) return;
    const at = area.current?.selectionStart ?? shown.length;
    change(`${shown.slice(0, at)}{${name}}${shown.slice(area.current?.selectionEnd ?? at)}`);
    area.current?.focus();
  }
  return (
    <div className="flex flex-col gap-3">
      <TextField
        value={shown}
        onChange={change}
        isInvalid={problem !== undefined}
        data-too-long={tooMuch > 0 || undefined}
        validationBehavior="aria"
        className="flex flex-col gap-1"
      >
        <Label className="font-semibold">{label}</Label>
        <TextArea
          ref={area}
          rows={14}
          lang={language}
          dir={language === 'ar' ? 'rtl' : 'ltr'}
          className="w-full rounded-xl border border-edge bg-card px-4 py-2.5 leading-relaxed data-invalid:border-bad"
        />
        <Text slot="description" className="text-sm text-quiet">
          {t('letters.text.hint')}
        </Text>
        <FieldError className="font-semibold text-bad">{problem}</FieldError>
      </TextField>
      <NativeSelect label={t('letters.insert')} value="" onChange={insert}>
        <option value="">{t('letters.insert.choose')}</option>
        {placeholders.map((name) => (
          <option key={name} value={name}>
            {t(`placeholder.${name}`)}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
