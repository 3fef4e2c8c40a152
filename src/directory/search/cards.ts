import { GrowingList } from './growing-list.ts';

/** What a result shows of a service, in the reader's language where it was written in it, else as its source wrote it. */
export interface Card {
  id: string;
  name: string;
  /** Null when the text is as its source wrote it, in whatever language that is. */
  nameLanguage: string | null;
  description: string | null;
  descriptionLanguage: string | null;
  organizationId: string;
  organizationName: string;
  organizationLanguage: string | null;
  place: string | null;
  toBeConfirmed: boolean;
  checkedYear: number | null;
  alert: string | null;
  alertLanguage: string | null;
}

/** What a service is called and says of itself in one language; null where nobody wrote it in that language. */
export interface CardTexts {
  name: string | null;
  description: string | null;
  alert: string | null;
  organizationName: string | null;
}
/** What cards are made from, in whatever language they are asked for. */
export interface CardFacts {
  organizationId: string;
  toBeConfirmed: boolean;
  checkedYear: number | null;
  /** Names of the communes it is in. */
  placeFr: string | null;
  placeAr: string | null;
  /** As the source wrote it. */
  source: CardTexts;
  /** By language. */
  translations: Record<string, CardTexts>;
}

const chunkBytes = 1 << 20;

const newLine = '\n'.charCodeAt(0);

/** A card as it is kept: one line a language, ready to be read by itself. */
type Line = [
  name: string,
  description: string | null,
  alert: string | null,
  organizationName: string,
  /** Of these four, one bit for each that is in the line's language. */
  translated: number,
  organizationId: string,
  toBeConfirmed: boolean,
  checkedYear: number | null,
  placeFr: string | null,
  placeAr: string | null,
];

function lineOf({ source, translations, ...facts }: CardFacts, language: string): string {
  const own = translations[language];
  const bits = [own?.name, own?.description, own?.alert, own?.organizationName].reduce<number>(
    (sum, text, i) => (text == null ? sum : sum | (1 << i)),
    0,
  );
  const line: Line = [
    own?.name ?? source.name ?? '',
    own?.description ?? source.description,
    own?.alert ?? source.alert,
    own?.organizationName ?? source.organizationName ?? '',
    bits,
    facts.organizationId,
    facts.toBeConfirmed,
    facts.checkedYear,
    facts.placeFr,
    facts.placeAr,
  ];
  return `${language}${JSON.stringify(line)}`;
}

/** All cards as bytes outside the heap, a tenth of what they would take as objects; of one that is shown, one line is read. */
export class Cards {
  readonly #chunks: Buffer[] = [Buffer.allocUnsafeSlow(chunkBytes)];
  #used = 0;
  readonly #chunkOf = new GrowingList((n) => new Uint32Array(n));
  readonly #from = new GrowingList((n) => new Uint32Array(n));
  readonly #to = new GrowingList((n) => new Uint32Array(n));

  /** The card of the next document. */
  add(facts: CardFacts): void {
    // What is not told in the language asked for is told as its source wrote it: the last line, after no language.
    const text = [...Object.keys(facts.translations), ''].map((language) => lineOf(facts, language)).join('\n');
    const length = Buffer.byteLength(text);
    if (this.#used + length > (this.#chunks.at(-1)?.length ?? 0)) {
      this.#chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, length)));
      this.#used = 0;
    }
    this.#chunks.at(-1)?.write(text, this.#used);
    this.#chunkOf.push(this.#chunks.length - 1);
    this.#from.push(this.#used);
    this.#used += length;
    this.#to.push(this.#used);
  }

  /** What is shown of a document, in that language. */
  of(document: number, id: string, language: string): Card {
    const [name, description, alert, organizationName, translated, organizationId, toBeConfirmed, checkedYear, placeFr, placeAr] =
      this.#line(document, language);
    return {
      id,
      name,
      nameLanguage: (translated & 1) === 0 ? null : language,
      description,
      descriptionLanguage: (translated & 2) === 0 ? null : language,
      organizationId,
      organizationName,
      organizationLanguage: (translated & 8) === 0 ? null : language,
      place: language === 'ar' ? placeAr : placeFr,
      toBeConfirmed,
      checkedYear,
      alert,
      alertLanguage: (translated & 4) === 0 ? null : language,
    };
  }

  /** The line of that language, else the last. */
  #line(document: number, language: string): Line {
    const bytes = this.#chunks[this.#chunkOf.at(document) ?? 0] ?? Buffer.alloc(0);
    const to = this.#to.at(document) ?? 0;
    const opening = `${language}[`;
    let from = this.#from.at(document) ?? 0;
    for (;;) {
      const next = bytes.indexOf(newLine, from);
      const end = next < 0 || next > to ? to : next;
      if (bytes.toString('latin1', from, from + opening.length) === opening)
        return JSON.parse(bytes.toString('utf8', from + language.length, end));
      if (end === to) return JSON.parse(bytes.toString('utf8', from, end));
      from = end + 1;
    }
  }
}
