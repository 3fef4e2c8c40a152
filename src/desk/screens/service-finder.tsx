import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo, useDeferredValue, useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, NativeSelect } from '../../ui/field.tsx';
import { ask } from '../../workspace/http.ts';
import { useLanguage } from '../../workspace/language.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { type Found, FoundServices } from './found-services.tsx';
import type { Picked } from './visit-draft.ts';

interface FinderProps {
  needs: readonly string[];
  audience: string;
  picked: readonly Picked[];
  change: (part: { picked: Picked[] }) => void;
}

/** The directory beside the visit: already searching for what was ticked, so that often nothing needs typing. */
export default memo(function ServiceFinder({ needs, audience, picked, change }: FinderProps) {
  const { t, language } = useLanguage();
  const title = useId();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [page, setPage] = useState(1);
  const category = chosen !== undefined && (chosen === '' || needs.includes(chosen)) ? chosen : (needs[0] ?? '');
  const from = useRead<{ communeCode: string | null }>('/api/desk/place').data?.communeCode ?? '';
  const params = useDeferredValue(new URLSearchParams({ q: q.trim(), audience, category, language, from, page: String(page) }).toString());
  const isAsking = q.trim() !== '' || category !== '' || audience !== '';
  const query = useQuery<Found>({
    queryKey: ['read', 'directory', params],
    queryFn: ({ signal }) => later(250, signal).then(() => ask<Found>(`/api/directory/search?${dropEmpty(params)}`, { signal })),
    enabled: isAsking,
    placeholderData: keepPreviousData,
  });
  const found = useDeferredValue(query.data);
  return (
    <Card>
      <section aria-labelledby={title} className="flex flex-col gap-4">
        <h2 id={title}>{t('finder.title')}</h2>
        {picked.length > 0 && (
          <div className="flex flex-col gap-2 rounded-xl bg-primary-soft p-3">
            <h3>{t('finder.picked', { count: picked.length })}</h3>
            <ul className="flex flex-col gap-1">
              {picked.map((p) => (
                <li key={p.id} className="flex items-center justify-between gap-2">
                  <bdi className="min-w-0">{p.name}</bdi>
                  <Button
                    look="quiet"
                    className="shrink-0 px-2! whitespace-nowrap"
                    aria-label={t('finder.remove_named', { name: p.name })}
                    onPress={() => change({ picked: picked.filter((o) => o.id !== p.id) })}
                  >
                    {t('finder.remove')}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Field
          label={t('finder.search')}
          type="search"
          value={q}
          onChange={(value) => {
            setQ(value);
            setPage(1);
          }}
        />
        {needs.length > 0 && (
          <NativeSelect
            label={t('finder.need')}
            value={category}
            onChange={(value) => {
              setChosen(value);
              setPage(1);
            }}
          >
            {needs.map((need) => (
              <option key={need} value={need}>
                {t(`need.${need}`)}
              </option>
            ))}
            <option value="">{t('finder.every_need')}</option>
          </NativeSelect>
        )}
        {isAsking ? (
          found ? (
            <FoundServices found={found} picked={picked} onPick={change} page={page} onPage={setPage} />
          ) : (
            <Reading query={query}>{() => null}</Reading>
          )
        ) : (
          <p className="text-quiet">{t('finder.begin')}</p>
        )}
      </section>
    </Card>
  );
});

function dropEmpty(params: string): URLSearchParams {
  return new URLSearchParams([...new URLSearchParams(params)].filter(([, value]) => value !== ''));
}
/** Waits for a pause in typing; a newer search aborts this one. */
function later(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
