import { useId, useState } from 'react';
import { CellPage, cellTexts, MonthSelect, monthBefore, monthName } from '../../../desk/screens/index.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { MonthReport } from '../../month/contract.ts';
import { layOut, type ReadTable } from '../../month/layout.ts';
import { MonthTableCard } from './month-table.tsx';
import { monthTexts } from './month-texts.ts';

export function MonthScreen() {
  return (
    <RoomTexts catalogues={cellTexts}>
      <RoomTexts catalogues={monthTexts}>
        <Month />
      </RoomTexts>
    </RoomTexts>
  );
}

/** A cell's month for its council: read here, printed, or taken along as a PDF or a workbook. */
function Month() {
  const { t } = useLanguage();
  // A council looks at a month that is over.
  const [month, setMonth] = useState(() => monthBefore(1));
  const query = useRead<MonthReport>(`/api/observatory/month?month=${month}`);
  return (
    <CellPage
      title={t('month.title')}
      intro={t('month.intro')}
      actions={<Button onPress={() => window.print()}>{t('totals.print')}</Button>}
      wide
    >
      <Card className="no-print">
        <MonthSelect label={t('month.pick')} value={month} onChange={setMonth} />
        <Downloads month={month} />
      </Card>
      <Reading query={query}>{(report) => <Report report={report} />}</Reading>
    </CellPage>
  );
}

function Report({ report }: { report: MonthReport }) {
  const { t, language } = useLanguage();
  const own = useId();
  const { suppression, tables, questions, notes } = layOut(report, t, language);
  return (
    <>
      <h2 className="text-xl">
        <bdi>{report.cell[language]}</bdi> – {monthName(language, report.month)}
      </h2>
      <Notice>{suppression}</Notice>
      {tables.length + questions.length === 0 && <Empty title={t('month.none')}>{t('month.none.text')}</Empty>}
      <Tables tables={tables} />
      {questions.length > 0 && (
        <section aria-labelledby={own} className="flex flex-col gap-3">
          <h2 id={own} className="text-xl">
            {t('month.questions')}
          </h2>
          <Tables tables={questions} />
        </section>
      )}
      <section className="flex flex-col gap-2 text-sm text-quiet">
        <h2 className="text-base">{t('month.method')}</h2>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Tables({ tables }: { tables: readonly ReadTable[] }) {
  return (
    <div className="gap-4 xl:columns-2">
      {tables.map((table) => (
        <MonthTableCard key={table.id} table={table} />
      ))}
    </div>
  );
}

function Downloads({ month }: { month: string }) {
  const { t, language } = useLanguage();
  const { organizationId = '' } = useSession();
  const address = (file: string, of: string): string =>
    `/api/observatory/month/report.${file}?month=${month}&language=${of}&organization=${organizationId}`;
  return (
    <ul aria-label={t('month.take')} className="flex flex-wrap gap-2">
      {(['fr', 'ar'] as const).map((of) => (
        <li key={of}>
          <a href={address('pdf', of)} target="_blank" rel="noreferrer" className={buttonClass('second')}>
            {t(`month.pdf_${of}`)}
          </a>
        </li>
      ))}
      <li>
        <a href={address('xlsx', language)} className={buttonClass('second')}>
          {t('month.xlsx')}
        </a>
      </li>
    </ul>
  );
}
