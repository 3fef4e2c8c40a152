import { ChooseOne } from '../../../ui/choice.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { AddMapping } from './add-mapping.tsx';
import type { ImportFilesAnswer } from './answers.ts';
import type { FileDraft } from './file-draft.ts';

const isNamed = ({ sourceName }: FileDraft, { sources }: ImportFilesAnswer): boolean =>
  sources.some(({ key, name }) => [key, name].includes(sourceName.trim()));
const isKnown = ({ mappingKey }: FileDraft, { mappings }: ImportFilesAnswer): boolean => mappings.some(({ key }) => key === mappingKey);
const sourceOf = ({ sourceKey }: FileDraft, { sources }: ImportFilesAnswer): string =>
  sources.some(({ key }) => key === sourceKey) ? sourceKey : '';

/** Whether it is said how a file is read. */
export function isReadable(draft: FileDraft, known: ImportFilesAnswer): boolean {
  if (draft.reads === 'table') return isKnown(draft, known);
  return sourceOf(draft, known) !== '' || (/[\p{L}\p{N}]/u.test(draft.sourceName) && !isNamed(draft, known));
}

interface HowToReadProps {
  known: ImportFilesAnswer;
  value: FileDraft;
  onChange: (part: Partial<FileDraft>) => void;
  /** Whether what is missing is told. */
  isShown: boolean;
}

/** HSDS, or a table of another shape; and whose records they are, without which the next edition could not be told from another directory. */
export function HowToRead({ known, value, onChange, isShown }: HowToReadProps) {
  const t = useT();
  const sourceKey = sourceOf(value, known);
  const problem = isNamed(value, known) ? 'imports.file.source.named' : 'imports.file.source.missing';
  return (
    <>
      <ChooseOne
        label={t('imports.file.reads')}
        size="row"
        value={value.reads}
        onChange={(reads) => onChange({ reads })}
        options={(['package', 'table'] as const).map((reads) => ({
          value: reads,
          label: t(`imports.file.reads.${reads}`),
          detail: t(`imports.file.reads.${reads}.text`),
        }))}
      />
      {value.reads === 'package' && (
        <>
          <NativeSelect label={t('imports.file.source')} value={sourceKey} onChange={(key) => onChange({ sourceKey: key })}>
            <option value="">{t('imports.file.source.new')}</option>
            {known.sources.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </NativeSelect>
          {sourceKey === '' && (
            <Field
              label={t('imports.file.source.name')}
              hint={t('imports.file.source.hint')}
              value={value.sourceName}
              onChange={(sourceName) => onChange({ sourceName })}
              maxLength={100}
              error={isShown && !isReadable(value, known) ? t(problem) : undefined}
              isRequired
            />
          )}
        </>
      )}
      {value.reads === 'table' && (
        <>
          {known.mappings.length > 0 && (
            <NativeSelect
              label={t('imports.file.mapping')}
              value={isKnown(value, known) ? value.mappingKey : ''}
              onChange={(mappingKey) => onChange({ mappingKey })}
            >
              <option value="">{t('imports.file.mapping.choose')}</option>
              {known.mappings.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
          <AddMapping hasNone={known.mappings.length === 0} onAdded={(mappingKey) => onChange({ mappingKey })} />
          {isShown && !isKnown(value, known) && (
            <p role="alert" className="font-semibold text-bad">
              {t('imports.file.mapping.missing')}
            </p>
          )}
        </>
      )}
    </>
  );
}
