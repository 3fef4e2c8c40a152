import { Badge, Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { useFieldName } from '../field-value.tsx';
import { useLanguageName } from '../language-name.ts';
import type { RecordFields } from './record-draft.ts';

type Member = 'name' | 'description' | 'eligibility' | 'applicationProcess' | 'fees' | 'alert';
export const serviceTexts = [
  'name',
  'description',
  'eligibility',
  'applicationProcess',
  'fees',
  'alert',
] as const satisfies readonly Member[];
export const organizationTexts = ['name', 'description'] as const satisfies readonly Member[];
const rows = { name: undefined, description: 6, eligibility: 3, applicationProcess: 3, fees: 2, alert: 2 } as const;
/** Languages few services have texts in; those that do keep them. */
const others = ['en', 'es'] as const;

interface TextFieldsProps {
  members: readonly Member[];
  fields: RecordFields & Partial<Record<Member, string | null>>;
  /** The text of the record itself, then one of a translation of it. */
  touch: (member: Member, text: string) => void;
  touchText: (language: string, member: Member, text: string) => void;
  /** Languages whose text is older than the original. */
  stale?: readonly string[];
  errors?: Partial<Record<Member, string | undefined>>;
  mayDecide: boolean;
}

function textOf({ translations }: RecordFields, language: string, member: Member): string {
  const text = translations[language]?.[member];
  return typeof text === 'string' ? text : '';
}

/** The words of a record: French and Arabic side by side, the other languages folded away. */
export function TextFields({ members, fields, touch, touchText, stale = [], errors = {}, mayDecide }: TextFieldsProps) {
  const { t } = useLanguage();
  const fieldName = useFieldName();
  const languageName = useLanguageName();
  const folded = others.filter((language) => stale.includes(language));
  const written = others.filter((language) => Object.values(fields.translations[language] ?? {}).some(Boolean));
  const hintOf = (member: Member, language?: string): string | undefined => {
    const isOld = language !== undefined && stale.includes(language) && textOf(fields, language, member) !== '';
    const said = [isOld ? t('care.texts.stale') : '', member === 'name' && !mayDecide ? t('care.form.awaits') : ''];
    return said.filter(Boolean).join(' ') || undefined;
  };
  const labelOf = (member: Member, language: string) => t('care.field_in', { name: fieldName(member), language: languageName(language) });
  const translation = (language: string, member: Member) => (
    <Field
      key={member}
      label={labelOf(member, language)}
      hint={hintOf(member, language)}
      rows={rows[member]}
      dir={language === 'ar' ? 'rtl' : 'ltr'}
      value={textOf(fields, language, member)}
      onChange={(text) => touchText(language, member, text)}
    />
  );
  return (
    <Card>
      <h2>{t('care.form.texts')}</h2>
      {stale.length > 0 && <Stale languages={stale} />}
      {members.map((member) => (
        <div key={member} className="grid gap-3 sm:grid-cols-2">
          <Field
            label={labelOf(member, 'fr')}
            hint={hintOf(member)}
            rows={rows[member]}
            value={fields[member] ?? ''}
            onChange={(text) => touch(member, text)}
            error={errors[member]}
          />
          {translation('ar', member)}
        </div>
      ))}
      <details open={folded.length > 0 ? true : undefined} className="group border-t border-line pt-2">
        <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-primary">
          <svg
            aria-hidden="true"
            viewBox="0 0 16 16"
            className="size-4 shrink-0 group-open:rotate-90 rtl:rotate-180 rtl:group-open:rotate-90"
          >
            <path d="M5.5 3l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          {t('care.texts.others')}
          <span className="font-normal text-quiet">
            {written.length > 0
              ? t('care.texts.written', { name: written.map(languageName).join(t('workspace.list_comma')) })
              : t('care.texts.none')}
          </span>
        </summary>
        <div className="grid gap-6 pt-3 sm:grid-cols-2">
          {others.map((language) => (
            <section key={language} className="flex flex-col gap-3">
              <h3>{languageName(language)}</h3>
              {members.map((member) => translation(language, member))}
            </section>
          ))}
        </div>
      </details>
    </Card>
  );
}

function Stale({ languages }: { languages: readonly string[] }) {
  const { t } = useLanguage();
  const languageName = useLanguageName();
  return (
    <p>
      <Badge tone="warn">{t('care.texts.to_review', { name: languages.map(languageName).join(t('workspace.list_comma')) })}</Badge>
    </p>
  );
}
