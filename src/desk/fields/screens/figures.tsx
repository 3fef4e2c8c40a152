import { useLanguage } from '../../../workspace/language.tsx';
import type { CustomField, FieldFigures } from '../contract.ts';

/** What was answered in a year; nothing of what is sensitive is ever added up. */
export function Figures({ field, figures }: { field: CustomField; figures: FieldFigures | undefined }) {
  const { t, language } = useLanguage();
  if (field.sensitivity === 'sensitive') return null;
  const { answers = 0, counts = [], sum = null, median = null } = figures ?? {};
  return (
    <div className="text-sm">
      <p className="text-quiet">{t('fields.answers', { count: answers })}</p>
      {sum !== null && median !== null && <p>{t('fields.sum', { sum, median })}</p>}
      {counts.length > 0 && (
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {counts.map(({ value, labels, count }) => (
            <div key={value} className="flex gap-2">
              <dt>
                <bdi>{labels?.[language] ?? t(value === 'true' ? 'answers.yes' : 'answers.no')}</bdi>
              </dt>
              <dd className="font-semibold">{count}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
