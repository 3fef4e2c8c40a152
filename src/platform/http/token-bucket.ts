/** Lets so many through at once and so many a minute after that. Of all callers together: it knows no addresses. */
export function tokenBucket(atOnce: number, perMinute: number, clock: () => number = Date.now): () => boolean {
  let tokens = atOnce;
  let last = clock();
  return () => {
    const now = clock();
    tokens = Math.min(atOnce, tokens + (Math.max(0, now - last) / 60_000) * perMinute);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
