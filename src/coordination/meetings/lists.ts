export const bodyKinds = ['steering_committee', 'technical_committee', 'theme_group'] as const;
export type BodyKind = (typeof bodyKinds)[number];
export const meetingKinds = ['workshop', 'committee', 'working_group'] as const;
export type MeetingKind = (typeof meetingKinds)[number];
export const meetingStatuses = ['draft', 'called', 'held', 'validated', 'cancelled'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];
/** `group`: all groups work at the same time. */
export const agendaKinds = ['plenary', 'group', 'break'] as const;
export type AgendaKind = (typeof agendaKinds)[number];
/** What one may ask of a meeting; it is validated with its minutes. */
export const meetingActs = ['call', 'hold', 'cancel'] as const;
export type MeetingAct = (typeof meetingActs)[number];
/** PARTSTAT of RFC 5545, `asked` for NEEDS-ACTION. */
export const answers = ['accepted', 'tentative', 'declined'] as const;
export const invitationStatuses = ['asked', ...answers] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];
/** Of those who came; nobody is asked twice. */
export const sexes = ['f', 'm', 'unsaid'] as const;
export type Sex = (typeof sexes)[number];
/** `signed_sheet` bears names: only those who hold the meeting see it. */
export const documentKinds = ['paper', 'presentation', 'report', 'photo', 'signed_sheet'] as const;
export type DocumentKind = (typeof documentKinds)[number];
