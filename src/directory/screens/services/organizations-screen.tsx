import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { updateStates } from '../../care/lists.ts';
import type { CareOrganization } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { Named } from '../named.tsx';
import { Pages } from '../pages.tsx';
import { StateBadge } from '../state-badge.tsx';

/** Every organisation, to find the record one has in mind. */
export function OrganizationsScreen() {
  const t = useT();
  const dates = useDates();
  const [q, setQ] = useState('');
  const [state, setState] = useState('');
  const [page, setPage] = useState(1);
  const asked = new URLSearchParams(Object.entries({ q: q.trim(), state, page: String(page) }).filter(([, value]) => value !== ''));
  const query = useRead<{ total: number; organizations: CareOrganization[] }>(
    `/api/directory/care/organizations?${useDeferredValue(asked.toString())}`,
    true,
    keepPreviousData,
  );
  return (
    <CarePage
      title={t('care.organizations.title')}
      actions={
        <Link to="/directory/organizations/new" className={buttonClass('second')}>
          {t('care.new_organization.title')}
        </Link>
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={t('care.organizations.search')}
          type="search"
          value={q}
          onChange={(value) => {
            setQ(value);
            setPage(1);
          }}
        />
        <NativeSelect
          label={t('care.organizations.state')}
          value={state}
          onChange={(value) => {
            setState(value);
            setPage(1);
          }}
        >
          <option value="">{t('care.organizations.every')}</option>
          {updateStates.map((one) => (
            <option key={one} value={one}>
              {t(`care.update.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </div>
      <Reading query={query}>
        {({ total, organizations }) => (
          <>
            <p role="status">{t('care.organizations.count', { count: total })}</p>
            {total === 0 && <Empty title={t('care.organizations.none')}>{t('care.organizations.none.text')}</Empty>}
            <ul className="flex flex-col gap-3">
              {organizations.map(({ id, name, commune, services, state: its, oldestAssured }) => (
                <li key={id}>
                  <Card className="gap-1!">
                    <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
                      <h2 className="text-lg">
                        <Link to={`/directory/organizations/${id}`} className="text-primary underline underline-offset-4">
                          <Named names={name} />
                        </Link>
                      </h2>
                      <StateBadge state={its} />
                    </div>
                    <p className="text-sm text-quiet">
                      {commune && (
                        <>
                          <Named names={commune} />
                          {' · '}
                        </>
                      )}
                      {t('finder.total', { count: services })}
                      {oldestAssured && ` · ${t('care.confirmed_on', { date: dates.day(oldestAssured) })}`}
                    </p>
                  </Card>
                </li>
              ))}
            </ul>
            <Pages total={total} page={page} onPage={setPage} />
          </>
        )}
      </Reading>
    </CarePage>
  );
}
