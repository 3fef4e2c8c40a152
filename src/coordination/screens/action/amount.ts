/** An amount as it is typed here: with spaces, with a comma, in Arabic digits. Undefined where nothing is typed. */
export function readAmount(text: string): number | undefined | 'wrong' {
  const plain = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[,٫]/, '.');
  if (plain === '') return undefined;
  return /^\d{1,11}(\.\d{1,2})?$/.test(plain) ? Number(plain) : 'wrong';
}
