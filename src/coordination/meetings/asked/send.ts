import { type Language, isLanguage } from '../../../platform/i18n/index.ts';
import type { JobWork } from '../../../platform/jobs/run-batch.ts';
import { queueMessage } from '../../../platform/mail/message.ts';
import type { ToldMeeting } from '../contract.ts';
import { invitationCalendar } from './calendar.ts';
import { toldIn, invitationLetter, type LetterKind } from './letters.ts';
import { answerPath } from './link.ts';

interface Due {
  invitation: string;
  letter: 'request' | 'reminder' | 'cancel';
  again: boolean;
  language: string;
  email: string;
  invited: string;
  meeting: ToldMeeting;
  organizer: string | null;
}
interface Settings {
  /** The installation's, which signs the links. */
  secret: string;
  /** The one people use. */
  address: string;
  /** Who sends, where the organisation that holds the meeting has no address of its own. */
  from: string;
}
const bare = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** Writes the letters of the meetings named, each with the appointment a calendar takes over. What was written already is not written twice. */
export const invitationWork = ({ secret, address, from }: Settings): JobWork => ({
  async write_invitations(batch, tx) {
    for (const meetingId of new Set(batch.map((job) => job['meetingId'] ?? ''))) {
      const { rows } = await tx.query<Due>('select * from coordination.take_letters($1)', [meetingId]);
      for (const { invitation, letter, again, email, invited, meeting, organizer, ...due } of rows) {
        const language: Language = isLanguage(due.language) ? due.language : 'fr';
        const now = new Date();
        const url = address + answerPath(secret, language, invitation, now);
        const kind: LetterKind = letter === 'request' && again ? 'changed' : letter;
        const calendar = invitationCalendar(
          {
            meeting,
            title: toldIn(meeting.title, language),
            description: [toldIn(meeting.purpose, language), meeting.link ?? '', url].filter(Boolean).join('\n'),
            organizer: { name: meeting.organization ?? '', email: organizer ?? bare(from) },
            attendee: { name: invited, email },
            url,
          },
          now,
        );
        await tx.query(
          queueMessage({ kind: 'meeting_invitation', to: email, ...invitationLetter(kind, meeting, language, url), calendar }),
        );
      }
    }
  },
});
