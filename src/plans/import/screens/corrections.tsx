import { Card } from '../../../ui/card.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Plan } from '../../contract.ts';
import { type MoneySource, moneySources } from '../../lists.ts';
import type { Column } from '../contract-drafts.ts';
import type { ImportPreview } from '../contract.ts';
import type { Choices } from '../contract-drafts.ts';
import { fold } from '../fold.ts';
import { type ColumnField, columnFields } from '../lists.ts';

interface CorrectionsProps {
  preview: ImportPreview;
  choices: Choices;
  onChange: (choices: Choices) => void;
}

/** What the file leaves open: whose money, of which year. Asked only where it is missing, or was given before. */
export function OpenQuestions({ preview, choices, onChange, years }: CorrectionsProps & { years: Plan['years'] }) {
  const t = useT();
  const lacks = (problem: string): boolean => preview.unread.some((one) => one.problem === problem);
  const named = Object.keys(choices.sources ?? {});
  const words = [...preview.unknownSources, ...named.filter((word) => !preview.unknownSources.some((one) => fold(one) === word))];
  const asksSource = lacks('source_missing') || choices.source !== undefined;
  const asksYear = lacks('year_missing') || choices.year !== undefined;
  if (words.length === 0 && !asksSource && !asksYear) return null;
  const without = (word: string): Record<string, MoneySource> =>
    Object.fromEntries(Object.entries(choices.sources ?? {}).filter(([known]) => known !== word));
  return (
    <Card>
      <h2>{t('plans.import.fix')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {words.map((word) => (
          <SourceSelect
            key={fold(word)}
            label={t('plans.import.fix.unknown', { word })}
            value={choices.sources?.[fold(word)]}
            onChange={(source) =>
              onChange({ ...choices, sources: { ...without(fold(word)), ...(source ? { [fold(word)]: source } : {}) } })
            }
          />
        ))}
        {asksSource && (
          <SourceSelect
            label={t('plans.import.fix.source')}
            value={choices.source}
            onChange={(source) => onChange({ ...choices, source })}
          />
        )}
        {asksYear && (
          <NativeSelect
            label={t('plans.import.fix.year')}
            value={String(choices.year ?? '')}
            onChange={(year) => onChange({ ...choices, year: year === '' ? undefined : Number(year) })}
          >
            <option value="">{t('plans.import.fix.leave')}</option>
            {years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </NativeSelect>
        )}
      </div>
    </Card>
  );
}

interface SourceSelectProps {
  label: string;
  value: MoneySource | undefined;
  onChange: (source: MoneySource | undefined) => void;
}
function SourceSelect({ label, value, onChange }: SourceSelectProps) {
  const t = useT();
  return (
    <NativeSelect label={label} value={value ?? ''} onChange={(next) => onChange(moneySources.find((source) => source === next))}>
      <option value="">{t('plans.import.fix.leave')}</option>
      {moneySources.map((source) => (
        <option key={source} value={source}>
          {t(`plans.word.money.${source}`)}
        </option>
      ))}
    </NativeSelect>
  );
}

/** What each column was taken for, by sheet. */
export function Columns({ preview, choices, onChange }: CorrectionsProps) {
  const t = useT();
  const set = (sheet: number, at: number, column: Column): void =>
    onChange({ ...choices, columns: { ...choices.columns, [sheet]: { ...choices.columns?.[sheet], [at]: column } } });
  return (
    <Card>
      <h2>{t('plans.import.columns')}</h2>
      <p className="text-quiet">{t('plans.import.columns.text')}</p>
      {preview.sheets.map(({ name, headLine, columns }, sheet) =>
        headLine === null ? (
          <p key={name}>{t('plans.import.columns.noHead', { name })}</p>
        ) : (
          <details key={name} className="rounded-xl border border-line px-4" open={preview.projects.length === 0}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold">
              {t(name === '' ? 'plans.import.columns.only' : 'plans.import.columns.sheet', { name, line: headLine })}
            </summary>
            <ul className="flex flex-col divide-y divide-line">
              {columns.map(({ heading, samples, column }, at) =>
                heading === '' && samples.length === 0 ? null : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one heading.
                  <li key={at} className="grid items-start gap-x-6 gap-y-2 py-3 sm:grid-cols-2">
                    <div className="min-w-0 wrap-anywhere">
                      <bdi className="font-semibold">{heading || t('plans.import.columns.untitled', { n: at + 1 })}</bdi>
                      <p className="text-sm text-quiet">
                        <bdi>{samples.join(' · ').slice(0, 120)}</bdi>
                      </p>
                    </div>
                    <FieldSelect heading={heading} column={column} onChange={(next) => set(sheet, at, next)} />
                  </li>
                ),
              )}
            </ul>
          </details>
        ),
      )}
      {preview.otherSheets.length > 0 && <p>{t('plans.import.columns.more', { names: preview.otherSheets.join(' · ') })}</p>}
    </Card>
  );
}

function FieldSelect({ heading, column, onChange }: { heading: string; column: Column; onChange: (column: Column) => void }) {
  const t = useT();
  const { year, source } = column;
  const more = [source && t(`plans.word.money.${source}`), year && t('plans.import.of.year', { year: String(year) })].filter(Boolean);
  return (
    <div>
      <NativeSelect
        label={heading}
        hideLabel
        value={column.field}
        onChange={(field) => onChange({ ...column, field: field as ColumnField })}
      >
        {columnFields.map((field) => (
          <option key={field} value={field}>
            {t(`plans.import.field.${field}`)}
          </option>
        ))}
      </NativeSelect>
      {more.length > 0 && <p className="text-sm text-quiet">{more.join(', ')}</p>}
    </div>
  );
}
