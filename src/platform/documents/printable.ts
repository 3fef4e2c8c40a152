// Overrides and embeddings could show a text in another order than it is stored; one isolate left open would turn the rest of the page.
const directionControls = /[\u202A-\u202E\u2066-\u2069]/gu;
const controls = /[\p{Cc}\uFFFE\uFFFF]/gu;
// The page's fonts have no pictures: an empty box in place of each would only puzzle the reader.
const pictures = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\uFE0F|\u20E3/gu;
const keptSigns = /[©®™]/u;

/** A text made fit for paper: one line, letters and signs only, marks that set its direction kept. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(controls, ' ')
    .replace(directionControls, '')
    .replace(pictures, (c) => (keptSigns.test(c) ? c : ''))
    .replace(/\s+/gu, ' ')
    .trim();

/** Numbers in groups, as telephones are written, kept together and in their order inside Arabic too: a left-to-right mark, hard spaces. */
export const keepNumbers = (text: string): string =>
  text.replace(/\+?\d[\d .\-–/]*\d/gu, (number) => (/[+ .\-–/]/u.test(number) ? `\u200E${number.replaceAll(' ', '\u00A0')}` : number));

/** The direction of the first letter that has one. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text.replace(/[^\p{L}]/gu, ''));
  return first && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first[0]) ? 'rtl' : 'ltr';
}

/** A text as a template takes it: its numbers in their order, and the direction it reads in. */
export function printed(raw: string): { text: string; dir: 'ltr' | 'rtl' } {
  const text = printable(raw);
  return { text: keepNumbers(text), dir: directionOf(text) };
}
