import { Field } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Fields } from '../answers.ts';
import { useFieldName } from '../field-value.tsx';
import { useLanguageName } from '../language-name.ts';
import type { Texts, Touched } from './record-draft.ts';
import { RowsEditor } from './rows-editor.tsx';
import { reword, say, wordingOf } from './wordings.ts';

interface PaperFieldsProps {
  fields: Fields;
  /** Texts of other languages touched so far. */
  texts: Texts | undefined;
  touch: (part: Touched<Fields>) => void;
}
type Paper = Fields['documents'][number];
const orNull = (text: string): string | null => (text === '' ? null : text);

/** What to bring, for which procedure: as it is written, and how it is said in Arabic. */
export function PaperFields({ fields, texts, touch }: PaperFieldsProps) {
  const t = useT();
  const fieldName = useFieldName();
  const languageName = useLanguageName();
  const stands = (text: string, papers: readonly Paper[]) =>
    papers.some(({ procedure, document }) => procedure === text || document === text);

  function change(papers: Paper[], from: string, to: string): void {
    const reworded = from === to ? {} : reword(fields, texts, from, to, stands(from, papers));
    touch({ documents: papers, ...reworded });
  }
  const inArabic = (label: string, original: string) => (
    <Field
      label={t('care.field_in', { name: label, language: languageName('ar') })}
      dir="rtl"
      value={wordingOf(fields, 'ar', original)}
      onChange={(text) => touch(say(fields, texts, 'ar', original, text))}
    />
  );
  return (
    <RowsEditor
      title={fieldName('documents')}
      add={t('care.documents.add')}
      rows={fields.documents}
      begin={() => ({ procedure: fields.documents.at(-1)?.procedure ?? null, document: '', uri: null })}
      onChange={(documents) => touch({ documents })}
      nameOf={(paper) => paper.document}
    >
      {(paper) => {
        const put = (part: Partial<Paper>) => fields.documents.map((other) => (other === paper ? { ...other, ...part } : other));
        return (
          <>
            <Field
              label={t('care.documents.document')}
              value={paper.document}
              onChange={(document) => change(put({ document }), paper.document, document)}
            />
            {inArabic(t('care.documents.document'), paper.document)}
            <Field
              label={t('care.documents.procedure')}
              hint={t('care.documents.procedure.hint')}
              value={paper.procedure ?? ''}
              onChange={(procedure) => change(put({ procedure: orNull(procedure) }), paper.procedure ?? '', procedure)}
            />
            {paper.procedure !== null && inArabic(t('care.documents.procedure'), paper.procedure)}
          </>
        );
      }}
    </RowsEditor>
  );
}
