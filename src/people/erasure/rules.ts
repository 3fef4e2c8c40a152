import type { ErasureView } from './contract.ts';

/** What binds where neither the cell nor the region has set a delay. */
export const lawfulDelay = {
  days: 10,
  source: 'Loi 09-08, article 8 : dix jours pour répondre à une demande d’effacement',
  sourceAr: 'القانون 09-08، المادة 8: عشرة أيام للجواب عن طلب المحو',
};

/** Why a request cannot be carried out now, as a code of a refusal. */
export function hindranceOf({ outcome, openCases }: Pick<ErasureView, 'outcome'> & { openCases: number }): string | undefined {
  if (outcome) return 'erasure_already_settled';
  return openCases > 0 ? 'cases_still_open' : undefined;
}
