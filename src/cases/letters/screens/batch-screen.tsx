import { useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge, Card, Notice, Reference } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Empty } from '../../../ui/state.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { CaseRow } from '../../contract.ts';
import type { CaseValues, Template, TemplatesAnswer } from '../contract.ts';
import { mostAtOnce } from '../lists.ts';
import { CellLacks } from './cell-lacks.tsx';
import { type Languages, offeredBy, openIn, textsFrom } from './letter-draft.ts';
import { PrintLink } from './print-link.tsx';
import { useValues } from './use-values.ts';
import { withLetterTexts } from './with-letter-texts.tsx';

export const BatchScreen = withLetterTexts(ManyLetters);

function ManyLetters() {
  const t = useT();
  const templates = useRead<TemplatesAnswer>('/api/cases/letters/templates');
  const cases = useRead<{ cases: CaseRow[] }>('/api/cases?list=all');
  return (
    <Page
      title={t('letters.batch')}
      intro={t('letters.batch.intro')}
      actions={
        <Link to="/letters" className={buttonClass('second')}>
          {t('letters.of_cell')}
        </Link>
      }
    >
      <Reading query={templates}>
        {({ templates: list }) => <Reading query={cases}>{({ cases: rows }) => <Choose templates={list} rows={rows} />}</Reading>}
      </Reading>
    </Page>
  );
}

const periods = ['week', 'month', 'all'] as const;
const daysOf = { week: 7, month: 31, all: 100_000 };

function Choose({ templates, rows }: { templates: readonly Template[]; rows: readonly CaseRow[] }) {
  const { t, language } = useLanguage();
  const [period, setPeriod] = useState<(typeof periods)[number]>('week');
  const [templateId, setTemplateId] = useState(templates.find((one) => one.kind === 'acknowledgement')?.id ?? '');
  const [languages, setLanguages] = useState<Languages>(language);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // Kept here, where the list of cases may change without forgetting it.
  const [written, setWritten] = useState<string[]>();
  const since = Date.now() - daysOf[period] * 86_400_000;
  const shown = rows.filter((row) => Date.parse(row.openedAt) >= since).slice(0, mostAtOnce);
  const template = templates.find((one) => one.id === templateId);
  const values = useValues(shown.map((row) => row.id));
  if (written) return <PrintLink letterIds={written} />;
  return (
    <>
      <Card className="gap-6">
        <ChooseOne
          label={t('letters.which')}
          size="row"
          options={templates.map((one) => ({ value: one.id, label: one.title }))}
          value={templateId}
          onChange={setTemplateId}
        />
        {template && (
          <ChooseOne
            label={t('letters.language')}
            options={offeredBy(template).map((value) => ({ value, label: t(`letters.language.${value}`) }))}
            value={languages}
            onChange={setLanguages}
          />
        )}
        <ChooseOne
          label={t('letters.batch.period')}
          options={periods.map((value) => ({ value, label: t(`letters.batch.period.${value}`) }))}
          value={period}
          onChange={setPeriod}
        />
      </Card>
      {shown.length === 0 && <Empty title={t('letters.batch.none')}>{t('letters.batch.none.text')}</Empty>}
      {template && shown.length > 0 && (
        <Reading query={values}>
          {({ cases }) => (
            <Prepared
              cases={cases}
              rows={shown}
              template={template}
              languages={offeredBy(template).find((l) => l === languages) ?? offeredBy(template)[0] ?? 'fr'}
              left={left}
              onLeave={setLeft}
              onWritten={setWritten}
            />
          )}
        </Reading>
      )}
    </>
  );
}

interface PreparedProps {
  cases: readonly CaseValues[];
  rows: readonly CaseRow[];
  template: Template;
  languages: Languages;
  left: ReadonlySet<string>;
  onLeave: (left: ReadonlySet<string>) => void;
  onWritten: (letterIds: string[]) => void;
}
/** The letters as they would be, those that still lack something told apart. */
function Prepared({ cases, rows, template, languages, left, onLeave, onWritten }: PreparedProps) {
  const t = useT();
  const dates = useDates();
  const { send } = useSession();
  const letters = cases.map((one) => {
    const texts = textsFrom(template, languages, one.values);
    return { ...one, texts, open: openIn(texts), openedAt: rows.find((row) => row.id === one.caseId)?.openedAt };
  });
  const ready = letters.filter((one) => one.open.length === 0 && !left.has(one.caseId));
  const namesOf = (blanks: ReturnType<typeof openIn>): string =>
    blanks.map(({ name, isKnown }) => (isKnown ? t(`placeholder.${name}`) : `{${name}}`)).join(t('workspace.list_comma'));
  const ofCell = letters[0]?.open.filter(({ name }) => name.startsWith('cell.')) ?? [];

  async function write(): Promise<void> {
    const { id, version, kind, title } = template;
    const made = ready.map(({ caseId, texts }) => ({
      letterId: uuidv7(),
      caseId,
      template: id,
      templateVersion: version,
      kind,
      title,
      texts,
    }));
    await send(...made.map((payload) => ({ kind: 'cases.write_letter', payload })));
    onWritten(made.map(({ letterId }) => letterId));
  }
  return (
    <>
      {ofCell.length > 0 && <CellLacks names={namesOf(ofCell)} />}
      <Card className="gap-0! py-2!">
        <ul className="flex flex-col divide-y divide-line">
          {letters.map(({ caseId, reference, personName, open, openedAt }) => (
            <li key={caseId} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
              {open.length === 0 ? (
                <Tick
                  // Each part runs in its own direction, beside a name in other letters too, and stays together on a telephone.
                  label={`\u2068${personName ?? t('case.anonymous')}\u2069 · \u2066${reference.replaceAll('-', '\u2011')}\u2069`}
                  isChosen={!left.has(caseId)}
                  onChange={(isChosen) => {
                    const next = new Set(left);
                    if (isChosen) next.delete(caseId);
                    else next.add(caseId);
                    onLeave(next);
                  }}
                />
              ) : (
                <div className="flex min-h-11 flex-wrap items-center gap-x-3">
                  <Link to={`/cases/${caseId}/letters/new`} className={buttonClass('quiet', 'flex-wrap text-start!')}>
                    <bdi>{personName ?? t('case.anonymous')}</bdi> <Reference>{reference}</Reference>
                  </Link>
                  {/* In a box of its own, where it may break on a telephone. */}
                  <span>
                    <Badge tone="warn">{t('letters.batch.lacks', { names: namesOf(open) })}</Badge>
                  </span>
                </div>
              )}
              {openedAt && <span className="text-sm text-quiet">{dates.day(openedAt)}</span>}
            </li>
          ))}
        </ul>
      </Card>
      {ready.length === 0 ? (
        <Notice tone="warn">{t('letters.batch.none_ready')}</Notice>
      ) : (
        <p>
          <Button look="main" onPress={() => write()}>
            {t('letters.batch.write', { count: ready.length })}
          </Button>
        </p>
      )}
    </>
  );
}
