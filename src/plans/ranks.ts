export interface Counted {
  id: string;
  women: number;
  men: number;
}

/** Ranks by hands, 1 first; as many hands share a rank, and the next one counts them all. No hand, no rank. */
export function ranksOf(counted: readonly Counted[]): Map<string, number> {
  const hands = ({ women, men }: Counted): number => women + men;
  const voted = counted.filter((c) => hands(c) > 0);
  return new Map(voted.map((one) => [one.id, 1 + voted.filter((other) => hands(other) > hands(one)).length]));
}
