import { useState } from 'react';
import type { CustomField } from '../../../desk/contract.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useLanguage, useT } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import type { Column, Mapping, Register } from '../contract.ts';
import { type ColumnField, isWordField, ownField, registerFields, wordFields } from '../lists.ts';
import { CommonFields } from './common-fields.tsx';
import { SaveMapping } from './save-mapping.tsx';
import type { Act } from './use-register.ts';
import { WordFields } from './word-fields.tsx';

interface MappingFormProps {
  register: Register;
  act: Act;
  isSending: boolean;
}

/** What each column holds and what its words mean: proposed, corrected by the person, then every row is looked at in this way. */
export function MappingForm({ register, act, isSending }: MappingFormProps) {
  const { t, language } = useLanguage();
  const { data } = useRead<{ fields: CustomField[] }>('/api/desk/fields');
  const questions = (data?.fields ?? []).filter((f) => f.retiredAt === null && f.sensitivity !== 'sensitive');
  const [mapping, setMapping] = useState<Mapping>(() => register.mapping as Mapping);
  const setField = (at: number, field: ColumnField): void =>
    setMapping({ ...mapping, columns: mapping.columns.map((before, i) => (i === at ? field : before)) });
  const words = wordFields.filter((field) => mapping.columns.includes(field));
  return (
    <>
      <Card>
        <div className="flex flex-col gap-1">
          <h2>{t('register.map.title')}</h2>
          <p className="text-quiet">
            {register.proposedBy ? t('register.map.known', { name: register.proposedBy }) : t('register.map.text')}
          </p>
        </div>
        <ul className="flex flex-col divide-y divide-line">
          {register.columns.map((column, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one header.
            <li key={i} className="grid items-start gap-x-6 gap-y-2 py-4 sm:grid-cols-2">
              <ColumnFacts column={column} n={i + 1} />
              <NativeSelect
                label={t('register.map.holds', { header: column.header || t('register.map.column', { n: i + 1 }) })}
                hideLabel
                value={mapping.columns[i] ?? 'ignore'}
                onChange={(value) => setField(i, value as ColumnField)}
              >
                {registerFields.map((field) => (
                  <option key={field} value={field}>
                    {t(`register.field.${field}`)}
                  </option>
                ))}
                {questions.map(({ id, labels }) => (
                  <option key={id} value={ownField(id)}>
                    {t('register.field.own', { question: labels[language] })}
                  </option>
                ))}
              </NativeSelect>
            </li>
          ))}
        </ul>
      </Card>
      {words.map((field) => (
        <WordFields
          key={field}
          field={field}
          column={register.columns[mapping.columns.indexOf(field)]}
          words={mapping.words[field]}
          onChange={(own) => isWordField(field) && setMapping({ ...mapping, words: { ...mapping.words, [field]: own } })}
        />
      ))}
      <CommonFields common={mapping.common} onChange={(common) => setMapping({ ...mapping, common })} />
      <SaveMapping
        proposedBy={register.proposedBy}
        onSave={(name) => act('save_register_mapping', { mappingId: uuidv7(), name, mapping })}
      />
      {isSending && <Notice live>{t('register.sent')}</Notice>}
      <p>
        <Button look="main" isDisabled={isSending} onPress={() => act('check_register', { checkId: uuidv7(), mapping })}>
          {t('register.map.check')}
        </Button>
      </p>
    </>
  );
}

/** A column by its header and three values of it. */
function ColumnFacts({ column: { header, samples, filled }, n }: { column: Column; n: number }) {
  const t = useT();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <bdi className="font-bold wrap-anywhere">{header || t('register.map.column', { n })}</bdi>
        <span className="text-sm text-quiet">{t('register.map.filled', { count: filled })}</span>
      </p>
      {samples.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-quiet">
          {samples.map((sample) => (
            <li key={sample} className="min-w-0 wrap-anywhere">
              <bdi>{sample}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
