import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { ActorsAnswer } from '../answers.ts';
import { useAreas } from '../areas.ts';
import { Pages } from '../pages.tsx';
import { CommuneOptions } from '../services/area-fields.tsx';
import { useAudiences, useNeeds } from '../terms.ts';
import { ActorCard } from './actor-card.tsx';

/** Who is competent for what, where, and whom to call there. For actors only. */
export function ActorsScreen() {
  const t = useT();
  const needs = useNeeds();
  const audiences = useAudiences();
  const areas = useAreas();
  const [asked, setAsked] = useState({ q: '', need: '', audience: '', commune: '', page: '1' });
  const ask = (part: Partial<typeof asked>) => setAsked({ ...asked, page: '1', ...part });
  const params = new URLSearchParams(Object.entries({ ...asked, q: asked.q.trim() }).filter(([, value]) => value !== '')).toString();
  const query = useRead<ActorsAnswer>(`/api/directory/care/actors?${useDeferredValue(params)}`, true, keepPreviousData);
  return (
    <Page
      title={t('care.actors.title')}
      intro={t('care.actors.intro')}
      actions={
        <Link to="/coverage" className={buttonClass('second')}>
          {t('care.coverage.title')}
        </Link>
      }
    >
      <Card>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('care.actors.words')} type="search" value={asked.q} onChange={(q) => ask({ q })} />
          <NativeSelect label={t('care.actors.commune')} value={asked.commune} onChange={(commune) => ask({ commune })}>
            <option value="">{t('care.actors.everywhere')}</option>
            <CommuneOptions areas={areas} />
          </NativeSelect>
          <NativeSelect label={t('care.actors.need')} value={asked.need} onChange={(need) => ask({ need })}>
            <option value="">{t('finder.every_need')}</option>
            {needs.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </NativeSelect>
          <NativeSelect label={t('care.actors.audience')} value={asked.audience} onChange={(audience) => ask({ audience })}>
            <option value="">{t('care.actors.everyone')}</option>
            {audiences.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </NativeSelect>
        </div>
      </Card>
      <Reading query={query}>
        {({ total, page, actors }) => (
          <>
            <p role="status">{t('care.actors.count', { count: total })}</p>
            {total === 0 && <Empty title={t('care.actors.none')}>{t('care.actors.none.text')}</Empty>}
            <ul className="flex flex-col gap-4">
              {actors.map((actor) => (
                <li key={actor.id}>
                  <ActorCard actor={actor} />
                </li>
              ))}
            </ul>
            <Pages total={total} page={page} onPage={(next) => setAsked({ ...asked, page: String(next) })} />
          </>
        )}
      </Reading>
    </Page>
  );
}
