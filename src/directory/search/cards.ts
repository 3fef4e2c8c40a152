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

type Written = [name: string | null, description: string | null, alert: string | null, organizationName: string | null];
const written = ({ name, description, alert, organizationName }: CardTexts): Written => [name, description, alert, organizationName];
type Common = [organizationId: string, toBeConfirmed: boolean, checkedYear: number | null, placeFr: string | null, placeAr: string | null];

/** One line of JSON for the facts that hold in every language and what the source wrote, then one for each translation, after its language. */
const linesOf = (facts: CardFacts): string => {
  const common: Common = [facts.organizationId, facts.toBeConfirmed, facts.checkedYear, facts.placeFr, facts.placeAr];
  const translations = Object.entries(facts.translations).map(([language, texts]) => `${language}${JSON.stringify(written(texts))}`);
  return [JSON.stringify([...common, ...written(facts.source)]), ...translations].join('\n');
};

/** The facts of all cards as bytes outside the heap, a tenth of what they would take as objects; of one that is shown, the lines needed are read. */
export class Cards {
  readonly #chunks: Buffer[] = [Buffer.allocUnsafeSlow(chunkBytes)];
  #used = 0;
  readonly #chunkOf = new GrowingList((n) => new Uint32Array(n));
  readonly #from = new GrowingList((n) => new Uint32Array(n));
  readonly #to = new GrowingList((n) => new Uint32Array(n));

  /** The card of the next document. */
  add(facts: CardFacts): void {
    const text = linesOf(facts);
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
    const lines = this.#lines(document);
    const [organizationId, toBeConfirmed, checkedYear, placeFr, placeAr, ...source]: [...Common, ...Written] = JSON.parse(
      lines.next().value ?? '',
    );
    const own = translationIn(language, lines);
    const inLanguage = (text: string | null): string | null => (text === null ? null : language);
    return {
      id,
      name: own[0] ?? source[0] ?? '',
      nameLanguage: inLanguage(own[0]),
      description: own[1] ?? source[1],
      descriptionLanguage: inLanguage(own[1]),
      organizationId,
      organizationName: own[3] ?? source[3] ?? '',
      organizationLanguage: inLanguage(own[3]),
      place: language === 'ar' ? placeAr : placeFr,
      toBeConfirmed,
      checkedYear,
      alert: own[2] ?? source[2],
      alertLanguage: inLanguage(own[2]),
    };
  }

  *#lines(document: number): Generator<string, undefined> {
    const bytes = this.#chunks[this.#chunkOf.at(document) ?? 0];
    const to = this.#to.at(document) ?? 0;
    for (let from = this.#from.at(document) ?? 0; bytes && from < to; ) {
      const next = bytes.indexOf(newLine, from);
      const end = next < 0 || next > to ? to : next;
      yield bytes.toString('utf8', from, end);
      from = end + 1;
    }
  }
}

const untranslated: Written = [null, null, null, null];
function translationIn(language: string, lines: Iterable<string>): Written {
  for (const line of lines) if (line.startsWith(`${language}[`)) return JSON.parse(line.slice(language.length));
  return untranslated;
}
