import type { Block, Paper } from '../../platform/documents/index.ts';
import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { Told } from '../contract.ts';
import { wordsFor } from '../pages/words.tsx';
import type { MinutesContent, MinutesVersion } from './contract.ts';
import { byKnownKind } from './kinds.ts';
import { organizationKinds, sexes } from './lists.ts';
import { decisionLabel } from './rules.ts';

export type { Block, Paper };
export interface PrintedMinutes {
  content: MinutesContent;
  /** Null: a draft. */
  version: MinutesVersion | null;
}
type Heading = Extract<Block, { kind: 'heading' }>['level'];

/** The minutes of a meeting on paper: who came in figures, what was said in each group, what was found, asked for and decided. */
export function minutesPaper({ content, version }: PrintedMinutes, t: Translate, language: 'fr' | 'ar'): Paper {
  const { meeting, agenda, attendance, groups, notes, findings, recommendations, actions, decisions } = content;
  const say = (words: Told | null): string => (words ? wordsFor(words, language).text : '');
  const days = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  const day = (iso: string): string => days.format(new Date(`${iso}T00:00:00Z`));
  const comma = language === 'ar' ? '، ' : ', ';
  const heading = (text: string, level: Heading = 1): Block => ({ kind: 'heading', level, text });
  const text = (words: string, look?: 'quiet' | 'strong'): Block[] =>
    words ? [{ kind: 'text', text: words, ...(look ? { look } : {}) }] : [];
  const section = (title: string, blocks: Block[]): Block[] => (blocks.length > 0 ? [heading(title), ...blocks] : []);
  const items = (lines: string[]): Block[] => (lines.length > 0 ? [{ kind: 'list', items: lines }] : []);

  const held = meeting.endedOn ? t('minutes.days', { from: day(meeting.heldOn), until: day(meeting.endedOn) }) : day(meeting.heldOn);
  const facts = [
    [t('minutes.body'), say(meeting.body)],
    [t('minutes.date'), held],
    [t('minutes.hours'), meeting.begins ? `${meeting.begins}–${meeting.ends}` : ''],
    [t('minutes.place'), meeting.place],
    [t('minutes.held_by'), say(meeting.organization)],
  ].flatMap(([name = '', value = '']) => (value ? [{ name, value }] : []));
  const standing = version
    ? [
        ...text(t('minutes.validated', { count: version.version, date: day(version.validatedOn), name: version.organization }), 'quiet'),
        ...text(version.reason ? t('minutes.correction', { word: version.reason }) : '', 'quiet'),
      ]
    : text(t('minutes.draft'), 'strong');

  const figures = (title: string, rows: string[][]): Block[] =>
    rows.length > 0
      ? [
          {
            kind: 'table',
            head: [title, t('minutes.attendance.people')],
            numbers: [1],
            rows,
            total: [t('minutes.attendance.all'), String(attendance.all)],
          },
        ]
      : [];
  const counted = (keys: readonly string[], counts: Record<string, number>, family: string): string[][] =>
    keys.flatMap((key) => (counts[key] ? [[t(`${family}.${key}`), String(counts[key])]] : []));
  const came: Block[] =
    attendance.all === 0
      ? []
      : [
          ...figures(t('minutes.attendance.kind'), counted(organizationKinds, byKnownKind(attendance.kind), 'minutes.from')),
          ...figures(t('minutes.attendance.sex'), counted(sexes, attendance.sex, 'minutes.sex')),
          ...items(groups.flatMap(({ id, title }) => (attendance.group[id] ? [`${say(title)} – ${attendance.group[id]}`] : []))),
        ];

  const noted = (groupId: string | null): Block[] =>
    items(notes.filter((note) => note.groupId === groupId).map((note) => `${t(`minutes.kind.${note.kind}`)} – ${say(note.words)}`));
  const plenary = noted(null);
  const said = [
    ...(plenary.length > 0 ? [heading(t('minutes.plenary'), 2), ...plenary] : []),
    ...groups.flatMap((group) => [
      heading(say(group.title), 2),
      ...text(group.place, 'quiet'),
      ...text(say(group.words)),
      ...noted(group.id),
    ]),
  ];

  return {
    language,
    title: `${t('minutes.title')} – ${say(meeting.title)}`,
    footer: [say(meeting.title), held].join(comma),
    blocks: [
      { kind: 'facts', facts },
      ...standing,
      ...section(t('minutes.purpose'), text(say(meeting.purpose))),
      ...section(t('minutes.opening'), text(say(meeting.opening))),
      ...section(t('minutes.attendance'), came),
      ...section(
        t('minutes.agenda'),
        agenda
          .filter((item) => item.kind !== 'break')
          .flatMap((item) => [
            heading(say(item.title), 2),
            ...text([t('minutes.lasts', { count: item.minutes }), item.speaker].filter(Boolean).join(comma), 'quiet'),
            ...text(say(item.words)),
          ]),
      ),
      ...section(t('minutes.said'), said),
      ...section(t('minutes.findings'), items(findings.map(({ kind, title }) => `${t(`minutes.found.${kind}`)} – ${say(title)}`))),
      ...section(
        t('minutes.recommendations'),
        items(recommendations.map(({ title, urgent }) => (urgent ? `${say(title)} (${t('minutes.urgent')})` : say(title)))),
      ),
      ...section(t('minutes.actions'), items(actions.map(({ title }) => say(title)))),
      ...section(
        t('minutes.decisions'),
        decisions.length === 0
          ? []
          : [
              {
                kind: 'table',
                head: ['number', '', 'owner', 'due'].map((part) => t(`minutes.decision${part && `.${part}`}`)),
                rows: decisions.map(({ number, words, owner, dueOn }) => [
                  decisionLabel({ meetingNumber: meeting.number, heldOn: meeting.heldOn, number }),
                  say(words),
                  say(owner),
                  dueOn ? day(dueOn) : '',
                ]),
              },
            ],
      ),
      ...section(t('minutes.closing'), text(say(meeting.closing))),
      { kind: 'signatures', columns: [t('minutes.signed.as'), t('minutes.signed')], lines: 2 },
    ],
  };
}
