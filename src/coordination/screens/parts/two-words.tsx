import { Field } from '../../../ui/field.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { Told } from '../../contract.ts';

/** As it is typed: in French, in Arabic, or in both. */
export interface Typed {
  fr: string;
  ar: string;
}
export const nothingTyped: Typed = { fr: '', ar: '' };

/** What was typed, without the languages left empty; undefined where nothing was. */
export function toTold({ fr, ar }: Typed): Told | undefined {
  const told = { ...(fr.trim() ? { fr: fr.trim() } : {}), ...(ar.trim() ? { ar: ar.trim() } : {}) };
  return Object.keys(told).length > 0 ? told : undefined;
}
export const isTyped = (typed: Typed): boolean => toTold(typed) !== undefined;

interface TwoWordsProps {
  label: string;
  hint?: string;
  value: Typed;
  onChange: (typed: Typed) => void;
  maxLength: number;
  rows?: number;
  error?: string | undefined;
}

/** The same words in French and in Arabic; the reader's language first, one of them is enough. */
export function TwoWords({ label, hint, value, onChange, maxLength, rows, error }: TwoWordsProps) {
  const { t, language } = useLanguage();
  const order = language === 'ar' ? (['ar', 'fr'] as const) : (['fr', 'ar'] as const);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {order.map((each, place) => (
        <Field
          key={each}
          label={t(`thread.in.${each}`, { name: label })}
          {...(place === 0 && hint ? { hint } : {})}
          {...(place === 0 && error ? { error } : {})}
          {...(rows ? { rows } : {})}
          dir={each === 'ar' ? 'rtl' : 'ltr'}
          maxLength={maxLength}
          value={value[each]}
          onChange={(text) => onChange({ ...value, [each]: text })}
        />
      ))}
    </div>
  );
}
