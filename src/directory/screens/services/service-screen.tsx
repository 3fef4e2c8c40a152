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
import type { ServiceRecord } from '../../care/contract.ts';
import { Done, useActs } from '../../../workspace/acts.tsx';
import type { Fields } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { confirmChange } from '../confirm-change.ts';
import { useFieldName } from '../field-value.tsx';
import { useName } from '../named.tsx';
import { useCarePlace } from '../place.ts';
import { StateBadge } from '../state-badge.tsx';
import { ArchiveService } from './archive-service.tsx';
import { AvailabilityCard } from './availability-card.tsx';
import { hoursOf, type ServiceDraft, withHours } from './hours-draft.ts';
import { HoursEditor } from './hours-editor.tsx';
import { ContactFields, isContactRight, serviceContact } from './contact-fields.tsx';
import { Pending } from './pending.tsx';
import { changedFields, changesOf, type Touched, touchText, withTouched } from './record-draft.ts';
import { SaveBar, useChanges } from './save-bar.tsx';
import { PracticalFields, ScopeFields } from './service-fields.tsx';
import { serviceTexts, TextFields } from './text-fields.tsx';
import { areComplete } from './week-hours.ts';

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
        <Pending entity="service" id={id} />
        {mayEdit && (
          <p>
            <Button
              look="main"
              isDisabled={acts.isSending('directory.confirm', { organizationId: organization.id })}
              onPress={() => acts.act(confirmChange(organization.id, [id]), t('care.confirmed', { name: fields.name }))}
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

const statuses = ['active', 'temporarily closed'] as const;
function ServiceForm({ record }: { record: ServiceRecord }) {
  const { t } = useLanguage();
  const fieldName = useFieldName();
  const acts = useActs();
  const { value: draft, change, restart, discard } = useDraft<ServiceDraft>(`service:${record.id}`, () => ({ touched: {} }));
  const [isChecked, setChecked] = useState(false);
  const touched = draft?.touched ?? {};
  const changes = changesOf(record.fields, touched);
  const names = changedFields(changes);
  const { said } = useChanges(names, record.mayDecide);
  if (!draft) return null;
  const fields = withTouched(record.fields, touched);
  const touch = (part: Touched<Fields>) => change({ touched: { ...touched, ...part } });
  const hours = hoursOf(draft, fields);
  const contact = { phones: fields.phones, email: fields.email, website: fields.url };
  const isNameMissing = fields.name.trim() === '';
  const isIncomplete =
    isNameMissing || !areComplete(hours) || !isContactRight(contact) || fields.documents.some(({ document }) => document.trim() === '');

  async function save(): Promise<void> {
    if (isIncomplete) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    await acts.act(
      {
        kind: 'directory.edit_service',
        payload: { changeId: uuidv7(), proposalId: uuidv7(), serviceId: record.id, fields: changes },
      },
      said,
    );
    setChecked(false);
    restart({ touched: {} });
    await discard();
  }
  return (
    // What has the focus is never under the bar that stays at the bottom.
    <div className="flex flex-col gap-6 [&_:focus]:scroll-mb-48">
      <TextFields
        members={serviceTexts}
        fields={fields}
        touch={(member, text) => touch({ [member]: text })}
        touchText={(language, member, text) => touch(touchText(touched.translations, language, member, text))}
        stale={record.staleTexts}
        errors={{ name: isChecked && isNameMissing ? t('invitation.needed') : undefined }}
        mayDecide={record.mayDecide}
      />
      <Card>
        <h2>{t('care.form.hours')}</h2>
        <HoursEditor hours={hours} isChecked={isChecked} onChange={(next) => change(withHours(draft, next))} />
        <ChooseOne
          label={fieldName('status')}
          options={optionsOf(t, 'care.status', statuses)}
          value={statuses.find((s) => s === fields.status) ?? ''}
          onChange={(status) => touch({ status })}
        />
      </Card>
      <ContactFields contact={contact} touch={(part) => touch(serviceContact(part))} isChecked={isChecked} />
      <PracticalFields fields={fields} texts={touched.translations} touch={touch} />
      <ScopeFields fields={fields} touch={touch} mayDecide={record.mayDecide} />
      <SaveBar
        names={names}
        mayDecide={record.mayDecide}
        isIncomplete={isChecked && isIncomplete}
        acts={acts}
        onSave={() => void save()}
        onUndo={() => restart({ touched: {} })}
      />
    </div>
  );
}
