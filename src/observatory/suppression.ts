export interface Counted {
  value: string;
  count: number;
}
export interface Published {
  value: string;
  /** `null`: too few people to show without pointing at one of them. */
  count: number | null;
}

/**
 * Primary suppression hides counts from 1 to `threshold` - 1. Beside a published total one hidden count could be
 * had by subtraction, so the smallest shown one is hidden with it (complementary suppression), and again until what
 * is hidden adds up to at least `threshold`.
 */
export function suppress(counts: readonly Counted[], threshold: number): Published[] {
  const hidden = new Set(counts.filter((c) => c.count > 0 && c.count < threshold));
  if (hidden.size > 0) {
    const shown = counts.filter((c) => c.count >= threshold).sort((a, b) => a.count - b.count || a.value.localeCompare(b.value));
    const sum = (): number => [...hidden].reduce((s, c) => s + c.count, 0);
    for (const next of shown) {
      if (hidden.size > 1 && sum() >= threshold) break;
      hidden.add(next);
    }
  }
  return counts.map((c) => ({ value: c.value, count: hidden.has(c) ? null : c.count }));
}

/** A whole is judged by itself and its parts beside what they leave of it: few emergencies do not hide how many came. */
export function suppressParts(whole: Counted, parts: readonly Counted[], threshold: number): Published[] {
  const rest = { value: '', count: whole.count - parts.reduce((sum, { count }) => sum + count, 0) };
  return [...suppress([whole], threshold), ...suppress([...parts, rest], threshold).slice(0, parts.length)];
}
