/** A cell as it may stand in a CSV: what a spreadsheet would take for the beginning of a formula is made plain text, numbers too. */
export const guarded = (cell: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);
