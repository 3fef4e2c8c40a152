import { Words } from '../../coordination/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Cost, Indicator } from '../contract.ts';
import { moneySources } from '../lists.ts';
import { sum } from '../roll-up.ts';
import { numberIn } from './figures.ts';

interface Props {
  t: Translate;
  language: string;
}

/** Money by source and year; years without any are left out, a page is narrow. */
export function MoneyTable({
  t,
  language,
  title,
  costs,
  years,
}: Props & { title: string; costs: readonly Cost[]; years: readonly number[] }) {
  if (costs.length === 0) return null;
  const all = [...new Set([...years, ...costs.map((c) => c.year)])]
    .filter((year) => costs.some((c) => c.year === year))
    .sort((a, b) => a - b);
  const of = (year?: number, source?: string): string => {
    const amount = sum(
      costs.filter((c) => (year === undefined || c.year === year) && (source === undefined || c.source === source)).map((c) => c.amount),
    );
    return amount === 0 ? '–' : numberIn(language, amount);
  };
  const row = (name: string, source?: string) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {all.map((year) => (
        <td key={year}>{of(year, source)}</td>
      ))}
      <td>{of(undefined, source)}</td>
    </tr>
  );
  return (
    <>
      <h2>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section className="scroll" tabIndex={0} aria-label={title}>
        <table className="sums">
          <thead>
            <tr>
              <th scope="col">{t('plans.public.source')}</th>
              {all.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
              <th scope="col">{t('plans.public.total')}</th>
            </tr>
          </thead>
          <tbody>
            {moneySources
              .filter((source) => costs.some((c) => c.source === source))
              .map((source) => row(t(`plans.word.money.${source}`), source))}
          </tbody>
          <tfoot>{row(t('plans.public.total'))}</tfoot>
        </table>
      </section>
    </>
  );
}

/** Indicators from where they began to what is aimed at, each with the newest value. */
export function IndicatorTable({ t, language, indicators }: Props & { indicators: readonly Indicator[] }) {
  if (indicators.length === 0) return null;
  const figure = (value: number | null | undefined, year: number | null | undefined): string => {
    if (value === null || value === undefined) return '–';
    const said = numberIn(language, value);
    return year ? t('plans.public.ofYear', { value: said, year: String(year) }) : said;
  };
  return (
    <>
      <h2>{t('plans.public.indicators')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section className="scroll" tabIndex={0} aria-label={t('plans.public.indicators')}>
        <table className="sums">
          <thead>
            <tr>
              {['indicator', 'baseline', 'target', 'reached'].map((key) => (
                <th key={key} scope="col">
                  {t(`plans.public.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((i) => {
              const newest = i.values.findLast((v) => v.part === '');
              return (
                <tr key={i.id}>
                  <th scope="row">
                    <Words words={i.name} page={language} />
                    {i.unit ? (
                      <>
                        {' ('}
                        <Words words={i.unit} page={language} />)
                      </>
                    ) : null}
                  </th>
                  <td>{figure(i.baseline, i.baselineYear)}</td>
                  <td>{figure(i.target, i.targetYear)}</td>
                  <td>{figure(newest?.value, newest?.year)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
