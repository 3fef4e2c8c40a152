import { useT } from '../../workspace/language.tsx';
import { FieldValue, useFieldName } from './field-value.tsx';

interface BeforeAfterProps {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  outdated?: readonly string[];
}

/** What a change says field by field: as it was, and as it is to be. */
export function BeforeAfter({ before, after, outdated = [] }: BeforeAfterProps) {
  const t = useT();
  const fieldName = useFieldName();
  return (
    <dl className="flex flex-col gap-4">
      {Object.entries(after).map(([field, value]) => (
        <div key={field} className="flex flex-col gap-2">
          <dt className="font-semibold">
            {fieldName(field)}
            {outdated.includes(field) && <span className="ms-2 text-sm text-bad">{t('care.change.outdated')}</span>}
          </dt>
          {field in before ? (
            <dd className="grid gap-2 sm:grid-cols-2">
              <div className="rounded-xl bg-paper p-3">
                <p className="text-sm text-quiet">{t('care.change.before')}</p>
                <FieldValue field={field} value={before[field]} />
              </div>
              <div className="rounded-xl bg-primary-soft p-3">
                <p className="text-sm text-primary-deep">{t('care.change.after')}</p>
                <FieldValue field={field} value={value} />
              </div>
            </dd>
          ) : (
            <dd className="rounded-xl bg-primary-soft p-3">
              <FieldValue field={field} value={value} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
