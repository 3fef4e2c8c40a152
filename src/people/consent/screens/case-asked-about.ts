/** What is asked about a case needs of it, whether the server has it yet or only this device. */
export interface CaseAskedAbout {
  needs: string[];
  summary: string | null;
  visitId: string | null;
  minorSituation: string | null;
  person: { name: string; phone: string | null; language: string | null; birthDate: string | null } | null;
  visit: { ageBand: string; language: string } | null;
  /** What was answered before, newest first. */
  consents: { purpose: string; recipientOrganizationId: string | null; answer: string; givenAt: string; explainedBy: string | null }[];
}

/** What this device wrote itself, from the form that opens a case. */
export interface Opening {
  needs: string[];
  summary?: string;
  visitId?: string;
  minorSituation?: string;
  person?: { name: string; phone?: string; language?: string; birthDate?: string };
}

/** A case that is still on its way. */
export function askedAboutOf({ needs, summary, visitId, minorSituation, person }: Opening): CaseAskedAbout {
  return {
    needs,
    summary: summary ?? null,
    visitId: visitId ?? null,
    minorSituation: minorSituation ?? null,
    person: person
      ? { name: person.name, phone: person.phone ?? null, language: person.language ?? null, birthDate: person.birthDate ?? null }
      : null,
    visit: null,
    consents: [],
  };
}
