import { useNavigate } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { OutboxEntry } from '../../../workspace/outbox/order.ts';
import { takeUpAgain } from '../../../workspace/outbox/take-up-again.ts';
import { useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { OrganizationRecord, ServiceRecord } from '../../care/contract.ts';
import { FieldValue, useFieldName } from '../field-value.tsx';
import { Named } from '../named.tsx';
import { editPlace } from '../place.ts';
import { fieldOfRemark, typedIn, wayBack } from './way-back.ts';

/** Which record a change is about, as soon as the server can be asked. */
export function RefusedRecord({ payload }: { payload: OutboxEntry['payload'] }) {
  const { serviceId, organizationId, fields } = payload;
  const isNew = typeof serviceId === 'string' && typeof organizationId === 'string' && fields !== undefined;
  const path = typeof serviceId === 'string' && !isNew ? `services/${serviceId}` : `organizations/${organizationId}`;
  const { data } = useRead<ServiceRecord | OrganizationRecord>(`/api/directory/care/${path}`, !path.endsWith('/undefined'));
  if (!data) return null;
  return (
    <p>
      <Named names={'name' in data ? data.name : { fr: data.fields.name, ar: data.fields.translations.ar?.name ?? null }} />
    </p>
  );
}

/** What was typed in a refused change of the directory, with the server's remark beside what it is about. */
export function RefusedWords({ entry }: { entry: OutboxEntry }) {
  const { t } = useLanguage();
  const fieldName = useFieldName();
  const wrong = new Set((entry.fields ?? []).map(({ path }) => fieldOfRemark(path)));
  const typed = typedIn(entry.payload);
  if (typed.length === 0) return null;
  return (
    <dl className="flex flex-col gap-3">
      {typed.map(([field, value]) => (
        <div key={field}>
          <dt className="text-sm text-quiet">{fieldName(field)}</dt>
          <dd>
            <FieldValue field={field} value={value} />
            {wrong.has(field) && <p className="font-semibold text-bad">{t('attention.field_wrong')}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Opens the form a refused change came from, with what was typed still there. */
export function BackToForm({ entry }: { entry: OutboxEntry }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { roles } = useSession();
  const { to, draft } = wayBack(entry.kind, entry.payload, editPlace(roles, true) ?? '/our-services');
  return (
    <Button
      look="main"
      onPress={() => {
        const taken = draft ? takeUpAgain(entry, draft) : Promise.resolve();
        void taken.then(() => navigate(to));
      }}
    >
      {t(draft ? 'care.attention.take_up' : 'care.attention.open')}
    </Button>
  );
}
