// Snowball takes away endings; Arabic makes most plurals inside the word («محكمة» → «محاكم») and Darija conjugates at both ends («كيضربني»).

const arabicWord = /^[\u0621-\u064A]{3,}$/;
const endings = /(?:ات|ون|ين|يه|ه|ي)$/;

/** The letters that stay the same in the forms of a folded Arabic word; undefined when too few are left to tell. */
export function arabicBones(word: string): string | undefined {
  if (!arabicWord.test(word)) return undefined;
  const stem = word.length > 4 ? word.replace(endings, '') : word.replace(/[هي]$/, '');
  const bones = (stem[0] === 'ا' ? '' : (stem[0] ?? '')) + stem.slice(1).replace(/[اوي]/g, '');
  const single = bones.replace(/(.)\1+/g, '$1');
  return single.length >= 2 ? single : undefined;
}

const plurals = [
  /^ا..ا.$/, // افعال
  /^.{2}ا.$/, // فعال
  /^..و.$/, // فعول
  /^ا.{2,3}ه$/, // افعله
  /^ا.{2,3}ا$/, // افعلا
  /^...ا$/, // فعلا
  /^..ا.[^ه]$/, // مفاعل، فواعل، فعايل
  /^..ا.ي.$/, // مفاعيل، فعاليل
  /^.{3,}(?:ات|ون|ين)$/,
];
/** Has the form of a plural; some singulars have it too. */
export const looksPlural = (word: string): boolean => plurals.some((form) => form.test(word));

/** The singulars that a plural made by an ending may have. */
export function singularsOf(word: string): string[] {
  const base = /^(.{3,})(?:ات|ون|ين)$/.exec(word)?.[1];
  return base === undefined ? [] : [base, `${base}ه`, `${base}ي`];
}

/** With two bones only, words are too alike unless one has the form that plurals of weak roots take: «اطبا», «اراضي». */
export const isWeakPlural = (word: string): boolean => /^ا.{2,4}[اهي]$/.test(word);

/** A folded word without what Darija adds to a verb, longest first: «كيضربني» → «ضرب». */
export function withoutVerbEndings(word: string): string[] {
  if (!arabicWord.test(word)) return [];
  const found = new Set<string>();
  for (const before of [/^(?:ك|غ|ت)[نيت]/, /^[نيت]/, /^/]) {
    for (const after of [/(?:ني|وني|هم|كم|نا|ها|تي|يت|ت|و|ك|ش)$/, /$/]) {
      const bare = word.replace(before, '').replace(after, '');
      if (bare.length >= 3 && bare !== word) found.add(bare);
    }
  }
  return [...found];
}
