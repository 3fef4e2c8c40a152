import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card, Notice } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { Empty } from '../../ui/state.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { dayAfter, isPeriod, periodOf, presets } from './period.ts';
import { type Counted, TotalsTable } from './totals-table.tsx';

interface Totals {
  visits: Record<string, Counted[]>;
  referrals: Record<string, Counted[]>;
  threshold: number;
}
/** In reading order, with the family of words that names each value. */
const dimensions: Record<'visits' | 'referrals', readonly (readonly [dimension: string, family: string | undefined])[]> = {
  visits: [
    ['need', 'need'],
    ['audience', 'audience'],
    ['organization', undefined],
    ['outcome', 'outcome'],
    ['sex', 'sex'],
    ['age_band', 'age'],
    ['channel', 'channel'],
    ['special', 'special'],
  ],
  referrals: [
    ['status', 'referral_status'],
    ['decline_reason', 'decline'],
    ['outcome', 'referral_outcome'],
  ],
};

/** What a person is, not a visit: thirty who came together have as many ages. */
const ofPeople: readonly string[] = ['sex', 'age_band'];

/** Figures for whoever coordinates: never a person, never a number small enough to point at one. */
export function TotalsScreen() {
  const t = useT();
  const dates = useDates();
  const [preset, setPreset] = useState<(typeof presets)[number] | 'other'>('year');
  const [period, setPeriod] = useState(() => periodOf('year', new Date()));
  const isReady = isPeriod(period);
  const query = useRead<Totals>(`/api/observatory/totals?since=${period.since}&until=${isReady ? dayAfter(period.until) : ''}`, isReady);
  return (
    <Page title={t('totals.title')} intro={t('totals.intro')} actions={<Button onPress={() => window.print()}>{t('totals.print')}</Button>}>
      <Card className="no-print">
        <ChooseOne
          label={t('totals.period')}
          options={[...presets, 'other' as const].map((p) => ({ value: p, label: t(`period.${p}`) }))}
          value={preset}
          onChange={(next) => {
            setPreset(next);
            if (next !== 'other') setPeriod(periodOf(next, new Date()));
          }}
        />
        {preset === 'other' && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('totals.since')} type="date" value={period.since} onChange={(since) => setPeriod({ ...period, since })} />
            <Field
              label={t('totals.until')}
              type="date"
              value={period.until}
              onChange={(until) => setPeriod({ ...period, until })}
              error={isReady ? undefined : t('totals.period.wrong')}
            />
          </div>
        )}
      </Card>
      {isReady && (
        <Reading query={query}>
          {({ visits: counted, referrals, threshold }) => {
            const visits: Totals['visits'] = { ...counted, special: [...(counted.emergency ?? []), ...(counted.group ?? [])] };
            if (Object.keys(counted).length === 0 && Object.keys(referrals).length === 0) {
              return <Empty title={t('totals.none')}>{t('totals.none.text')}</Empty>;
            }
            return (
              <>
                <p className="font-semibold">{t('totals.between', { since: dates.day(period.since), until: dates.day(period.until) })}</p>
                <Notice>{t('totals.suppression', { threshold })}</Notice>
                {(['visits', 'referrals'] as const).map((subject) => (
                  <section key={subject} className="flex flex-col gap-4">
                    <h2 className="flex flex-wrap items-baseline gap-x-6">
                      <span>
                        {t(`totals.${subject}`)} <Sum counted={(subject === 'visits' ? counted : referrals).total} figure="count" />
                      </span>
                      {subject === 'visits' && (
                        <span className="whitespace-nowrap">
                          {t('totals.people')} <Sum counted={counted.total} figure="people" />
                        </span>
                      )}
                    </h2>
                    <div className="gap-4 md:columns-2">
                      {dimensions[subject].map(([dimension, family]) => {
                        const rows = (subject === 'visits' ? visits : referrals)[dimension];
                        if (!rows || rows.length === 0) return null;
                        return (
                          <TotalsTable
                            key={dimension}
                            title={t(`totals.by_${subject}_${dimension}`)}
                            rows={rows}
                            family={family}
                            columns={subject === 'referrals' ? ['count'] : ofPeople.includes(dimension) ? ['people'] : ['visits', 'people']}
                          />
                        );
                      })}
                    </div>
                  </section>
                ))}
              </>
            );
          }}
        </Reading>
      )}
    </Page>
  );
}

function Sum({ counted, figure }: { counted: readonly Counted[] | undefined; figure: 'count' | 'people' }) {
  const t = useT();
  const dates = useDates();
  const first = counted?.[0];
  const sum = first ? (first[figure] ?? null) : 0;
  return <span className="text-2xl text-primary tabular-nums">{sum === null ? t('totals.fewer') : dates.number(sum)}</span>;
}
