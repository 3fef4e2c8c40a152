import { useState } from 'react';
import { CellPage, cellTexts, MonthSelect, monthBefore, monthName } from '../../../desk/screens/index.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useLanguage, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { MonthReport } from '../../month/contract.ts';
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
  const { t, language } = useLanguage();
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
      <Reading query={query}>
        {({ tables, threshold, cell }) => (
          <>
            <h2 className="text-xl">
              <bdi>{language === 'ar' ? cell.ar : cell.fr}</bdi> – {monthName(language, month)}
            </h2>
            <Notice>{t('month.suppression', { threshold })}</Notice>
            {tables.length === 0 ? (
              <Empty title={t('month.none')}>{t('month.none.text')}</Empty>
            ) : (
              <div className="gap-4 lg:columns-2">
                {tables.map((table) => (
                  <MonthTableCard key={table.dimension} table={table} />
                ))}
              </div>
            )}
            <Method />
          </>
        )}
      </Reading>
    </CellPage>
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

function Method() {
  const t = useT();
  return (
    <section className="flex flex-col gap-2 text-sm text-quiet">
      <h2 className="text-base">{t('month.method')}</h2>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {(['visits', 'comparison', 'delay', 'referral'] as const).map((note) => (
          <li key={note}>{t(`month.method.${note}`)}</li>
        ))}
      </ul>
    </section>
  );
}
