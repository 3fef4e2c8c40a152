import { cellText, csvLine } from '../../directory/index.ts';
import type { Told } from '../contract.ts';
import type { PublicOrganization, PublicThread } from '../public.ts';
import { type Column, columns } from './columns.ts';

type Line = Partial<Record<Column, unknown>> & { kind: string; id: string };

const told = (column: 'title' | 'text', words: Told | null): Partial<Record<Column, string | undefined>> => ({
  [`${column}_fr`]: words?.fr,
  [`${column}_ar`]: words?.ar,
  [`${column}_en`]: words?.en,
  [`${column}_es`]: words?.es,
});
const by = (organization: PublicOrganization | null) => ({ organization_id: organization?.id, organization: organization?.name });

function linesOf({ meetings, recommendations, actions }: PublicThread): Line[] {
  return [
    ...meetings.map((m) => ({
      kind: 'meeting',
      id: m.id,
      ...told('title', m.title),
      ...told('text', m.summary),
      date: m.heldOn,
      source_url: m.sourceUrl,
      told_at: m.toldAt,
    })),
    ...recommendations.map((r) => ({
      kind: 'recommendation',
      id: r.id,
      part_of: r.meetingId,
      ...told('title', r.title),
      ...told('text', r.text),
      status: r.status,
      themes: r.themes,
      ...by(r.owner),
      date: r.decidedOn,
      due_on: r.dueOn,
      progress: r.progress,
      told_at: r.toldAt,
    })),
    ...actions.flatMap((a): Line[] => [
      {
        kind: 'action',
        id: a.id,
        part_of: a.for.map((r) => r.id),
        ...told('title', a.title),
        ...told('text', a.text),
        status: a.status,
        themes: a.themes,
        ...by(a.owner),
        date: a.startsOn,
        due_on: a.endsOn,
        progress: a.progress,
        declared_progress: a.declaredProgress,
        figure: a.figure?.key,
        figure_value: a.figure?.now,
        source_url: a.sourceUrl,
        told_at: a.toldAt,
      },
      ...a.partners.map((p) => ({
        kind: 'commitment',
        id: p.id,
        part_of: a.id,
        ...told('title', p.does),
        ...by(p.organization),
        date: p.since,
        told_at: p.toldAt,
      })),
      ...a.steps.map((s) => ({
        kind: s.isMilestone ? 'milestone' : 'step',
        id: s.id,
        part_of: a.id,
        ...told('title', s.title),
        status: s.ending,
        ...by(s.organization),
        date: s.endedOn,
        due_on: s.dueOn,
        told_at: s.toldAt,
      })),
      ...a.proofs.map((p) => ({
        kind: 'proof',
        id: p.id,
        part_of: p.stepId ?? a.id,
        ...told('title', p.words),
        status: p.kind,
        ...by(p.organization),
        date: p.datedOn,
        figure: p.figure,
        figure_value: p.figureValue,
        source_url: p.url,
        told_at: p.toldAt,
      })),
    ]),
  ];
}

/** Everything published, one line for each thing; it begins with the mark by which Excel knows UTF-8. */
export const threadCsv = (thread: PublicThread): string =>
  `\ufeff${csvLine([...columns])}${linesOf(thread)
    .map((line) => csvLine(columns.map((column) => cellText(line[column]))))
    .join('')}`;
