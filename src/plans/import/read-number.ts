import { westernDigits } from '../../platform/western-digits.ts';

// What an amount is written with beside its digits; «1,2 MDH» is one million two hundred thousand.
const millions = /(?:mdhs?|mmad|millions?(?: de)?|مليون(?: درهم)?)/iu;
const thousands = /(?:kdhs?|kmad|milliers?(?: de)?|[أا]لف(?: درهم)?)/iu;
const currency = /(?:dirhams?|dhs?\.?|mad|درهم(?:ا)?|د\.\s?م\.?)/giu;

/** By how much a heading or a cell multiplies its numbers. */
export const factorOf = (text: string): number => (millions.test(text) ? 1e6 : thousands.test(text) ? 1e3 : 1);

/** The sign between whole and part, given which a number has; undefined where they only group. */
function decimalSign(digits: string, isMoney: boolean): string | undefined {
  const [commas, points] = [digits.split(',').length - 1, digits.split('.').length - 1];
  if (commas > 0 && points > 0) return digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
  if (commas + points !== 1) return undefined;
  const sign = commas === 1 ? ',' : '.';
  // «1.250» is an amount of one thousand two hundred and fifty: nobody counts in thousandths of a dirham.
  if (isMoney && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return undefined;
  return sign;
}

/**
 * A number as people write it in French or Arabic, or undefined: «1 250 000,00», «1.250.000», «١٢٥٠», «-3». Of money three digits behind a sign
 * are thousands.
 */
export function readNumber(text: string, isMoney = false): number | undefined {
  const plain = westernDigits(text.normalize('NFKC')).replaceAll('٫', ',').replaceAll('٬', ' ').replace(/[−–]/gu, '-').trim();
  // As a program writes it: this is what a workbook's numbers arrive as.
  if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(plain) && !(isMoney && /^[1-9]\d{0,2}\.\d{3}$/.test(plain))) return Number(plain);
  const factor = isMoney ? factorOf(plain) : 1;
  const digits = plain
    .replace(factor === 1e6 ? millions : factor === 1e3 ? thousands : '', '')
    .replace(isMoney ? currency : /%$/, '')
    .replace(/[\s\u00a0\u202f']/gu, '');
  if (!/^-?\d{1,15}(?:[.,]\d+)*$/.test(digits)) return undefined;
  const sign = decimalSign(digits.replace('-', ''), isMoney);
  const [whole = '', part = ''] = sign ? [digits.slice(0, digits.lastIndexOf(sign)), digits.slice(digits.lastIndexOf(sign) + 1)] : [digits];
  // What groups does so by three.
  if (/[.,]/.test(whole) && !/^-?\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return undefined;
  const value = Number(`${whole.replace(/[.,]/g, '')}.${part || '0'}`) * factor;
  return Number.isFinite(value) ? value : undefined;
}

/** A year between 2010 and 2110, or undefined. */
export function readYear(text: string): number | undefined {
  const found = /(?<!\d)(20\d\d|2110)(?!\d)/.exec(westernDigits(text))?.[1];
  const year = Number(found);
  return found && year >= 2010 ? year : undefined;
}

/** A day as ISO writes it: «2028-02-01», «1/2/2028», or a year alone, of which it is the first or the last day. */
export function readDay(text: string, end: 'first' | 'last'): string | undefined {
  const plain = westernDigits(text.normalize('NFKC')).trim();
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)/.exec(plain);
  const local = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(plain);
  const [year, month, day] = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : [];
  if (year && month && day) {
    const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const date = new Date(`${found}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found) ? found : undefined;
  }
  if (!/^\d{4}$/.test(plain)) return undefined;
  return end === 'first' ? `${plain}-01-01` : `${plain}-12-31`;
}
