import { localeOf } from '../../../platform/i18n/index.ts';
import { NativeSelect } from '../../../ui/field.tsx';
import { useLanguage } from '../../../workspace/language.tsx';

/** How far back a month can be chosen from the list. */
const monthsBack = 36;

/** A month as `YYYY-MM`: the present one by this device's clock, or so many before it. */
export function monthBefore(months: number): string {
  const today = new Date();
  const day = new Date(today.getFullYear(), today.getMonth() - months, 1);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`;
}

export function monthName(language: string, month: string): string {
  const name = new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return name.format(new Date(`${month}-01T00:00:00Z`));
}

/** A list of months: not every browser has a field for one. */
export function MonthSelect({ label, value, onChange }: { label: string; value: string; onChange: (month: string) => void }) {
  const { language } = useLanguage();
  return (
    <div className="max-w-xs">
      <NativeSelect label={label} value={value} onChange={onChange}>
        {Array.from({ length: monthsBack }, (_, i) => monthBefore(i)).map((month) => (
          <option key={month} value={month}>
            {monthName(language, month)}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
