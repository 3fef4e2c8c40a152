import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { exportToFile } from './directory/export/export-to-file.ts';
import { importApi, isAddress } from './directory/import/import-api.ts';
import { importCsv } from './directory/import/import-csv.ts';
import { type ImportOptions, importHsds } from './directory/import/import-hsds.ts';
import { importRhythms } from './directory/import/lists.ts';
import { importWithReport } from './directory/import/save-report.ts';
import { importAndSave } from './directory/import/save-source.ts';
import { type ImportReport, printReport } from './directory/import/report.ts';
import { type Config, readConfig, StartupError } from './platform/config.ts';
import { type Databases, openDatabases } from './platform/database/open.ts';
import { addKey, keyFileOf, missingKeysText } from './platform/files/keys.ts';
import { openVault } from './platform/files/vault.ts';
import { listMissingKeys, rewrapAll } from './platform/files/wrapped-keys.ts';
import { findRunning } from './platform/running.ts';
import { loadRegion } from './region.ts';

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** A command line that does not fit; the message says how to write it. */
class UsageError extends Error {}

/** Opens the database of `DATA_DIR`; when the platform runs on it, joins its server instead of starting a second one. */
async function withDatabases<T>(config: Config, work: (databases: Databases) => Promise<T>): Promise<T> {
  const running = config.databaseUrl ? undefined : findRunning(config.dataDir);
  const databases = await openDatabases({ dataDir: config.dataDir, databaseUrl: config.databaseUrl ?? running?.databaseUrl });
  try {
    return await work(databases);
  } finally {
    await databases.close();
  }
}

const importOptions = {
  source: { type: 'string' },
  translations: { type: 'string' },
  language: { type: 'string' },
  mapping: { type: 'string' },
  every: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'skip-bad-rows': { type: 'boolean', default: false },
} as const;

async function runImport(args: string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: importOptions, allowPositionals: true });
  const [kind, path, ...rest] = positionals;
  if ((kind !== 'hsds' && kind !== 'csv') || path === undefined || rest.length > 0)
    throw new UsageError('Write: istiqbal import hsds <path or address>, or istiqbal import csv <path> --mapping FILE.');
  if (values.language && !values.translations) throw new UsageError('--language goes with --translations FOLDER.');
  const { mapping } = values;
  if ((kind === 'csv') !== (mapping !== undefined)) throw new UsageError('--mapping FILE goes with import csv, and only with it.');
  const rhythm = importRhythms.find((known) => known === values.every);
  if (values.every !== undefined && (rhythm === undefined || !isAddress(path)))
    throw new UsageError('--every day or --every week goes with import hsds https://…');
  if (rhythm && (values.translations || values['skip-bad-rows']))
    throw new UsageError('--every takes neither --translations nor --skip-bad-rows: nobody is there to look at what is left out.');
  const options: ImportOptions = {
    path,
    sourceKey: values.source,
    translations: values.translations === undefined ? undefined : { folder: values.translations, language: values.language },
    dryRun: values['dry-run'],
    skipBadRows: values['skip-bad-rows'],
  };
  const report = await withDatabases(config, ({ asOwner }) =>
    asOwner((owner) => {
      if (rhythm && !options.dryRun) return importAndSave(owner, path, rhythm, options.sourceKey);
      const kind = mapping !== undefined ? 'table' : isAddress(path) ? 'hsds_api' : 'package';
      return importWithReport(owner, { kind, name: kind === 'hsds_api' ? new URL(path).host : basename(path) }, () => {
        if (mapping !== undefined) return importCsv(owner, { ...options, mapping });
        return isAddress(path) ? importApi(owner, options) : importHsds(owner, options);
      });
    }),
  );
  return tell(report);
}

function tell(report: ImportReport): number {
  say(printReport(report));
  if (report.outcome !== 'refused') return 0;
  say('Nothing was imported. Correct the lines above, or add --skip-bad-rows to leave those rows out.');
  return 1;
}

async function runSeed(args: string[], config: Config): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const report = await withDatabases(config, ({ asOwner }) => asOwner((owner) => loadRegion(owner, positionals[0])));
  say(
    `${report.territories.total} territories (${report.territories.changed} changed), ${report.workshops.total} workshops (${report.workshops.changed} rows changed), ${report.procedures.total} procedures (${report.procedures.changed} changed)`,
  );
  return tell(report.directory);
}

