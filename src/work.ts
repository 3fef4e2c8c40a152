import type { PoolClient } from 'pg';
import { noteLikelyPairs } from './people/index.ts';
import { actInside } from './platform/database/actor.ts';
import type { JobWork } from './platform/jobs/run-batch.ts';

/** What runs behind the screens, each enqueued by the change it follows. */
export const jobWork: JobWork = {
  /** Told twice is told once: an organisation has one notice of a kind about a referral. */
  async tell_about_referral(batch, tx) {
    await tx.query('select platform.tell_about_referrals($1, $2)', [batch.map((j) => j['referral']), batch.map((j) => j['kind'])]);
  },
  /** As the person who wrote the record, so that it looks no further than they may. */
  async look_for_duplicates(batch, tx) {
    for (const { personId = '', organizationId = '', userId = '' } of batch) {
      await actInside(tx, { userId, organizationId });
      await noteLikelyPairs(tx, organizationId, personId);
    }
    // Other work may follow in this transaction, which acts for nobody.
    await actInside(tx, { userId: '', organizationId: '' });
  },
};

/** Tells both ends of each referral that was not answered in time, once. */
export const tellAboutOverdueReferrals = async (tx: PoolClient): Promise<void> => {
  await tx.query('select platform.tell_about_overdue_referrals()');
};

/** Tells each cell of its cases that ran past their delay, once. */
export const tellAboutLateCases = async (tx: PoolClient): Promise<void> => {
  await tx.query('select platform.tell_about_late_cases()');
};

/** Forgets the answers to a cell's own questions that have been kept as long as they may. */
export const forgetOldValues = async (tx: PoolClient): Promise<void> => {
  await tx.query('select desk.forget_old_values()');
};
