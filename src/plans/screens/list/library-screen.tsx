import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Text, useTold, Words } from '../../../coordination/screens/index.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { Empty } from '../../../ui/state.tsx';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { WayBack } from '../../../workspace/way-back.tsx';
import { isolate } from '../parts/isolate.ts';
import type { LibraryEntry, PlanRow } from '../../contract.ts';
import { themes } from '../../lists.ts';

/** What others did, to be copied with credit. */
export function LibraryScreen() {
  const t = useT();
  const acts = useActs();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const theme = search.get('theme') ?? '';
  const query = useRead<LibraryEntry[]>(`/api/plans/library?${new URLSearchParams({ q: words, theme })}`, true, keepPreviousData);
  const { data: plans = [] } = useRead<PlanRow[]>('/api/plans');
  const own = plans.filter((p) => p.isOwn && p.stage !== 'closed');
  const keep = (part: Record<string, string>) => setSearch({ q: words, theme, ...part }, { replace: true });
  return (
    <Page title={t('plans.library')} intro={t('plans.library.intro')}>
      <WayBack to="/plans" label={t('plans.way')}>
        {t('plans.back')}
      </WayBack>
      <Done acts={acts} />
      <search className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('plans.library.words')}
          type="search"
          value={words}
          onChange={(text) => {
            setWords(text);
            keep({ q: text });
          }}
        />
        <NativeSelect label={t('plans.field.themes')} value={theme} onChange={(next) => keep({ theme: next })}>
          <option value="">{t('thread.theme.all')}</option>
          {themes.map((each) => (
            <option key={each} value={each}>
              {t(`thread.theme.${each}`)}
            </option>
          ))}
        </NativeSelect>
      </search>
      <Reading query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty title={t('plans.library.none')}>{t('plans.library.none.then')}</Empty>
          ) : (
            <ul className="flex flex-col gap-3">
              {entries.map((entry) => (
                <li key={entry.id}>
                  <Entry entry={entry} own={own} acts={acts} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </Page>
  );
}

function Entry({ entry, own, acts }: { entry: LibraryEntry; own: readonly PlanRow[]; acts: Acts }) {
  const t = useT();
  const told = useTold();
  const [into, setInto] = useState('');
  const [copied, setCopied] = useState<string>();
  const planId = into || own[0]?.id;
  const copy = async () => {
    const projectId = uuidv7();
    await acts.act({ kind: 'plans.copy', payload: { planId, entryId: entry.id, projectId } }, t('plans.copied'));
    setCopied(`/plans/${planId}/projects/${projectId}`);
  };
  const facts = [entry.holder, entry.commune, entry.year, entry.budget].map((fact) =>
    typeof fact === 'object' && fact ? isolate(told(fact)) : fact,
  );
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <h2>
          <Words told={entry.title} />
        </h2>
        <span className="flex flex-wrap gap-2 sm:ms-auto">
          {entry.themes.map((theme) => (
            <Badge key={theme}>{t(`thread.theme.${theme}`)}</Badge>
          ))}
        </span>
      </div>
      {entry.objective && <Text told={entry.objective} />}
      <p className="text-sm text-quiet">{facts.filter(Boolean).join(' · ')}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {own.length > 1 && (
          <NativeSelect label={t('plans.copy.into')} value={planId ?? ''} onChange={setInto}>
            {own.map((plan) => (
              <option key={plan.id} value={plan.id}>
                {told(plan.commune.name)} · {told(plan.title)}
              </option>
            ))}
          </NativeSelect>
        )}
        {copied ? (
          <Link className={buttonClass('second')} to={copied}>
            {t('plans.copied.open')}
          </Link>
        ) : (
          planId && (
            <Button aria-label={t('thread.of_named', { name: t('plans.copy'), word: told(entry.title) })} onPress={copy}>
              {t('plans.copy')}
            </Button>
          )
        )}
        {entry.sourceUrl && (
          <a className="inline-flex min-h-11 items-center font-semibold text-primary underline" href={entry.sourceUrl} rel="noreferrer">
            {t('plans.source')}
          </a>
        )}
      </div>
    </Card>
  );
}
