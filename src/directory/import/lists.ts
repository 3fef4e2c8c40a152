/** The closed lists of imports, apart from their schemas: screens show them and need no validator. */
export const importRhythms = ['day', 'week'] as const;
export type ImportRhythm = (typeof importRhythms)[number];

export const importKinds = ['hsds_api', 'package', 'table'] as const;
export type ImportKind = (typeof importKinds)[number];

/** How a file that is looked at came: told from what it holds, not from its name. */
export const fileFormats = ['zip', 'xlsx', 'json', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** `kept`: nothing was asked of it yet. `refused`: it cannot come in as it is. */
export const fileStates = ['kept', 'looking', 'looked_at', 'refused', 'applying', 'applied'] as const;

/** What people should know of an import though nothing is wrong; each is a translation key `imports.note.<code>`. */
export const noteCodes = ['encoding', 'file', 'columns', 'rows'] as const;

/** In bytes. */
export const largestUpload = 200_000_000;

/** `refused`: what was given cannot be taken. `failed`: something came in between. */
export const importResults = ['ok', 'refused', 'failed'] as const;
export type ImportResult = (typeof importResults)[number];

/** Something came in between: another try may well succeed. */
export const failureReasons = ['no_answer', 'error_answer', 'interrupted', 'unexpected'] as const;
/** What was given cannot be taken as it is. */
export const refusalReasons = [
  'rows_do_not_fit',
  'file_unreadable',
  'file_damaged',
  'file_locked',
  'not_an_address',
  'not_public',
  'too_slow',
  'too_large',
  'too_many_requests',
  'too_many_redirects',
  'pages_repeat',
  'not_json',
  'not_hsds',
  'no_services',
] as const;
/** Why an import did not come in; each is a translation key `imports.reason.<code>`. */
export const importReasons = [...failureReasons, ...refusalReasons] as const;
export type ImportReason = (typeof importReasons)[number];

/** From so many failures in a row a source is something to do on the board. */
export const failuresToShow = 3;
