import type { JobWork } from './platform/jobs.ts';

/** What runs behind the screens, each enqueued by the change it follows. */
export const jobWork: JobWork = {
  async tell_about_referral({ referral, kind }, pool) {
    await pool.query('select platform.tell_about_referral($1, $2)', [referral, kind]);
  },
};
