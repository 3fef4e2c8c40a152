import type { PoolClient } from 'pg';
import type { JobWork } from './platform/jobs/run-batch.ts';

/** What runs behind the screens, each enqueued by the change it follows. */
export const jobWork: JobWork = {
  /** Told twice is told once: an organisation has one notice of a kind about a referral. */
  async tell_about_referral(batch, tx) {
    await tx.query('select platform.tell_about_referrals($1, $2)', [batch.map((j) => j['referral']), batch.map((j) => j['kind'])]);
  },
};

/** Tells both ends of each referral that was not answered in time, once. */
export const tellAboutOverdueReferrals = async (tx: PoolClient): Promise<void> => {
  await tx.query('select platform.tell_about_overdue_referrals()');
};
