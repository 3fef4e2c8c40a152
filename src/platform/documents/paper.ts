/**
 * A document as its reader sees it, whatever it is printed by: minutes, a plan and a committee's report are written once, and come out as PDF
 * and as a file an office goes on writing in. Every text is what people typed or a translated word; none of it is markup.
 */
export interface Paper {
  language: 'fr' | 'ar';
  title: string;
  /** Beneath the title: of whom, of when. */
  under?: string[];
  /** On every page, beside its number. */
  footer: string;
  /** A page of its own for the title, and a list of the headings after it: for what is read over years. */
  hasCover?: boolean;
  blocks: Block[];
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string; look?: 'quiet' | 'strong' }
  | { kind: 'list'; items: string[]; isNumbered?: boolean }
  /** Names and what they stand for: date, place, holder. */
  | { kind: 'facts'; facts: { name: string; value: string }[] }
  | { kind: 'table'; title?: string; head: string[]; rows: string[][]; numbers?: number[]; total?: string[] }
  /** 0…1; null: nothing says how far it came. */
  | { kind: 'progress'; label: string; share: number | null; words: string }
  /** Where people sign: one line for each, with room for a hand. */
  | { kind: 'signatures'; columns: string[]; lines: number }
  | { kind: 'page' };
