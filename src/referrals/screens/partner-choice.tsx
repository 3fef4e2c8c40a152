import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { Empty } from '../../ui/state.tsx';
import { ask } from '../../workspace/http.ts';
import { useLanguage } from '../../workspace/language.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';

export interface Receiver {
  id: string;
  name: string;
  serviceIds: string[];
}
interface Service {
  id: string;
  name: string;
}
interface PartnerChoiceProps {
  needs: readonly string[];
  receiverId: string;
  serviceId: string;
  error?: string;
  onChange: (receiver: Receiver, serviceId: string) => void;
}

/** Partners who can answer here, those with a service for the need first. */
export function PartnerChoice(props: PartnerChoiceProps) {
  const { t, language } = useLanguage();
  const receivers = useRead<{ organizations: Receiver[] }>('/api/referrals/receivers');
  const found = useQueries({
    queries: props.needs.slice(0, 3).map((category) => ({
      queryKey: ['read', 'directory', 'for', category, language],
      queryFn: () => ask<{ items: Service[] }>(`/api/directory/search?${new URLSearchParams({ category, language })}`),
    })),
  });
  const services = new Map(found.flatMap((f) => f.data?.items ?? []).map((s) => [s.id, s]));
  return (
    <Card className="gap-5">
      <h2>{t('refer.step.partner')}</h2>
      <Reading query={receivers}>
        {({ organizations }) =>
          organizations.length === 0 ? (
            <Empty title={t('refer.no_partner')}>{t('refer.no_partner.text')}</Empty>
          ) : (
            <Partners {...props} organizations={organizations} services={services} />
          )
        }
      </Reading>
    </Card>
  );
}

interface PartnersProps extends PartnerChoiceProps {
  organizations: readonly Receiver[];
  services: ReadonlyMap<string, Service>;
}
function Partners({ organizations, services, receiverId, serviceId, error, onChange }: PartnersProps) {
  const { t } = useLanguage();
  const [filter, setFilter] = useState('');
  const fitting = (r: Receiver) => r.serviceIds.flatMap((id) => services.get(id) ?? []);
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = organizations
    .filter((r) => r.id === receiverId || `${r.name} ${fitting(r).map((s) => s.name)}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => Number(fitting(b).length > 0) - Number(fitting(a).length > 0));
  const chosen = organizations.find((r) => r.id === receiverId);
  const itsServices = chosen ? fitting(chosen) : [];
  return (
    <>
      {organizations.length > 6 && <Field label={t('refer.partner.filter')} type="search" value={filter} onChange={setFilter} />}
      <ChooseOne
        label={t('refer.partner')}
        size="row"
        error={error}
        isRequired
        options={shown.map((r) => ({
          value: r.id,
          label: r.name,
          detail:
            fitting(r).length > 0
              ? fitting(r)
                  .map((s) => s.name)
                  .join(' · ')
              : undefined,
        }))}
        value={receiverId}
        onChange={(id) => {
          const receiver = organizations.find((r) => r.id === id);
          if (receiver) onChange(receiver, '');
        }}
      />
      {chosen && itsServices.length > 0 && (
        <ChooseOne
          label={t('refer.service')}
          size="row"
          options={[...itsServices.map((s) => ({ value: s.id, label: s.name })), { value: '', label: t('refer.service.any') }]}
          value={serviceId}
          onChange={(id) => onChange(chosen, id)}
        />
      )}
    </>
  );
}
