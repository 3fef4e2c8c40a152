import type { Names } from './calendar.ts';
import { dateOf, type Day, dayIn, isoOf } from './day.ts';
import type { Period, PeriodKind } from './period.ts';

interface LunarDate {
  key: string;
  kind: PeriodKind;
  /** Of the Hijri year. */
  month: number;
  day: number;
  /** Days off work, or the whole month. */
  lasts: number | 'month';
  names: Names;
}
/** What follows the moon every year in Morocco: decree 2-77-169 on public holidays as changed since, and the month of Ramadan. */
const lunarDates: readonly LunarDate[] = [
  {
    key: 'ramadan',
    kind: 'ramadan',
    month: 9,
    day: 1,
    lasts: 'month',
    names: { fr: 'Ramadan', ar: 'رمضان', en: 'Ramadan', es: 'Ramadán' },
  },
  {
    key: 'eid-al-fitr',
    kind: 'holiday',
    month: 10,
    day: 1,
    lasts: 2,
    names: { fr: 'Aïd al-Fitr', ar: 'عيد الفطر', en: 'Eid al-Fitr', es: 'Aíd al-Fitr' },
  },
  {
    key: 'eid-al-adha',
    kind: 'holiday',
    month: 12,
    day: 10,
    lasts: 2,
    names: { fr: 'Aïd al-Adha', ar: 'عيد الأضحى', en: 'Eid al-Adha', es: 'Aíd al-Adha' },
  },
  {
    key: 'islamic-new-year',
    kind: 'holiday',
    month: 1,
    day: 1,
    lasts: 1,
    names: {
      fr: '1er Moharram, Nouvel An de l’Hégire',
      ar: 'فاتح محرم، رأس السنة الهجرية',
      en: '1 Muharram, Islamic New Year',
      es: '1 de Muharram, Año Nuevo islámico',
    },
  },
  {
    key: 'mawlid',
    kind: 'holiday',
    month: 3,
    day: 12,
    lasts: 2,
    names: {
      fr: 'Aïd al-Mawlid',
      ar: 'عيد المولد النبوي',
      en: "Mawlid, the Prophet's birthday",
      es: 'Mawlid, nacimiento del Profeta',
    },
  },
];

export interface ComputedPeriod extends Period {
  kind: PeriodKind;
  names: Names;
}

const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});
function hijriOf(day: Day): { month: number; day: number } {
  const parts = format.formatToParts(dateOf(day));
  const read = (type: 'month' | 'day'): number => Number(parts.find((part) => part.type === type)?.value);
  return { month: read('month'), day: read('day') };
}

/**
 * Where the Umm al-Qura tables of Intl put the dates of the moon in a Gregorian year, by their first day. A proposal to a person, never a fact:
 * Morocco looks for the crescent, and announces that day or the next one. What falls twice in one year has `-2` after its key.
 */
export function computedDates(year: number): ComputedPeriod[] {
  const found: ComputedPeriod[] = [];
  const last = dayIn(year, 12, 31);
  for (let first = dayIn(year, 1, 1); first <= last; first++) {
    const hijri = hijriOf(first);
    for (const { key, kind, month, day, lasts, names } of lunarDates) {
      if (hijri.month !== month || hijri.day !== day) continue;
      const days = lasts === 'month' ? (hijriOf(first + 29).month === month ? 30 : 29) : lasts;
      const isSecond = found.some((earlier) => earlier.key === key);
      found.push({
        key: isSecond ? `${key}-2` : key,
        year,
        kind,
        firstDay: isoOf(first),
        lastDay: isoOf(first + days - 1),
        names,
      });
    }
  }
  return found;
}
