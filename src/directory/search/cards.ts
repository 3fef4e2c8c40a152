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

/** The facts of all cards as bytes outside the heap, a tenth of what they would take as objects; one is read when it is shown. */
export class Cards {
  readonly #chunks: Buffer[] = [Buffer.allocUnsafeSlow(chunkBytes)];
  #used = 0;
  readonly #chunkOf = new GrowingList((n) => new Uint32Array(n));
  readonly #from = new GrowingList((n) => new Uint32Array(n));
  readonly #to = new GrowingList((n) => new Uint32Array(n));

  /** The card of the next document. */
  add(facts: CardFacts): void {
    const text = JSON.stringify(facts);
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
    const bytes = this.#chunks[this.#chunkOf.at(document) ?? 0];
    const facts: CardFacts = JSON.parse(bytes?.toString('utf8', this.#from.at(document), this.#to.at(document)) ?? '');
    const { source } = facts;
    const own = facts.translations[language];
    const inLanguage = (text: string | null | undefined): string | null => (text == null ? null : language);
    return {
      id,
      name: own?.name ?? source.name ?? '',
      nameLanguage: inLanguage(own?.name),
      description: own?.description ?? source.description,
      descriptionLanguage: inLanguage(own?.description),
      organizationId: facts.organizationId,
      organizationName: own?.organizationName ?? source.organizationName ?? '',
      organizationLanguage: inLanguage(own?.organizationName),
      place: language === 'ar' ? facts.placeAr : facts.placeFr,
      toBeConfirmed: facts.toBeConfirmed,
      checkedYear: facts.checkedYear,
      alert: own?.alert ?? source.alert,
      alertLanguage: inLanguage(own?.alert),
    };
  }
}
