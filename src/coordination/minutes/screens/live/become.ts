import { uuidv7 } from '../../../../workspace/identifier.ts';
import type { Change } from '../../../../workspace/outbox/sender.ts';
import type { Told } from '../../../contract.ts';
import type { Audience, Theme } from '../../../lists.ts';
import type { BecomingKind, NoteKind } from '../../lists.ts';

/** What a note offers to become; what is no more than said is first called something. */
export const becomes: Record<NoteKind, BecomingKind | undefined> = {
  said: undefined,
  difficulty: 'finding',
  need: 'finding',
  good_practice: 'finding',
  recommendation: 'recommendation',
  action: 'action',
  decision: 'decision',
};

const longestTitle = 200;
/** A title of at most 200 signs, and the whole beside it where that is longer: nothing that was noted is cut. */
export function titleAndText(words: string): { title: string; text: string | undefined } {
  const signs = [...words];
  if (signs.length <= longestTitle) return { title: words, text: undefined };
  const [first = ''] = /^.+?[.!?؟](?=\s)/su.exec(words) ?? [];
  if (first !== '' && [...first].length <= longestTitle) return { title: first, text: words };
  const cut = signs.slice(0, longestTitle - 1).join('');
  return { title: `${cut.slice(0, cut.lastIndexOf(' ')).trimEnd() || cut}…`, text: words };
}

export interface TypedThing {
  title: string;
  themes: Theme[];
  audiences: Audience[];
  communeCodes: string[];
  ownerId: string;
  dueOn: string;
}
interface Origin {
  noteId: string;
  kind: NoteKind;
  words: string;
  language: keyof Told;
  meetingId: string;
  /** YYYY-MM-DD */
  heldOn: string;
  /** The group it was said in, by its title. */
  group: string | undefined;
}

/** The changes that make a thing of a note, shared with the region, and tie both together. */
export function changesFor(to: BecomingKind, typed: TypedThing, origin: Origin): Change[] {
  const { noteId, kind, words, language, meetingId, heldOn, group } = origin;
  const id = uuidv7();
  const told = (text: string): Told => ({ [language]: text });
  const title = told(typed.title.trim());
  const text = typed.title.trim() === words ? undefined : told(words);
  const scope = { themes: typed.themes, audiences: typed.audiences };
  const tie: Change = { kind: 'coordination.note_became', payload: { noteId, [`${to}Id`]: id } };
  const propose = (of: 'recommendation' | 'action'): Change => ({
    kind: `coordination.move_${of}`,
    payload: { [`${of}Id`]: id, act: 'propose' },
  });
  if (to === 'finding') {
    const source = { sourceId: uuidv7(), kind: 'meeting', meetingId, saidOn: heldOn, ...(group ? { note: group } : {}) };
    const payload = {
      findingId: id,
      kind,
      title,
      ...(text ? { text } : {}),
      ...scope,
      communeCodes: typed.communeCodes,
      source,
      share: true,
    };
    return [{ kind: 'coordination.raise_finding', payload }, tie];
  }
  if (to === 'recommendation') {
    const due = typed.dueOn ? { dueOn: typed.dueOn } : {};
    const payload = { recommendationId: id, title, text: told(words), ...scope, findingIds: [], meetingId, urgent: false, ...due };
    return [{ kind: 'coordination.write_recommendation', payload }, propose('recommendation'), tie];
  }
  if (to === 'action') {
    const ends = typed.dueOn ? { endsOn: typed.dueOn } : {};
    const payload = {
      ...{ actionId: id, title, ...(text ? { text } : {}), ...scope, communeCodes: typed.communeCodes },
      ...{ recommendations: [], rhythmDays: 60, ...ends },
    };
    return [{ kind: 'coordination.plan_action', payload }, propose('action'), tie];
  }
  const payload = { decisionId: id, meetingId, words: title, ownerId: typed.ownerId || null, dueOn: typed.dueOn || null };
  return [{ kind: 'coordination.record_decision', payload }, tie];
}
