import type { Told } from '../contract.ts';
import type { PublicThread } from '../public.ts';

/** Something that happened, in public. */
export interface Happening {
  id: string;
  kind: 'meeting' | 'decided' | 'committed' | 'step' | 'proof';
  /** The day it happened, and since when it can be read here. */
  on: string;
  toldAt: string;
  words: Told;
  /** What a proof proves. */
  step?: Told | undefined;
  /** Which page tells more; a meeting stands on that of all. */
  subject: { id: string; title: Told } | null;
  who: string | null;
  status?: string;
  url?: string | null;
}

/** What happened, newest first. What a meeting adopted on its own day is told with the meeting, a step proven on the day it was done with its proof. */
export function timelineOf({ meetings, recommendations, actions }: PublicThread): Happening[] {
  const heldOn = new Map(meetings.map((m) => [m.id, [m.heldOn, m.endedOn]]));
  const happenings: Happening[] = [
    ...meetings.map(({ id, heldOn: on, toldAt, title, sourceUrl }) => ({
      id,
      kind: 'meeting' as const,
      on,
      toldAt,
      words: title,
      subject: null,
      who: null,
      url: sourceUrl,
    })),
    ...recommendations.flatMap(({ id, title, decidedOn, status, owner, toldAt, meetingId }) =>
      decidedOn === null || status === 'proposed' || (status === 'adopted' && heldOn.get(meetingId ?? '')?.includes(decidedOn))
        ? []
        : [{ id, kind: 'decided' as const, on: decidedOn, toldAt, words: title, subject: { id, title }, who: owner?.name ?? null, status }],
    ),
    ...actions.flatMap(({ id, title, partners, steps, proofs }): Happening[] => {
      const subject = { id, title };
      return [
        ...partners.flatMap((p) =>
          p.since
            ? [{ id: p.id, kind: 'committed' as const, on: p.since, toldAt: p.toldAt, words: p.does, subject, who: p.organization.name }]
            : [],
        ),
        ...steps.flatMap((s) =>
          s.ending === 'done' && s.endedOn && !proofs.some((p) => p.stepId === s.id && p.datedOn === s.endedOn)
            ? [
                {
                  id: s.id,
                  kind: 'step' as const,
                  on: s.endedOn,
                  toldAt: s.toldAt,
                  words: s.title,
                  subject,
                  who: s.organization?.name ?? null,
                },
              ]
            : [],
        ),
        ...proofs.map((p) => ({
          id: p.id,
          kind: 'proof' as const,
          on: p.datedOn,
          toldAt: p.toldAt,
          words: p.words,
          step: steps.find((s) => s.id === p.stepId)?.title,
          subject,
          who: p.organization?.name ?? null,
          url: p.url,
        })),
      ];
    }),
  ];
  return happenings.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1));
}
