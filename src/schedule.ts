import { forgetRegisters, type Registers } from './cases/register/index.ts';
import { remindOwners, tellFollowers } from './coordination/index.ts';
import { checkLinks } from './directory/care/check-links.ts';
import { forgetOldQueries, remindOrganizations } from './directory/care/reminders.ts';
import type { ImportFiles } from './directory/import/import-files-worker.ts';
import { rekeyPeople } from './people/index.ts';
import type { Config } from './platform/config.ts';
import type { Databases } from './platform/database/open.ts';
import { inTransaction } from './platform/database/transaction.ts';
import type { BlobStore } from './platform/files/blob-store.ts';
import { sweepFiles } from './platform/files/sweep.ts';
import type { Scheduled } from './platform/jobs/start.ts';
import { keepSending } from './platform/mail/sender.ts';
import { forgetOldValues, tellAboutLateCases, tellAboutOverdueReferrals } from './work.ts';

type Settings = Pick<Config, 'mail' | 'checkLinks'> & {
  /** The installation's, which signs the links in letters. */
  secret: string;
  /** The one people use. */
  address: string;
  asOwner: Databases['asOwner'];
  imports: Pick<ImportFiles, 'run'>;
  importFiles: Pick<ImportFiles, 'run'>;
  registers: Pick<Registers, 'run'>;
  blobs: BlobStore;
};

/** What time alone brings about, by the region's clock. A new one is one line here. */
export function schedule({
  mail,
  checkLinks: linksToo,
  secret,
  address,
  asOwner,
  imports,
  importFiles,
  registers,
  blobs,
}: Settings): Scheduled[] {
  const lines: (Scheduled | undefined | false)[] = [
    { name: 'tell_about_overdue_referrals', cron: '* * * * *', run: (pool) => inTransaction(pool, tellAboutOverdueReferrals) },
    { name: 'tell_about_late_cases', cron: '*/10 * * * *', run: (pool) => inTransaction(pool, tellAboutLateCases) },
    { name: 'remind_organizations', cron: '7 * * * *', run: (pool) => inTransaction(pool, remindOrganizations(secret, address)) },
    { name: 'tell_followers', cron: '17 * * * *', run: (pool) => inTransaction(pool, tellFollowers(secret, address)) },
    { name: 'remind_owners', cron: '27 * * * *', run: (pool) => inTransaction(pool, remindOwners(secret, address)) },
    { name: 'forget_old_values', cron: '41 3 * * *', run: (pool) => inTransaction(pool, forgetOldValues) },
    { name: 'forget_old_queries', cron: '23 * * * *', run: (pool) => inTransaction(pool, forgetOldQueries) },
    { name: 'rekey_people', cron: '* * * * *', run: async () => void (await asOwner((owner) => rekeyPeople(owner))) },
    { name: 'import_directories', cron: '* * * * *', run: () => imports.run() },
    { name: 'work_on_import_files', cron: '* * * * *', run: () => importFiles.run() },
    { name: 'work_on_registers', cron: '* * * * *', run: () => registers.run() },
    { name: 'forget_registers', cron: '47 * * * *', run: (pool) => forgetRegisters(pool, blobs) },
    { name: 'sweep_files', cron: '37 * * * *', run: (pool, signal) => sweepFiles(pool, blobs, signal) },
    mail && { name: 'send_mail', cron: '* * * * *', atStart: true, run: (pool, signal) => keepSending(pool, mail, signal) },
    linksToo && { name: 'check_links', cron: '* 1-4 * * *', run: (pool, signal) => checkLinks(pool, {}, signal) },
  ];
  return lines.filter((line) => line !== undefined && line !== false);
}
