interface Shape {
  /** Most digits before the comma, and after it. */
  digits?: number;
  decimals?: number;
  isSigned?: boolean;
}

/** A number as it is typed: with spaces, with a comma, in Arabic digits. Undefined where nothing is typed; what is no such number is wrong. */
export function readTyped(text: string, { digits = 12, decimals = 4, isSigned = true }: Shape = {}): number | undefined | 'wrong' {
  const plain = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\s\u00a0\u202f٬]/g, '')
    .replace(/[,٫]/, '.');
  if (plain === '') return undefined;
  const shape = new RegExp(`^${isSigned ? '-?' : ''}\\d{1,${digits}}(\\.\\d{1,${decimals}})?$`);
  return shape.test(plain) ? Number(plain) : 'wrong';
}
