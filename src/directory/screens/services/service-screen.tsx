import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useLanguage } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { Change, ServiceRecord } from '../../care/contract.ts';
import { Done, useActs } from '../acts.tsx';
import { CarePage } from '../care-page.tsx';
import { confirmChange } from '../confirm-change.ts';
import { useFieldName } from '../field-value.tsx';
import { useName } from '../named.tsx';
import { useCarePlace } from '../place.ts';
import { StateBadge } from '../state-badge.tsx';
import { ArchiveService } from './archive-service.tsx';
import { AvailabilityCard } from './availability-card.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { awaitsEditor, changedFields, changesOf, type Touched } from './service-draft.ts';
import { ContactFields, PracticalFields, ScopeFields } from './service-fields.tsx';
import { TextFields } from './text-fields.tsx';
import { areComplete, readWeeks, writeWeeks } from './week-hours.ts';

/** One service as it stands: confirm it, or correct it. */
export function ServiceScreen() {
  const { t } = useLanguage();
  const nameOf = useName();
  const place = useCarePlace();
  const { serviceId = '' } = useParams();
  const query = useRead<ServiceRecord>(`/api/directory/care/services/${encodeURIComponent(serviceId)}`);
  const record = query.data;
  const ownName = record && nameOf({ fr: record.fields.name, ar: record.fields.translations.ar?.name ?? null });
  const back =
    place === '/directory' && record
      ? { to: `/directory/organizations/${record.organization.id}`, label: nameOf(record.organization.name) }
      : undefined;
  return (
    <CarePage
      key={ownName === undefined ? 'reading' : 'read'}
      title={ownName ?? t('care.service.title')}
      intro={record && nameOf(record.organization.name)}
      back={back}
      actions={
        <Link to={`${place}/history/service/${serviceId}`} className={buttonClass('quiet')}>
          {t('care.history.title')}
        </Link>
      }
    >
      <Reading query={query}>{(found) => <Service key={found.id} record={found} />}</Reading>
    </CarePage>
  );
}

function Service({ record }: { record: ServiceRecord }) {
  const { t } = useLanguage();
  const dates = useDates();
  const acts = useActs();
  const { id, fields, organization, assuredDate, state, mayEdit } = record;
  return (
    <>
      <Done acts={acts} />
      <Card className="gap-3!">
        <p className="flex flex-wrap items-center gap-3">
          <StateBadge state={state} />
          {assuredDate ? t('care.confirmed_on', { date: dates.day(assuredDate) }) : t('care.never_confirmed')}
        </p>
        {record.vanished && <Notice tone="warn">{t('care.service.vanished')}</Notice>}
        {record.held.length > 0 && <p className="text-sm text-quiet">{t('care.service.held')}</p>}
        <Pending serviceId={id} />
        {mayEdit && (
          <p>
            <Button
              look="main"
              isDisabled={acts.isSending('directory.confirm', { organizationId: organization.id })}
              onPress={() => void acts.act(confirmChange(organization.id, [id]), t('care.confirmed', { name: fields.name }))}
            >
              {t('care.confirm')}
            </Button>
          </p>
        )}
      </Card>
      {mayEdit && <AvailabilityCard record={record} />}
      {mayEdit ? <ServiceForm record={record} /> : <Notice>{t('care.service.read_only')}</Notice>}
      {mayEdit && <ArchiveService record={record} acts={acts} />}
    </>
  );
}

/** What of this service still waits for an editor. */
function Pending({ serviceId }: { serviceId: string }) {
  const { t } = useLanguage();
  const fieldName = useFieldName();
  const { data } = useRead<{ changes: Change[] }>(`/api/directory/care/history/service/${serviceId}`);
  const waiting = (data?.changes ?? []).filter(({ state }) => state === 'proposed');
  if (waiting.length === 0) return null;
  const names = [...new Set(waiting.flatMap(({ after }) => Object.keys(after)))].map(fieldName);
  return <Notice tone="warn">{t('care.form.waiting', { name: names.join(t('workspace.list_comma')) })}</Notice>;
}

