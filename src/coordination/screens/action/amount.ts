import { readTyped } from '../../../platform/typed-number.ts';

/** An amount of money as it is typed, in its unit and hundredths: never below nothing. */
export const readAmount = (text: string): number | undefined | 'wrong' => readTyped(text, { digits: 11, decimals: 2, isSigned: false });
