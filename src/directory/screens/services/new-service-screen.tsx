import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { Tick } from '../../../ui/tick.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Fields } from '../answers.ts';
import { useAreas } from '../areas.ts';
import { CarePage } from '../care-page.tsx';
import { useCarePlace } from '../place.ts';
import { CommuneOptions } from './area-fields.tsx';
import { hoursOf, type ServiceDraft, withHours } from './hours-draft.ts';
import { HoursEditor } from './hours-editor.tsx';
import { ContactFields, isContactRight, serviceContact } from './contact-fields.tsx';
import { changesOf, type Touched, touchText, withTouched } from './record-draft.ts';
import { PracticalFields, ScopeFields } from './service-fields.tsx';
import { serviceTexts, TextFields } from './text-fields.tsx';
import { areComplete } from './week-hours.ts';

const blank = (organizationId: string): Fields => ({
  name: '',
  alternateName: null,
  organizationId,
  needs: [],
  audiences: [],
  description: null,
  eligibility: null,
  minimumAge: null,
  maximumAge: null,
  alert: null,
  applicationProcess: null,
  fees: null,
  url: null,
  email: null,
  status: 'active',
  areas: [],
  languages: [],
  documents: [],
  phones: [],
  schedules: [],
  translations: {},
});
interface NewService extends ServiceDraft {
  communeCode: string;
  address: string;
  isConfidential: boolean;
}

/** A new service: an editor publishes it, a focal point proposes it. */
export function NewServiceScreen() {
  const t = useT();
  const navigate = useNavigate();
  const place = useCarePlace();
  const areas = useAreas();
  const { send, roles } = useSession();
  const { organizationId = '' } = useParams();
  const isEditor = place === '/directory' && (roles.has('programme') || roles.has('coordinator'));
  const {
    value: draft,
    change,
    discard,
  } = useDraft<NewService>(`new-service:${organizationId}`, () => ({ touched: {}, communeCode: '', address: '', isConfidential: false }));
  const [isChecked, setChecked] = useState(false);
  const home = isEditor ? `/directory/organizations/${organizationId}` : '/our-services';
  if (!draft) return null;
  const { touched, communeCode, address, isConfidential } = draft;
  const fields = withTouched(blank(organizationId), touched);
  const touch = (part: Touched<Fields>) => change({ touched: { ...touched, ...part } });
  const hours = hoursOf(draft, fields);
  const isNameMissing = fields.name.trim() === '';
  const contact = { phones: fields.phones, email: fields.email, website: fields.url };
  const isIncomplete =
    isNameMissing ||
    fields.needs.length === 0 ||
    fields.audiences.length === 0 ||
    !areComplete(hours) ||
    !isContactRight(contact) ||
    fields.documents.some(({ document }) => document.trim() === '');

  async function propose(publish: boolean): Promise<void> {
    if (isIncomplete) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    const places = communeCode ? [{ communeCode, address: address.trim() || null, confidential: isConfidential }] : undefined;
    await send({
      kind: 'directory.propose_service',
      payload: {
        changeId: uuidv7(),
        serviceId: uuidv7(),
        organizationId,
        fields: changesOf(blank(organizationId), touched),
        ...(places ? { places } : {}),
        publish,
      },
    });
    await discard();
    await navigate(home);
  }
  return (
    <CarePage
      title={t('care.new.title')}
      intro={t(isEditor ? 'care.new.intro_editor' : 'care.new.intro')}
      back={{ to: home, label: t(isEditor ? 'care.organization.title' : 'care.back_to_services') }}
    >
      <TextFields
        members={serviceTexts}
        fields={fields}
        touch={(member, text) => touch({ [member]: text })}
        touchText={(language, member, text) => touch(touchText(touched.translations, language, member, text))}
        errors={{ name: isChecked && isNameMissing ? t('invitation.needed') : undefined }}
        mayDecide
      />
      <ScopeFields fields={fields} touch={touch} mayDecide missing={isChecked ? t('care.new.choose') : undefined} />
      <Card>
        <h2>{t('care.new.place')}</h2>
        <NativeSelect label={t('care.field.communeCode')} value={communeCode} onChange={(code) => change({ communeCode: code })}>
          <option value="">{t('person.unknown')}</option>
          <CommuneOptions areas={areas} />
        </NativeSelect>
        <Field label={t('care.new.address')} value={address} onChange={(value) => change({ address: value })} maxLength={500} />
        <Tick label={t('care.new.confidential')} isChosen={isConfidential} onChange={(value) => change({ isConfidential: value })} />
      </Card>
      <Card>
        <h2>{t('care.form.hours')}</h2>
        <HoursEditor hours={hours} isChecked={isChecked} onChange={(next) => change(withHours(draft, next))} />
      </Card>
      <ContactFields contact={contact} touch={(part) => touch(serviceContact(part))} isChecked={isChecked} />
      <PracticalFields fields={fields} texts={touched.translations} touch={touch} />
      {isChecked && isIncomplete && (
        <p role="alert" className="font-semibold text-bad">
          {t('care.form.incomplete')}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="main" onPress={() => propose(isEditor)}>
          {t(isEditor ? 'care.new.publish' : 'care.new.propose')}
        </Button>
        {isEditor && <Button onPress={() => propose(false)}>{t('care.new.keep')}</Button>}
      </div>
    </CarePage>
  );
}
