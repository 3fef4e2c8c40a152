import { westernDigits } from '../../../platform/western-digits.ts';
import { plain } from '../plain.ts';

/** A month by its name, as it is written in Morocco: French, Arabic, and the names of the Mashriq. */
const months = [
  'janvier janv jan يناير جانفي',
  'fevrier fevr fev فبراير',
  'mars mar مارس',
  'avril avr ابريل نيسان',
  'mai ماي مايو',
  'juin jui يونيو',
  'juillet juil يوليوز يوليو',
  'aout غشت اغسطس',
  'septembre sept sep شتنبر سبتمبر',
  'octobre oct اكتوبر',
  'novembre nov نونبر نوفمبر',
  'decembre dec دجنبر ديسمبر',
].map((names) => names.split(' '));
const monthOf = (name: string): number => months.findIndex((names) => names.includes(name)) + 1;

const two = (n: number): string => String(n).padStart(2, '0');
function day(year: number, month: number, date: number): string | undefined {
  const found = new Date(Date.UTC(year, month - 1, date));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date ? `${year}-${two(month)}-${two(date)}` : undefined;
}
/** Of a year in two digits the last one that is not ahead. */
const wholeYear = (year: string, now: Date): number => {
  if (year.length > 2) return Number(year);
  const last = now.getUTCFullYear() % 100;
  return Number(year) + (Number(year) <= last ? now.getUTCFullYear() - last : now.getUTCFullYear() - last - 100);
};

/**
 * A date as registers write it, as far as it is known: `1958`, `1958-03`, `1958-03-02`. Day first; days that Excel counts from 1900 too.
 * Undefined when it is none, also where only the month could stand first: guessing would move people's birthdays.
 */
export function readDate(typed: string, now: Date): string | undefined {
  const text = westernDigits(typed).trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  if (yearFirst) return day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const full = /^(\d{1,2})\s*[/.\-،\s]\s*(\d{1,2})\s*[/.\-،\s]\s*(\d{2}|\d{4})(?:\s.*)?$/.exec(text);
  if (full) return day(wholeYear(full[3] ?? '', now), Number(full[2]), Number(full[1]));
  const ofMonth = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (ofMonth) return Number(ofMonth[1]) >= 1 && Number(ofMonth[1]) <= 12 ? `${ofMonth[2]}-${two(Number(ofMonth[1]))}` : undefined;
  if (/^\d{4}$/.test(text)) return Number(text) >= 1000 ? text : undefined;
  // 1 January 1910 to the end of 2149.
  if (/^\d{4,5}(\.\d+)?$/.test(text) && Number(text) >= 3654 && Number(text) < 91_312)
    return new Date(Math.round((Math.floor(Number(text)) - 25_569) * 86_400_000)).toISOString().slice(0, 10);
  return inWords(text, now);
}

function inWords(text: string, now: Date): string | undefined {
  const [, date, name = '', year = ''] = /^(?:(\d{1,2})(?:er)? )?(\p{L}+) (\d{4}|\d{2})$/u.exec(plain(text)) ?? [];
  const month = monthOf(name);
  if (month === 0) return undefined;
  return date === undefined ? `${wholeYear(year, now)}-${two(month)}` : day(wholeYear(year, now), month, Number(date));
}
