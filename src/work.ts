import { forgetRound, remindRound } from './directory/care/reminders.ts';
import type { JobWork, Rounds } from './platform/jobs.ts';

/** What runs behind the screens, each enqueued by the change it follows. */
export const jobWork: JobWork = {
  async tell_about_referral(batch, tx) {
    await tx.query('select platform.tell_about_referrals($1, $2)', [batch.map((j) => j['referral']), batch.map((j) => j['kind'])]);
  },
};

/** What time alone brings about. */
export const rounds: Rounds = [
  async (tx) => {
    await tx.query('select platform.tell_about_overdue_referrals()');
  },
  forgetRound,
];

/** The same, with what needs the installation's secret and its address. */
export const roundsOf = (secret: string, address: string): Rounds => [...rounds, remindRound(secret, address)];
