import { Client, Pool, types } from 'pg';
import type { Config } from '../config.ts';
import { StartupError } from '../config.ts';
import { installJobs } from '../jobs/install.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { ensureRoles, type LoginRole, rolePassword } from './roles.ts';
import { loadSecret } from './secrets.ts';

// Dates stay the text PostgreSQL wrote: a calendar day has no time zone to be shifted by. Counts fit a number.
types.setTypeParser(types.builtins.DATE, (v) => v);
types.setTypeParser(types.builtins.INT8, Number);

export interface Databases {
  /** Serves requests as `istiqbal_app`, under row-level security. */
  app: Pool;
  /** Serves sign-in only, as `istiqbal_auth`. */
  auth: Pool;
  secret: string;
  /** For commands of the same installation while it runs; grants everything, so it stays on this machine. */
  adminUrl: string;
  recovered: boolean;
  migrated: string[];
  /** Runs work as `istiqbal_owner`: imports, seeds. Never from a request. */
  asOwner<T>(work: (owner: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const urlFor = (adminUrl: string, role: LoginRole, secret: string): string => {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.toString();
};

/** Starts or reaches PostgreSQL, makes the roles, migrates, and opens one pool per role. */
export async function openDatabases(config: Pick<Config, 'dataDir' | 'databaseUrl'>, parameters: string[] = []): Promise<Databases> {
  const secret = loadSecret(config.dataDir);
  const server = config.databaseUrl ? undefined : await startEmbedded(config.dataDir, secret, parameters);
  const adminUrl = config.databaseUrl ?? server?.url ?? '';
  try {
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect().catch(() => {
      throw new StartupError(
        'PostgreSQL does not answer at DATABASE_URL. Check the address, the user and the password, and that the server runs.',
      );
    });
    let migrated: string[];
    try {
      await ensureRoles(admin, secret);
      migrated = await migrate(admin);
      await installJobs(admin);
    } finally {
      await admin.end();
    }
    const pool = (role: LoginRole, max: number): Pool => {
      const p = new Pool({ connectionString: urlFor(adminUrl, role, secret), max, application_name: role });
      // A connection lost while idle (server restarted) is replaced at the next use.
      p.on('error', () => undefined);
      // And one lost in use fails the statement that waits for it; it must not end the process as well.
      p.on('connect', (client) => client.on('error', () => undefined));
      return p;
    };
    const app = pool('istiqbal_app', 16);
    const auth = pool('istiqbal_auth', 16);
    return {
      app,
      auth,
      secret,
      adminUrl,
      recovered: server?.recovered ?? false,
      migrated,
      async asOwner(work) {
        const owner = new Client({ connectionString: adminUrl });
        await owner.connect();
        try {
          await owner.query('set role istiqbal_owner');
          return await work(owner);
        } finally {
          await owner.end();
        }
      },
      async close() {
        await Promise.all([app.end(), auth.end()]);
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
