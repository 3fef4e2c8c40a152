import { audiences, exchangeLanguages, needs, sexes, visitOutcomes } from '../../../desk/lists.ts';
import { Card } from '../../../ui/card.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Column, Mapping } from '../contract.ts';
import { plain } from '../plain.ts';
import { registerStatuses, type WordField } from '../lists.ts';

/** Our words for each field, and the family of texts they are shown by. */
const ours: Record<WordField, { values: readonly string[]; family: string }> = {
  need: { values: needs, family: 'need' },
  outcome: { values: visitOutcomes, family: 'outcome' },
  status: { values: registerStatuses, family: 'register.status' },
  sex: { values: sexes, family: 'sex' },
  audience: { values: audiences, family: 'audience' },
  language: { values: exchangeLanguages, family: 'language' },
};

interface WordFieldsProps<F extends WordField> {
  field: F;
  column: Column | undefined;
  words: Mapping['words'][F];
  onChange: (words: Mapping['words'][F]) => void;
}

/** Each word of a column beside the one of ours that it means; said once, it is kept with the mapping. */
export function WordFields<F extends WordField>({ field, column, words, onChange }: WordFieldsProps<F>) {
  const t = useT();
  const { values, family } = ours[field];
  const said = words as Record<string, string>;
  if (!column || column.words.length === 0) return null;
  function set(word: string, value: string): void {
    const { [plain(word)]: _, ...others } = said;
    onChange((value === '' ? others : { ...others, [plain(word)]: value }) as Mapping['words'][F]);
  }
  return (
    <Card>
      <div className="flex flex-col gap-1">
        <h2>
          {t('register.map.words')} · {t(`register.field.${field}`)}
        </h2>
        <p className="text-quiet">{t('register.map.words.text')}</p>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2">
        {column.words.map(({ word, count }) => (
          <li key={word}>
            <p className="mb-1 flex items-baseline gap-3">
              <bdi className="min-w-0 font-semibold wrap-anywhere">{word}</bdi>
              <span className="text-sm text-quiet">{t('register.rows', { count })}</span>
            </p>
            <NativeSelect
              label={t('register.map.word', { word })}
              hideLabel
              value={said[plain(word)] ?? ''}
              onChange={(value) => set(word, value)}
            >
              <option value="">{t('register.map.word.none')}</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {t(`${family}.${value}`)}
                </option>
              ))}
            </NativeSelect>
          </li>
        ))}
      </ul>
    </Card>
  );
}
