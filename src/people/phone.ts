import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { westernDigits } from '../platform/western-digits.ts';

/** Where a number without a country is from. */
const home = 'MA';

/** A typed telephone number of any country in E.164 (`+212612345678`), or `undefined` when no such number can exist. */
export function readPhone(typed: string): string | undefined {
  const plain = westernDigits(typed).trim();
  const found = parsePhoneNumberFromString(plain.replace(/^00/, '+'), home);
  return found?.isPossible() ? found.number : undefined;
}

/** As people of its country write it: national at home, international elsewhere. */
export function showPhone(e164: string): string {
  const found = parsePhoneNumberFromString(e164);
  if (!found) return e164;
  return found.country === home ? found.formatNational() : found.formatInternational();
}
