/** Whether a birth date, known to the year, the month or the day, lies after `now`. */
export function isAhead(birthDate: string, now: Date): boolean {
  return birthDate > now.toISOString().slice(0, birthDate.length);
}

/** Whole years on the day of `now`, counting a date known by its year alone as its last day: the youngest the person can be. */
export function ageAt(birthDate: string, now: Date): number {
  const [year = 0, month = 12, day = 31] = birthDate.split('-').map(Number);
  const years = now.getUTCFullYear() - year;
  const hadBirthday = now.getUTCMonth() + 1 > month || (now.getUTCMonth() + 1 === month && now.getUTCDate() >= day);
  return hadBirthday ? years : years - 1;
}
