import { Card, Fact, Notice, Reference } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { Page } from '../../workspace/page.tsx';
import type { CaseFile } from '../contract-file.ts';
import { StatusBadge } from './status-badge.tsx';

/** What is left of a case whose person asked to be erased: a figure, of which nothing can be said any more. */
export function ErasedCase({ file, erasedAt }: { file: CaseFile; erasedAt: string }) {
  const t = useT();
  const dates = useDates();
  const { case: row } = file;
  return (
    <Page title={t('case.erased.title')}>
      <Notice>{t('case.erased', { date: dates.day(erasedAt) })}</Notice>
      <Card>
        <div className="flex flex-wrap items-center gap-3">
          <Reference className="text-xl">{row.reference}</Reference>
          <StatusBadge status={row.status} />
        </div>
        <dl className="grid gap-4 sm:grid-cols-2">
          <Fact label={t('share.needs')}>{wordsOf(t, 'need', row.needs)}</Fact>
          <Fact label={t('case.opened')}>{dates.day(row.openedAt)}</Fact>
        </dl>
      </Card>
    </Page>
  );
}
