/** Escapes a text as vCard and iCalendar both want it. */
export const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n?|\n/g, '\\n');

/** Lines of at most 75 octets, ended as RFC 5545 and RFC 6350 end them; a letter is never cut in two. */
export function foldLines(lines: readonly string[]): string {
  const fold = (line: string): string => {
    let folded = '';
    let length = 0;
    for (const letter of line) {
      const octets = Buffer.byteLength(letter);
      if (length + octets > 75) {
        folded += '\r\n ';
        length = 1;
      }
      folded += letter;
      length += octets;
    }
    return folded;
  };
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
