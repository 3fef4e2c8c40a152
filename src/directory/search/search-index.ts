import { Cards } from './cards.ts';
import type { SearchDocument, SearchPlace, TermPhrase } from './document.ts';
import { type Facets, FacetsBuilder } from './facets.ts';
import { GrowingList } from './growing-list.ts';
import type { TextReader } from './language.ts';
import { inside, widest } from './places.ts';
import { type Postings, PostingsBuilder } from './postings.ts';
import { type Openings, OpeningsBuilder } from './openings.ts';
import { stem } from './stemming.ts';
import { Vocabulary } from './vocabulary.ts';

/** A service for all is for each public. */
export const everyone = 'everyone';

export interface Points {
  /** Where each document's points start; one more than there are documents. */
  starts: Uint32Array;
  /** Degrees, latitude before longitude. */
  degrees: Float32Array;
}

/** The whole directory, ready to be searched: built once per version of it, never changed after. */
export interface SearchIndex {
  /** The version of the directory it was built from. */
  version: number;
  /** Services by number; those of equal rank are shown in this order. */
  ids: string[];
  /** The numbers of all services, ascending. */
  all: Uint32Array;
  /** What is shown of each document. */
  cards: Cards;
  terms: Map<string, number>;
  postings: Postings;
  vocabulary: Vocabulary;
  /** Ways to name a need or an audience, as stems parted by spaces, with the terms they stand for. */
  phrases: Map<string, number[]>;
  /** The terms under which the services of a need are found. */
  needs: Set<number>;
  /** One over the number of needs each document answers: 1 for who does one thing only. */
  speciality: Float32Array;
  facets: Facets;
  points: Points;
  openings: Openings;
  places: Map<string, SearchPlace>;
  /** Codes of the places in which no other lies: the communes. */
  smallPlaces: string[];
  /** Languages in which anything is written. */
  languages: Set<string>;
}

/** The term under which everything linked to a taxonomy term is found, in whatever language it is described. */
const linked = (code: string): string => `:${code}`;

/** Collects documents in the order in which equals are to be shown. */
export class SearchIndexBuilder {
  readonly #ids: string[] = [];
  readonly #cards = new Cards();
  readonly #terms = new Map<string, number>();
  readonly #postings = new PostingsBuilder();
  readonly #vocabulary = new Vocabulary();
  readonly #phrases = new Map<string, number[]>();
  readonly #needs = new Set<number>();
  readonly #speciality = new GrowingList((n) => new Float32Array(n));
  readonly #facets = new FacetsBuilder();
  readonly #openings = new OpeningsBuilder();
  readonly #pointStarts = new GrowingList((n) => new Uint32Array(n));
  readonly #degrees = new GrowingList((n) => new Float32Array(n));
  readonly #places: Map<string, SearchPlace>;
  readonly #languages = new Set<string>();
  /** What each word of each language is indexed under. */
  readonly #known = new Map<string | undefined, Map<string, { term: number; word: { frequency: number } }>>();
  readonly #reader: TextReader;
  constructor(places: SearchPlace[], reader: TextReader) {
    this.#reader = reader;
    this.#places = new Map(places.map((place) => [place.code, place]));
  }

  #term(text: string): number {
    let number = this.#terms.get(text);
    if (number === undefined) {
      number = this.#terms.size;
      this.#terms.set(text, number);
    }
    return number;
  }
  #wordTerm(word: string, language: SearchDocument['texts'][number]['language']): number {
    let words = this.#known.get(language);
    if (!words) {
      words = new Map();
      this.#known.set(language, words);
    }
    let known = words.get(word);
    if (!known) {
      const term = this.#term(stem(word, language));
      known = { term, word: this.#vocabulary.add(word, term) };
      words.set(word, known);
    }
    known.word.frequency++;
    return known.term;
  }
  add(document: SearchDocument): void {
    this.#ids.push(document.id);
    this.#cards.add(document.card);
    for (const { part, language, text } of document.texts) {
      if (language) this.#languages.add(language);
      for (const word of this.#reader.contentWords(text)) this.#postings.add(this.#wordTerm(word, language), part);
    }
    for (const code of document.needs) {
      const number = this.#term(linked(code));
      this.#needs.add(number);
      this.#postings.add(number, 'term');
    }
    for (const code of [...document.audiences, ...document.conditions]) this.#postings.add(this.#term(linked(code)), 'term');
    this.#postings.endDocument();
    this.#speciality.push(1 / Math.max(1, document.needs.length));
    this.#facets.addDocument({
      need: document.needs,
      audience: document.audiences.includes(everyone) ? [everyone] : document.audiences,
      place: widest(this.#places, document.places),
      language: document.languages,
      condition: document.conditions,
      appointment: document.receptions,
    });
    this.#openings.addDocument(document.opening);
    this.#pointStarts.push(this.#degrees.length);
    for (const { latitude, longitude } of document.points) {
      this.#degrees.push(latitude);
      this.#degrees.push(longitude);
    }
  }

  addPhrase({ term, language, text }: TermPhrase): void {
    if (language) this.#languages.add(language);
    const words = this.#reader.contentWords(text);
    if (words.length === 0) return;
    for (const word of words) this.#wordTerm(word, language);
    const phrase = words.map((word) => stem(word, language)).join(' ');
    const number = this.#term(linked(term));
    const known = this.#phrases.get(phrase);
    if (!known) this.#phrases.set(phrase, [number]);
    else if (!known.includes(number)) known.push(number);
  }

  done(version: number): SearchIndex {
    this.#pointStarts.push(this.#degrees.length);
    this.#vocabulary.close();
    return {
      version,
      ids: this.#ids,
      all: Uint32Array.from(this.#ids.keys()),
      cards: this.#cards,
      terms: this.#terms,
      postings: this.#postings.done(this.#terms.size),
      vocabulary: this.#vocabulary,
      phrases: this.#phrases,
      needs: this.#needs,
      speciality: this.#speciality.done(),
      facets: this.#facets.done(),
      openings: this.#openings.done(),
      points: { starts: this.#pointStarts.done(), degrees: this.#degrees.done() },
      places: this.#places,
      smallPlaces: [...this.#places.keys()].filter((code) => inside(this.#places, code).length === 0),
      languages: this.#languages,
    };
  }
}
