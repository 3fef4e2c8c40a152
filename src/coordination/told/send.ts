import type { PoolClient } from 'pg';
import { isLanguage, type Language } from '../../platform/i18n/index.ts';
import { queueMessage } from '../../platform/mail/message.ts';
import type { Told } from '../contract.ts';
import { type AwaitedStep, digestLetter, type Moved, reminderLetter } from './letters.ts';
import { threadToken } from './links.ts';

const known = (language: string): Language => (isLanguage(language) ? language : 'fr');

interface Digest {
  userId: string;
  email: string;
  language: string;
  rhythm: string;
  moves: Moved[];
}
/** One letter to each person of whose things something moved, once a day or a week. `now`: what counts as this moment. */
export const tellFollowers =
  (secret: string, address: string, now = () => new Date()) =>
  async (tx: PoolClient): Promise<void> => {
    const { rows } = await tx.query<Digest>(
      'select user_id as "userId", email, language, rhythm, moves from coordination.take_digests($1)',
      [now()],
    );
    for (const { userId, email, ...digest } of rows) {
      const language = known(digest.language);
      const choice = `${address}/${language}/coordination/told/${threadToken('told', secret, userId, now())}`;
      await tx.query(queueMessage({ kind: 'thread_digest', to: email, ...digestLetter({ ...digest, language }, address, choice) }));
    }
  };

interface Due {
  reminderId: string;
  email: string;
  language: string;
  organization: string;
  actionTitle: Told;
  isSilent: boolean;
  steps: AwaitedStep[];
}
/** Asks those who own what is late, due or silent, each action and organisation at most once in fourteen days. */
export const remindOwners =
  (secret: string, address: string, now = () => new Date()) =>
  async (tx: PoolClient): Promise<void> => {
    const { rows } = await tx.query<Due>(
      `select reminder_id as "reminderId", email, language, organization, action_title as "actionTitle", is_silent as "isSilent", steps
       from coordination.take_reminders($1)`,
      [now()],
    );
    for (const { reminderId, email, ...due } of rows) {
      const language = known(due.language);
      const link = `${address}/${language}/coordination/asked/${threadToken('asked', secret, reminderId, now())}`;
      await tx.query(queueMessage({ kind: 'action_reminder', to: email, ...reminderLetter({ ...due, language }, link) }));
    }
  };
