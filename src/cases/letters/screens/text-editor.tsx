import { useRef } from 'react';
import { FieldError, Label, Text, TextField } from 'react-aria-components/TextField';
import { TextArea } from 'react-aria-components/TextArea';
import { NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { type LetterLanguage, placeholders } from '../lists.ts';

interface EditorProps {
  label: string;
  language: LetterLanguage;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** A letter's text, with a menu that puts a placeholder where the cursor stands. */
export function TextEditor({ label, language, value, onChange, error }: EditorProps) {
  const t = useT();
  const area = useRef<HTMLTextAreaElement>(null);
  function insert(name: string): void {
    if (!name) return;
    const at = area.current?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}{${name}}${value.slice(area.current?.selectionEnd ?? at)}`);
    area.current?.focus();
  }
  return (
    <div className="flex flex-col gap-3">
      <TextField
        value={value}
        onChange={onChange}
        maxLength={8000}
        isInvalid={error !== undefined}
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
        <FieldError className="font-semibold text-bad">{error}</FieldError>
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
