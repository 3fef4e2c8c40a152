import type { Context } from 'hono';
import type { ReactNode } from 'react';
import type { Minute } from '../directory/index.ts';
import type { Language } from '../platform/i18n/index.ts';
import type { Shelf } from './shelf.ts';

export interface Page {
  status?: 200 | 400 | 404 | 503;
  title: string;
  description?: string | undefined;
  hero?: ReactNode;
  /** What search engines read of it, as JSON-LD. */
  data?: string | undefined;
  body: ReactNode;
  /** A feed of its own, beside the directory's. */
  feed?: string;
  /** When it stops being true although nothing changed. */
  until?: Minute;
}
/** The end of these five minutes: who is open, what is late, is counted afresh then. */
export const nextMinutes = (): Minute => (Math.floor(Date.now() / 300_000) + 1) * 5;
/** Renders one page of one language. */
export type Show = (shelf: Shelf, language: Language, c: Context, origin: string) => Page | Promise<Page>;
