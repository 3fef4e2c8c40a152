import { useCountryName } from '../../../people/screens/index.ts';
import { Card } from '../../../ui/card.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import type { Alike, Column, RegisterRow, RowProblem } from '../contract.ts';

interface RowCardProps {
  row: RegisterRow;
  columns: Column[];
  decide: (what: Record<string, unknown>) => Promise<void>;
}

/** One row: what it says, what does not fit and in which column, whom it may be, and what is decided of it. */
export function RowCard({ row, columns, decide }: RowCardProps) {
  const t = useT();
  const { n, read, problems, alike, state, decidedBy } = row;
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <p className="text-sm text-quiet">{t('register.row', { n })}</p>
          <h3 className="font-bold wrap-anywhere">
            <bdi>{read.name ?? '—'}</bdi>
            {read.otherNames.map((name) => (
              <span key={name} className="font-normal">
                {' '}
                · <bdi>{name}</bdi>
              </span>
            ))}
          </h3>
          <Facts row={row} />
        </div>
        {state !== 'error' && (
          <div className="w-full sm:w-72">
            <div className="flex flex-col gap-2">
              <DecisionSelect row={row} decide={decide} />
              <Completes row={row} decide={decide} />
            </div>
            {decidedBy && <p className="mt-1 text-sm text-quiet">{t('register.row.decided_by', { name: decidedBy })}</p>}
          </div>
        )}
      </div>
      {problems.length > 0 && <Problems problems={problems} columns={columns} />}
      {alike.length > 0 && <AlikeList alike={alike} />}
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold text-primary underline underline-offset-4">
          {t('register.row.original')}
        </summary>
        <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
          {columns.map(({ header }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one header.
            <div key={i} className="flex flex-wrap gap-x-2">
              <dt className="text-quiet">
                <bdi>{header || t('register.map.column', { n: i + 1 })}</bdi>
              </dt>
              <dd className="wrap-anywhere">
                <bdi>{row.cells[i]}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}

function Facts({ row: { read } }: { row: RegisterRow }) {
  const t = useT();
  const dates = useDates();
  const countryName = useCountryName();
  const facts = [
    read.birthDate ? t('register.row.born', { date: read.birthDate.split('-').reverse().join('/') }) : '',
    read.visitedOn ? t('register.row.visit', { date: dates.day(read.visitedOn) }) : '',
    read.country ? countryName(read.country) : '',
    wordsOf(t, 'language', read.language ? [read.language, ...read.languages] : []),
    wordsOf(t, 'need', read.needs),
    read.status ? t('register.row.case', { status: t(`register.status.${read.status}`) }) : '',
  ].filter((fact) => fact !== '');
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-quiet">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {[read.phone, read.email].map(
        (way) =>
          way && (
            <bdi key={way} dir="ltr" className="wrap-anywhere tabular-nums">
              {way}
            </bdi>
          ),
      )}
    </p>
  );
}

function Problems({ problems, columns }: { problems: RowProblem[]; columns: Column[] }) {
  const t = useT();
  return (
    <ul className="flex flex-col gap-1 rounded-xl bg-warn-soft px-4 py-3 text-warn">
      {problems.map(({ code, column, value }) => (
        <li key={`${code} ${column}`}>
          {column !== null && (
            <span className="font-semibold">
              {t('register.row.in_column', { header: columns[column]?.header || t('register.map.column', { n: column + 1 }) })}{' '}
            </span>
          )}
          {t(`register.problem.${code}`, { value })}
        </li>
      ))}
    </ul>
  );
}

function AlikeList({ alike }: { alike: Alike[] }) {
  const { t, has } = useLanguage();
  return (
    <div className="rounded-xl bg-sand px-4 py-3">
      <p className="font-semibold">{t('register.row.alike')}</p>
      <ul className="flex flex-col gap-2">
        {alike.map(({ personId, row, name, birthDate, reasons }) => (
          <li key={personId ?? row}>
            <span>
              {personId ? t('register.row.known', { name }) : t('register.row.other', { name, n: row ?? 0 })}
              {birthDate && <> · {t('register.row.born', { date: birthDate.split('-').reverse().join('/') })}</>}
            </span>
            <span className="block text-sm">
              {reasons
                .filter((reason) => has(`likeness.${reason}`))
                .map((reason) => t(`likeness.${reason}`))
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the row may add to the record it was said to be of; nothing that stands there is replaced. */
function Completes({ row, decide }: { row: RegisterRow; decide: RowCardProps['decide'] }) {
  const t = useT();
  const { n, decision, knownPersonId, alike, read } = row;
  const lacks = alike.find(({ personId }) => personId !== null && personId === knownPersonId)?.lacks ?? [];
  if (decision !== 'known' || lacks.length === 0) return null;
  return (
    <Tick
      label={t('register.row.completes', { what: lacks.map((part) => t(`register.field.${part}`)).join(t('workspace.list_comma')) })}
      isChosen={read.completes === true}
      onChange={(completes) => void decide({ rows: [n], decision, personId: knownPersonId, completes })}
    />
  );
}

/** What the list of choices says for what was decided. */
const chosenIn = ({ decision, knownPersonId, sameAsRow }: RegisterRow): string =>
  decision === 'known' ? `known ${knownPersonId}` : decision === 'row' ? `row ${sameAsRow}` : (decision ?? 'undecided');

function DecisionSelect({ row, decide }: { row: RegisterRow; decide: RowCardProps['decide'] }) {
  const t = useT();
  const { n, alike } = row;
  const isPlain = alike.length === 0;
  function choose(value: string): void {
    const [decision = '', of] = value.split(' ');
    void decide({
      rows: [n],
      decision,
      ...(decision === 'known' ? { personId: of } : {}),
      ...(decision === 'row' ? { sameAsRow: Number(of) } : {}),
    });
  }
  return (
    <NativeSelect label={t('register.row.decision', { n })} hideLabel value={chosenIn(row)} onChange={choose}>
      <option value="undecided">{t('register.map.word.none')}</option>
      <option value="new">{t(isPlain ? 'register.row.decide.take' : 'register.row.decide.new')}</option>
      {alike.map(({ personId, row: other, name }) =>
        personId ? (
          <option key={personId} value={`known ${personId}`}>
            {t('register.row.decide.known', { name })}
          </option>
        ) : (
          <option key={other} value={`row ${other}`}>
            {t('register.row.decide.row', { n: other ?? 0 })}
          </option>
        ),
      )}
      <option value="leave">{t('register.row.decide.leave')}</option>
    </NativeSelect>
  );
}
