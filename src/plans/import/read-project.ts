import type { Told } from '../contract.ts';
import { isSame } from './fold.ts';
import { readDay } from './read-number.ts';
import { type Row, textOf } from './read-row.ts';
import { missCell, plainOf, type Reading, wordsOf } from './reading.ts';
import { statusOf } from './words-known.ts';

const longest = { title: 200, objective: 8000, holder: 500, partners: 1000, place: 300 };
/** What both say, the first one's words where both have some. */
const both = (a: Told | null, b: Told | null): Told | null => (a || b ? { ...b, ...a } : null);

function dayOf(reading: Reading, row: Row, field: 'starts' | 'ends'): string | null {
  const text = textOf(row, field);
  const day = readDay(text, field === 'starts' ? 'first' : 'last');
  if (text !== '' && day === undefined) missCell(reading, row, 'day_unread', field);
  return day ?? null;
}

/** A row that names a project begins it, or goes on with it: one may stand on several rows, and on two sheets. */
export function beginProject(reading: Reading, row: Row, title: Told): void {
  reading.indicator = undefined;
  reading.project = undefined;
  if (Object.values(title).some((text) => text.length > longest.title)) {
    missCell(reading, row, 'too_long', 'title');
    return;
  }
  const status = textOf(row, 'status');
  const known = statusOf(status);
  if (status !== '' && known === undefined) missCell(reading, row, 'status_unknown', 'status');
  const said = {
    objective: wordsOf(reading, row, 'objective', longest.objective),
    holder: wordsOf(reading, row, 'holder', longest.holder),
    partners: wordsOf(reading, row, 'partners', longest.partners),
  };
  const place = plainOf(reading, row, 'place', longest.place);
  const [startsOn, endsOn] = [dayOf(reading, row, 'starts'), dayOf(reading, row, 'ends')];
  const { projects } = reading.found;
  const before = projects.find((project) => isSame(project.title, title));
  if (!before) {
    const { sheet, line } = row;
    const begun = {
      sheet,
      line,
      title,
      ...said,
      place,
      startsOn,
      endsOn,
      status: known ?? ('planned' as const),
      costs: [],
      indicators: [],
    };
    projects.push(begun);
    reading.project = begun;
    return;
  }
  // What its first row did not say, the others do.
  for (const key of ['objective', 'holder', 'partners'] as const) before[key] = both(before[key], said[key]);
  before.place ??= place;
  before.startsOn ??= startsOn;
  before.endsOn ??= endsOn;
  reading.project = before;
}
