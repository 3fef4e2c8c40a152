/** The closed lists of registers that come in, apart from their schemas: screens show them and need no validator. */
export const registerFields = [
  'name',
  'given',
  'family',
  'name_ar',
  'given_ar',
  'family_ar',
  'birth_date',
  'sex',
  'phone',
  'email',
  'country',
  'language',
  'audience',
  'visited_on',
  'need',
  'outcome',
  'status',
  'note',
  'ignore',
] as const;
export type RegisterField = (typeof registerFields)[number];
/** What a column may hold: a thing we know, or the answers to a question of the cell. */
export type ColumnField = RegisterField | `own:${string}`;
export const ownField = (questionId: string): ColumnField => `own:${questionId}`;
export const isOwnField = (field: ColumnField): boolean => field.startsWith('own:');

/** Fields whose words are ours once somebody said which. */
export const wordFields = ['need', 'outcome', 'status', 'sex', 'audience', 'language'] as const;
export type WordField = (typeof wordFields)[number];
export const isWordField = (field: ColumnField): field is WordField => wordFields.some((f) => f === field);

/** How a case of the register stands: the action of the life of a case that leads there, or none while it is open. `none` opens no case. */
export const registerStatuses = [
  'none',
  'open',
  'in_progress',
  'waiting_person',
  'waiting_third_party',
  'oriented',
  'solved',
  'partly_solved',
  'transferred',
  'withdrawn_by_person',
  'unreachable',
  'outside_mission',
] as const;
export type RegisterStatus = (typeof registerStatuses)[number];

export const importStates = [
  'kept',
  'reading',
  'to_map',
  'checking',
  'review',
  'applying',
  'applied',
  'undoing',
  'undone',
  'refused',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];
/** Work is being done behind the screens. */
export const isMoving = (state: ImportState): boolean => ['reading', 'checking', 'applying', 'undoing'].includes(state);

/** Why a file is not read; each is a translation key `register.reason.<code>`. */
export const refusalReasons = [
  'file_damaged',
  'file_locked',
  'too_large',
  'encoding_unknown',
  'csv_syntax',
  'no_rows',
  'too_many_rows',
  'too_many_columns',
  'two_headers',
  'no_headers',
] as const;
/** What should be known of a file though it is read; `register.note.<code>`. */
export const noteCodes = ['encoding', 'loose_quotes', 'merged', 'other_sheets', 'titles_above', 'identity_numbers'] as const;

/** What does not fit in a row; `register.problem.<code>`. The first stop it, the others are left out of what comes in. */
export const stoppingProblems = [
  'nobody_named',
  'name_too_long',
  'visited_on_unreadable',
  'visited_on_no_day',
  'visited_on_ahead',
  'visited_on_before_1900',
  'need_unknown',
  'need_missing',
  'status_unknown',
  'note_too_long',
] as const;
export const lesserProblems = [
  'name_missing',
  'phone_impossible',
  'email_impossible',
  'country_unknown',
  'birth_date_unreadable',
  'birth_date_ahead',
  'birth_date_before_1900',
  'sex_unknown',
  'outcome_unknown',
  'audience_unknown',
  'language_unknown',
  'answer_unreadable',
] as const;
export type ProblemCode = (typeof stoppingProblems)[number] | (typeof lesserProblems)[number];
export const stops = (code: ProblemCode): boolean => stoppingProblems.some((c) => c === code);

/** What a row may add to the record of somebody known that says nothing of it. */
export const addable = ['phone', 'email', 'country'] as const;
export type Addable = (typeof addable)[number];

export const rowStates = ['ready', 'look', 'error'] as const;
export type RowState = (typeof rowStates)[number];
export const decisions = ['new', 'known', 'row', 'leave'] as const;
export type Decision = (typeof decisions)[number];

/** In bytes. */
export const largestRegister = 50_000_000;
export const limits = { rows: 50_000, columns: 200 };
/** How many values of a column are offered to be put into our words. */
export const mostWords = 80;

export const exportKinds = ['people', 'visits', 'cases'] as const;
export type ExportKind = (typeof exportKinds)[number];
export const exportFormats = ['xlsx', 'csv'] as const;
export const exportStates = ['making', 'ready', 'failed', 'removed'] as const;

interface ExportColumn {
  /** `named`: tells who a person is, or may. `contact`: how to reach them. The others are in every export. */
  level?: 'named' | 'contact';
}
/** What each kind of export may hold, in reading order. */
export const exportColumns = {
  people: {
    reference: {},
    name: { level: 'named' },
    other_names: { level: 'named' },
    birth_date: { level: 'named' },
    birth_year: {},
    sex: {},
    audience: {},
    spoken_language: {},
    residence_country: {},
    commune: {},
    recorded_on: {},
    visits: {},
    cases: {},
    phone: { level: 'contact' },
    email: { level: 'contact' },
    contact_preference: { level: 'contact' },
    safe_hours: { level: 'contact' },
    own_questions: {},
    own_personal_questions: { level: 'named' },
  },
  visits: {
    reference: {},
    date: {},
    needs: {},
    outcome: {},
    audience: {},
    sex: {},
    age_band: {},
    spoken_language: {},
    channel: {},
    people: {},
    emergency: {},
    imported: {},
    commune: {},
    person_reference: {},
    name: { level: 'named' },
    note: { level: 'named' },
    phone: { level: 'contact' },
    own_questions: {},
    own_personal_questions: { level: 'named' },
  },
  cases: {
    reference: {},
    opened_on: {},
    closed_on: {},
    status: {},
    priority: {},
    needs: {},
    person_reference: {},
    name: { level: 'named' },
    birth_date: { level: 'named' },
    birth_year: {},
    sex: {},
    summary: { level: 'named' },
    notes: { level: 'named' },
    phone: { level: 'contact' },
    own_questions: {},
    own_personal_questions: { level: 'named' },
  },
} as const satisfies Record<ExportKind, Record<string, ExportColumn>>;
export const columnsOf = (kind: ExportKind): string[] => Object.keys(exportColumns[kind]);
export const levelOf = (kind: ExportKind, column: string): 'named' | 'contact' | undefined =>
  (exportColumns[kind] as Record<string, ExportColumn>)[column]?.level;
/** The columns an export of these choices may hold. */
export const allowedColumns = (kind: ExportKind, named: boolean, contacts: boolean): string[] =>
  columnsOf(kind).filter((column) => {
    const level = levelOf(kind, column);
    return level === undefined || (level === 'named' ? named : named && contacts);
  });
