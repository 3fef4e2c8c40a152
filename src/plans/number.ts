/** A number as it is typed: with spaces, with a comma, in Arabic digits. Undefined where nothing is typed. */
export function readNumber(text: string): number | undefined | 'wrong' {
  const plain = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\s\u00a0\u202f٬]/g, '')
    .replace(/[,٫]/, '.');
  if (plain === '') return undefined;
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(plain) ? Number(plain) : 'wrong';
}