const statuses = ['active', 'temporarily closed'] as const;
function ServiceForm({ record }: { record: ServiceRecord }) {
  const { t } = useLanguage();
  const fieldName = useFieldName();
  const acts = useActs();
  const { value: draft, change, restart, discard } = useDraft<{ touched: Touched }>(`service:${record.id}`, () => ({ touched: {} }));
  const [isChecked, setChecked] = useState(false);
  if (!draft) return null;
  const { touched } = draft;
  const fields = { ...record.fields, ...touched };
  const touch = (part: Touched) => change({ touched: { ...touched, ...part } });
  const hours = readWeeks(fields.schedules);
  const changes = changesOf(record.fields, touched);
  const names = changedFields(changes);
  const waiting = record.mayDecide ? [] : names.filter(awaitsEditor);
  const atOnce = names.filter((name) => !waiting.includes(name));
  const inWords = (list: readonly string[]) => list.map(fieldName).join(t('workspace.list_comma'));
  const isNameMissing = fields.name.trim() === '';
  const isIncomplete =
    isNameMissing ||
    !areComplete(hours) ||
    fields.phones.some(({ number }) => number.trim() === '') ||
    fields.documents.some(({ document }) => document.trim() === '');

  async function save(): Promise<void> {
    if (isIncomplete) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    const said = [
      atOnce.length > 0 ? t('care.form.applied', { name: inWords(atOnce) }) : '',
      waiting.length > 0 ? t('care.form.proposed', { name: inWords(waiting) }) : '',
    ];
    await acts.act(
      {
        kind: 'directory.edit_service',
        payload: { changeId: uuidv7(), proposalId: uuidv7(), serviceId: record.id, fields: changes },
      },
      said.filter(Boolean).join(' '),
    );
    setChecked(false);
    restart({ touched: {} });
    await discard();
  }
  return (
    // What has the focus is never under the bar that stays at the bottom.
    <div className="flex flex-col gap-6 [&_:focus]:scroll-mb-48">
      <TextFields fields={fields} touch={touch} isNameMissing={isChecked && isNameMissing} mayDecide={record.mayDecide} />
      <Card>
        <h2>{t('care.form.hours')}</h2>
        <HoursEditor hours={hours} isChecked={isChecked} onChange={(next) => touch({ schedules: writeWeeks(next) })} />
        <ChooseOne
          label={fieldName('status')}
          options={optionsOf(t, 'care.status', statuses)}
          value={statuses.find((s) => s === fields.status) ?? ''}
          onChange={(status) => touch({ status })}
        />
      </Card>
      <ContactFields fields={fields} touch={touch} />
      <PracticalFields fields={fields} touch={touch} />
      <ScopeFields fields={fields} touch={touch} mayDecide={record.mayDecide} />
      <div
        className={`-mx-3 flex flex-col gap-2 border-t border-line bg-card px-3 py-3 sm:-mx-6 sm:px-6 ${names.length > 0 ? 'sticky bottom-0' : ''}`}
      >
        {names.length === 0 ? (
          <p className="text-sm text-quiet">{t('care.form.unchanged')}</p>
        ) : (
          <div className="text-sm">
            {atOnce.length > 0 && <p>{t('care.form.at_once', { name: inWords(atOnce) })}</p>}
            {waiting.length > 0 && <p className="text-warn">{t('care.form.will_wait', { name: inWords(waiting) })}</p>}
          </div>
        )}
        {isChecked && isIncomplete && (
          <p role="alert" className="font-semibold text-bad">
            {t('care.form.incomplete')}
          </p>
        )}
        <Done acts={acts} />
        <div className="flex flex-wrap gap-3">
          <Button look="main" isDisabled={names.length === 0} onPress={() => void save()}>
            {t('care.form.save')}
          </Button>
          {names.length > 0 && <Button onPress={() => restart({ touched: {} })}>{t('care.form.undo')}</Button>}
        </div>
      </div>
    </div>
  );
}
