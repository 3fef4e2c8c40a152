import type { z } from 'zod';
import type { groupSchema } from '../../contract.ts';
import { ageBands, attentions } from '../../lists.ts';

export const mostPeople = 1000;
/** The two columns of the profile; whoever is counted in neither is counted as not said. */
export const columns = ['woman', 'man'] as const;
/** The rows seen first: most who arrive by night are young. */
export const firstBands = ageBands.slice(0, 4);
export const otherBands = ageBands.slice(4);

type Attention = (typeof attentions)[number];
export interface GroupDraft {
  people: number;
  /** By `sex ageBand`. */
  profiles: Record<string, number>;
  attention: Partial<Record<Attention, number>>;
}
export const newGroup: GroupDraft = { people: 2, profiles: {}, attention: {} };

export const counted = ({ profiles }: Pick<GroupDraft, 'profiles'>): number => Object.values(profiles).reduce((sum, n) => sum + n, 0);

/** Counting heads row by row also counts the group: nobody has to add up at night. */
export function countProfile(group: GroupDraft, key: string, people: number): GroupDraft {
  const others = counted(group) - (group.profiles[key] ?? 0);
  const profiles = { ...group.profiles, [key]: Math.min(people, mostPeople - others) };
  return { ...group, profiles, people: Math.max(group.people, counted({ profiles })) };
}
/** A group of fewer than were counted, or of fewer than two, is none. */
export const countPeople = (group: GroupDraft, people: number): GroupDraft => ({
  ...group,
  people: Math.max(2, counted(group), Math.min(people, mostPeople)),
});

/** The group as the server takes it. */
export function groupOf({ people, profiles, attention }: GroupDraft): z.input<typeof groupSchema> {
  const rows = ageBands.flatMap((ageBand) => columns.map((sex) => ({ sex, ageBand, people: profiles[`${sex} ${ageBand}`] ?? 0 })));
  return {
    people,
    profiles: rows.filter((row) => row.people > 0),
    attention: Object.fromEntries(attentions.flatMap((a) => (attention[a] ? [[a, Math.min(attention[a], people)]] : []))),
  };
}