async function runMigrate(args: string[], config: Config): Promise<number> {
  parseArgs({ args });
  const migrated = await withDatabases(config, async (databases) => databases.migrated);
  say(migrated.length > 0 ? `Applied: ${migrated.join(', ')}` : 'The database is up to date.');
  return 0;
}

async function runExport(args: string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: { complete: { type: 'boolean', default: false } }, allowPositionals: true });
  const [kind, path, ...rest] = positionals;
  if (kind !== 'hsds' || path === undefined || rest.length > 0) throw new UsageError('Write: istiqbal export hsds <file.zip>.');
  await withDatabases(config, ({ asOwner }) => asOwner((owner) => exportToFile(owner, path, values.complete ? 'complete' : 'public')));
  say(values.complete ? `${path} holds drafts and names of staff: keep it safe.` : `${path} holds what is public.`);
  return 0;
}

async function runRotateFileKey(args: string[], config: Config): Promise<number> {
  parseArgs({ args });
  const count = await withDatabases(config, ({ asOwner }) =>
    asOwner(async (owner) => {
      const missing = await listMissingKeys(owner, openVault(config).keys);
      if (missing.length > 0) throw new StartupError(missingKeysText(missing, config.dataDir));
      // Keys of a setting are added there, by its owner.
      if (config.files.keys === undefined) addKey(config.dataDir);
      return rewrapAll(owner, openVault(config));
    }),
  );
  say(
    `${count} ${count === 1 ? 'file lies' : 'files lie'} under the last key now. Restart the platform, and save ${keyFileOf(config.dataDir)}: older backups need the older keys.`,
  );
  return 0;
}

interface Command {
  usage: string;
  summary: string;
  /** Returns the exit code. */
  run(args: string[], config: Config): Promise<number>;
}

/** A new command is one entry here. */
const commands: Record<string, Command> = {
  migrate: { usage: 'migrate', summary: 'bring the database to this version', run: runMigrate },
  seed: { usage: 'seed [folder]', summary: 'load the region (data/oriental): territories, directory, workshops, procedures', run: runSeed },
  import: {
    usage: 'import hsds <folder|datapackage.json|zip|xlsx|json|https://…>\n  import csv <folder|file.csv|file.xlsx> --mapping FILE',
    summary: `bring a directory in, all or nothing
      --source KEY            the source whose records these are (default: the package's name)
      --translations FOLDER   files services.ar.csv …; with --language ar, files services.csv …
      --every day|week        an address: save it, and import it again each night or each week
      --dry-run               say what would change, change nothing
      --skip-bad-rows         leave out rows that do not fit`,
    run: runImport,
  },
  export: {
    usage: 'export hsds <file.zip|file.xlsx|file.json|file.geojson|file.csv>',
    summary: `write the directory to a file that import reads again
      --complete              drafts, contacts of staff and history too (.zip, .xlsx)`,
    run: runExport,
  },
  'rotate-file-key': {
    usage: 'rotate-file-key',
    summary: 'make a new master key and put the keys of all attached files under it (with FILES_KEYS: under its last)',
    run: runRotateFileKey,
  },
};

function help(): string {
  const lines = Object.values(commands).map((c) => `  ${c.usage}\n      ${c.summary}`);
  return ['istiqbal <command>', '', ...lines, '', 'DATA_DIR and DATABASE_URL choose the database, as for npm start.'].join('\n');
}

/** Runs one command line; returns the exit code: 0 done, 1 could not, 2 not understood. */
export async function runCli(argv: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [name = 'help', ...args] = argv;
  if (['help', '--help', '-h'].includes(name) || args.includes('--help')) {
    say(help());
    return 0;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new UsageError(`There is no command ${name}. Write: istiqbal help.`);
    return await command.run(args, readConfig(env));
  } catch (error) {
    const misused =
      error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    if (!misused && !(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message.split('\n')[0]}\n`);
    return misused ? 2 : 1;
  }
}

// Not exitCode: the embedded server's exit hook would replace it by 0.
if (process.argv[1] === import.meta.filename) process.exit(await runCli(process.argv.slice(2), process.env));
