import { type Language, localeOf, translator } from '../../../platform/i18n/index.ts';
import type { Told } from '../../contract.ts';
import type { ToldMeeting } from '../contract.ts';
import { meetingMessages } from './messages/index.ts';

export type LetterKind = 'request' | 'changed' | 'reminder' | 'cancel';

/** What was written in the reader's language, or in the one there is. */
export const toldIn = (told: Told | null, language: Language): string =>
  told ? (told[language] ?? told.fr ?? told.ar ?? told.en ?? told.es ?? '') : '';

/** The day or days and the hours, as that language says them. */
export function whenOf(
  { heldOn, endedOn, begins, ends }: Pick<ToldMeeting, 'heldOn' | 'endedOn' | 'begins' | 'ends'>,
  language: Language,
): string {
  const t = translator([meetingMessages[language]], language);
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' });
  const day = (iso: string) => format.format(new Date(iso));
  const days = endedOn ? t('asked.days', { from: day(heldOn), until: day(endedOn) }) : day(heldOn);
  return begins && ends ? t('asked.day_hours', { date: days, from: begins, until: ends }) : days;
}

/** The letter that asks somebody to a meeting, or says that it moved, that an answer is awaited, or that it is cancelled. */
export function invitationLetter(
  kind: LetterKind,
  meeting: ToldMeeting,
  language: Language,
  url: string,
): { subject: string; text: string } {
  const t = translator([meetingMessages[language]], language);
  const title = toldIn(meeting.title, language);
  const purpose = toldIn(meeting.purpose, language);
  const name = title.replace(/\s+/g, ' ').slice(0, 150);
  const facts = [
    title,
    whenOf(meeting, language),
    ...(meeting.place ? [meeting.place] : []),
    ...(meeting.link ? [t('asked.mail.join'), meeting.link] : []),
  ];
  return {
    subject: t(`asked.mail.${kind}.subject`, { name }),
    text: [
      t('asked.mail.greeting'),
      '',
      t(`asked.mail.${kind}`, { name: meeting.organization ?? '' }),
      '',
      ...facts,
      '',
      ...(kind === 'cancel'
        ? [...(meeting.reason ? [meeting.reason, ''] : [])]
        : [...(purpose ? [purpose, ''] : []), t('asked.mail.answer'), url, '']),
    ].join('\n'),
  };
}
