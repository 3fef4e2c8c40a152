import type { PoolClient } from 'pg';
import { queueMessage } from '../../platform/mail/message.ts';
import { type Language, translator } from '../../platform/i18n/index.ts';
import { confirmToken } from './confirm-link.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

interface Due {
  organizationId: string;
  name: string;
  email: string;
  language: Language;
  services: string[];
}
const messages = { fr, ar, en, es };
const mostNamed = 20;

/** The letter that asks whether all is still true. */
export function reminder({ name, services, language }: Pick<Due, 'name' | 'services' | 'language'>, link: string, workspace: string) {
  const t = translator([messages[language]], language);
  const named = services.slice(0, mostNamed).map((service) => `  – ${service}`);
  const others = services.length - named.length;
  return {
    subject: t('mail.reminder.subject', { name: name.replace(/\s+/g, ' ').slice(0, 150) }),
    text: [
      t('mail.reminder.greeting'),
      '',
      t('mail.reminder.why'),
      '',
      ...named,
      ...(others > 0 ? [`  ${t('mail.reminder.more', { n: others })}`] : []),
      '',
      t('mail.reminder.link'),
      link,
      '',
      t('mail.reminder.change'),
      workspace,
      '',
    ].join('\n'),
  };
}

/** Writes to the organisations whose facts are due, each at most once in thirty days. */
export const remindOrganizations =
  (secret: string, address: string) =>
  async (tx: PoolClient): Promise<void> => {
    const { rows } = await tx.query<Due>(
      'select organization_id as "organizationId", name, email, language, services from directory.take_reminders()',
    );
    for (const due of rows) {
      const link = `${address}/${due.language}/confirm/${confirmToken(secret, due.organizationId, new Date())}`;
      await tx.query(queueMessage({ kind: 'confirm_reminder', to: due.email, ...reminder(due, link, `${address}/workspace/`) }));
    }
  };

/** Words nobody asked for in three months are forgotten. */
export const forgetOldQueries = async (tx: PoolClient): Promise<void> => {
  await tx.query('select directory.forget_old_queries()');
};
