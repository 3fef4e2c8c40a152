import { describe, expect, it } from 'vitest';
import { addTexts, fetchTexts } from '../../../workspace/texts.ts';
import { spokenTexts } from '../../lists.ts';
import { meetingCommands } from '../commands/index.ts';
import {
  agendaKinds,
  answers,
  bodyKinds,
  documentKinds,
  invitationStatuses,
  meetingActs,
  meetingKinds,
  meetingStatuses,
  sexes,
} from '../lists.ts';
import { organizationKinds } from '../../minutes/lists.ts';
import { meetingTexts } from './messages/index.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

const lists: Record<string, readonly string[]> = {
  command: meetingCommands.map((command) => command.kind),
  'meeting.status': meetingStatuses,
  'meeting.kind': meetingKinds,
  'meeting.body': bodyKinds,
  'meeting.agenda': agendaKinds,
  'meeting.act': meetingActs,
  'meeting.acted': meetingActs,
  'meeting.answer': invitationStatuses,
  'meeting.answers': invitationStatuses,
  'meeting.answering': answers,
  'meeting.language': spokenTexts,
  'meeting.sex': sexes,
  'thread.text': ['purpose'],
  'meeting.document': documentKinds,
  'meeting.of': organizationKinds,
};

describe('the screens of meetings', () => {
  it('say in Arabic everything they say in French', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(fr).sort());
  });
  it.each(Object.entries(lists))('have words for every %s', async (family, values) => {
    const { has } = await addTexts(await fetchTexts('fr'), meetingTexts);
    expect(values.filter((value) => !has(`${family}.${value}`))).toEqual([]);
  });
  it.each(['fr', 'ar'] as const)('read every message in %s without a mistake of form', async (language) => {
    const { t } = await addTexts(await fetchTexts(language), meetingTexts);
    const values = { count: 3, name: 'x', word: 'x', date: 'x', from: 'x', until: 'x' };
    for (const key of Object.keys(fr)) expect(t(key, values), key).not.toBe('');
  });
});
