import type { ReferralRow } from '../contract.ts';

/** The colour beside the word; late wins over waiting. */
export function statusTone({ status, late }: Pick<ReferralRow, 'status' | 'late'>): 'good' | 'bad' | 'warn' | 'info' | 'plain' {
  if (status === 'sent') return late ? 'bad' : 'warn';
  if (status === 'accepted') return 'info';
  if (status === 'completed') return 'good';
  return status === 'declined' ? 'bad' : 'plain';
}
