import type { Paper } from '../../../platform/documents/index.ts';
import { type Language, translator } from '../../../platform/i18n/index.ts';
import { toldIn, whenOf } from '../asked/letters.ts';
import { meetingMessages } from '../asked/messages/index.ts';
import type { MeetingView } from '../contract.ts';

/** Lines to sign on: one for each seat that was promised, a third more for those who come besides, twenty at least. */
const linesFor = (seats: number): number => Math.min(200, Math.max(20, Math.ceil((seats * 4) / 3)));

/** The sheet that people sign as they come in. What they write on it stays on the paper and in its sealed scan. */
export function sheetPaper(meeting: MeetingView, seats: number, language: Extract<Language, 'fr' | 'ar'>): Paper {
  const t = translator([meetingMessages[language]], language);
  const title = toldIn(meeting.title, language);
  return {
    language,
    title: t('sheet.title'),
    under: [title, whenOf(meeting, language), meeting.place].filter(Boolean),
    footer: title,
    blocks: [
      { kind: 'text', text: t('sheet.words'), look: 'quiet' },
      {
        kind: 'signatures',
        columns: ['organization', 'role', 'sex', 'group', 'signature'].map((column) => t(`sheet.${column}`)),
        lines: linesFor(seats),
      },
    ],
  };
}
