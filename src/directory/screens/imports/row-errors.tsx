import type { ReactNode } from 'react';
import { Card } from '../../../ui/card.tsx';
import { useDates, useLanguage } from '../../../workspace/language.tsx';
import type { ImportReport } from './answers.ts';

/** What did not fit, with where it stands, so that it can be sent to whoever can correct it. */
export function RowErrors({ report: { errors, errorCount } }: { report: ImportReport }) {
  const { t, has } = useLanguage();
  const dates = useDates();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('imports.errors')}</h2>
      <p>
        {t('imports.errors.count', { count: errorCount })}{' '}
        {errorCount > errors.length && t('imports.errors.first', { shown: errors.length })}
      </p>
      <Card className="gap-0! py-1!">
        <ul>
          {errors.map(({ file, line, column, code, message }) => (
            <li key={`${file} ${line} ${column} ${code}`} className="flex flex-col gap-1 border-t border-line py-3 first:border-0">
              <p className="font-semibold">{has(`imports.row.${code}`) ? t(`imports.row.${code}`) : message}</p>
              <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
                <Where label={t('imports.errors.where')}>
                  <bdi dir="ltr" className="wrap-anywhere">
                    {file}
                  </bdi>
                </Where>
                <Where label={t('imports.errors.line')}>{dates.number(line)}</Where>
                {column && (
                  <Where label={t('imports.errors.column')}>
                    <bdi dir="ltr">{column}</bdi>
                  </Where>
                )}
              </dl>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Where({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
