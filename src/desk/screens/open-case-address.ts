interface Opened {
  id: string;
  needs: readonly string[];
  language: string;
  ageBand: string;
  /** Whoever the visit was with, when the cell knows them. */
  personId: string | null;
}
/** Where a file is opened for a visit, with what the visit already answered. */
export function openCaseAddress({ id, needs, language, ageBand, personId }: Opened): string {
  return `/cases/new?visit=${id}&needs=${needs.join(',')}&language=${language}&age=${ageBand}${personId ? `&person=${personId}` : ''}`;
}
