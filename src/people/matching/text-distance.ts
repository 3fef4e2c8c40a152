/** How alike two words are written, 0…1: letters in common at about the same place, beginnings weigh more (Jaro 1989, Winkler 1990). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(n, m) / 2) - 1);
  const taken = new Uint8Array(m);
  const matched: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(m, i + reach + 1); j++) {
      if (taken[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      taken[j] = 1;
      matched.push(a.charCodeAt(i));
      break;
    }
  }
  if (matched.length === 0) return 0;
  let moved = 0;
  for (let j = 0, k = 0; j < m; j++) if (taken[j] && b.charCodeAt(j) !== matched[k++]) moved++;
  const k = matched.length;
  const jaro = (k / n + k / m + (k - moved / 2) / k) / 3;
  let start = 0;
  while (start < 4 && start < n && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  return jaro + start * 0.1 * (1 - jaro);
}

const rows = [new Uint16Array(130), new Uint16Array(130), new Uint16Array(130)] as const;

/** Letters typed wrong, left out, added, or swapped with their neighbour (optimal string alignment); texts are cut at 128 letters. */
export function slips(a: string, b: string): number {
  const [n, m] = [Math.min(a.length, 128), Math.min(b.length, 128)];
  let [before, last, row]: Uint16Array[] = [...rows] as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= m; j++) (last as Uint16Array)[j] = j;
  for (let i = 1; i <= n; i++) {
    const [r, l, p] = [row as Uint16Array, last as Uint16Array, before as Uint16Array];
    r[0] = i;
    for (let j = 1; j <= m; j++) {
      const wrong = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let least = Math.min((l[j - 1] as number) + wrong, (l[j] as number) + 1, (r[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        least = Math.min(least, (p[j - 2] as number) + 1);
      r[j] = least;
    }
    [before, last, row] = [last, row, before];
  }
  return (last as Uint16Array)[m] as number;
}
