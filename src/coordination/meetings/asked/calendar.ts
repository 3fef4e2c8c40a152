import { escapeText, foldLines } from '../../../directory/index.ts';
import type { ToldMeeting } from '../contract.ts';

interface Invitation {
  meeting: ToldMeeting;
  /** The words for its title and its description, in the language of whoever is asked. */
  title: string;
  description: string;
  organizer: { name: string; email: string };
  attendee: { name: string; email: string };
  /** Where it is answered. */
  url: string;
}
const stamp = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d{3}/g, '');
/** A parameter stands in quotes, where no quote may be. */
const named = (name: string): string => `CN="${name.replace(/["\r\n]/g, ' ')}"`;

const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Istiqbal//meetings//FR'];
const appointment = (meeting: ToldMeeting, title: string, description: string, now: Date): string[] => [
  `UID:${meeting.id}@istiqbal`,
  `SEQUENCE:${meeting.sequence}`,
  `DTSTAMP:${stamp(now)}`,
  `DTSTART:${stamp(new Date(meeting.from * 1000))}`,
  `DTEND:${stamp(new Date(meeting.until * 1000))}`,
  `SUMMARY:${escapeText(title)}`,
  ...(meeting.place ? [`LOCATION:${escapeText(meeting.place)}`] : []),
  ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
  `STATUS:${meeting.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
];

/**
 * A meeting as RFC 5545 asks for it: METHOD:REQUEST, or CANCEL once it is cancelled. The identifier stays and SEQUENCE counts, so that a calendar
 * moves the appointment it has. Hours are in UTC: the clock of the region changes by decree.
 */
export function invitationCalendar({ meeting, title, description, organizer, attendee, url }: Invitation, now: Date): string {
  return foldLines([
    ...head,
    `METHOD:${meeting.status === 'cancelled' ? 'CANCEL' : 'REQUEST'}`,
    'BEGIN:VEVENT',
    ...appointment(meeting, title, description, now),
    `URL:${url}`,
    `ORGANIZER;${named(organizer.name)}:mailto:${organizer.email}`,
    // Answered by the link: nobody reads what a calendar would send back.
    `ATTENDEE;${named(attendee.name)};CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${attendee.email}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}

/** The meetings an organisation's calendar follows; it asks again for what changed. `say`: a meeting's words in the language asked for. */
export const followedCalendar = (
  meetings: readonly ToldMeeting[],
  name: string,
  say: (meeting: ToldMeeting) => { title: string; description: string },
  now: Date,
): string =>
  foldLines([
    ...head,
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...meetings.flatMap((meeting) => {
      const { title, description } = say(meeting);
      return ['BEGIN:VEVENT', ...appointment(meeting, title, description, now), 'END:VEVENT'];
    }),
    'END:VCALENDAR',
  ]);
