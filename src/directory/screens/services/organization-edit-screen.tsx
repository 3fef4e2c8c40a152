import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { OrganizationRecord } from '../../care/contract.ts';
import { useActs } from '../../../workspace/acts.tsx';
import type { OrganizationFields } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { LastChanges } from '../history/last-changes.tsx';
import { useName } from '../named.tsx';
import { useCarePlace } from '../place.ts';
import { isOrganizationComplete, OrganizationForm } from './organization-form.tsx';
import { Pending } from './pending.tsx';
import { changedFields, changesOf, type Touched, withTouched } from './record-draft.ts';
import { SaveBar, useChanges } from './save-bar.tsx';

/** What the directory says of an organisation, open to correction by its own and by editors. */
export function OrganizationEditScreen() {
  const t = useT();
  const nameOf = useName();
  const place = useCarePlace();
  const { organizationId = '' } = useParams();
  const query = useRead<OrganizationRecord>(`/api/directory/care/organizations/${encodeURIComponent(organizationId)}`);
  const name = query.data && nameOf(query.data.name);
  const back =
    place === '/directory' ? { to: `/directory/organizations/${organizationId}`, label: t('care.organization.title') } : undefined;
  return (
    <CarePage
      key={name === undefined ? 'reading' : 'read'}
      title={t('care.organization.edit')}
      intro={name}
      back={back}
      actions={
        <Link to={`${place}/history/organization/${organizationId}`} className={buttonClass('quiet')}>
          {t('care.history.title')}
        </Link>
      }
    >
      <Reading query={query}>
        {(record) => (
          <>
            {(record.vanished || record.held.length > 0) && (
              <Card className="gap-3!">
                {record.vanished && <Notice tone="warn">{t('care.organization.vanished')}</Notice>}
                {record.held.length > 0 && <p className="text-sm text-quiet">{t('care.service.held')}</p>}
              </Card>
            )}
            <Pending entity="organization" id={record.id} />
            {record.mayEdit ? <Edit key={record.id} record={record} /> : <Notice>{t('care.organization.read_only')}</Notice>}
            <LastChanges entity="organization" id={record.id} />
          </>
        )}
      </Reading>
    </CarePage>
  );
}

function Edit({ record }: { record: OrganizationRecord }) {
  const acts = useActs();
  const { id, fields, mayDecide, staleTexts } = record;
  const {
    value: draft,
    change,
    restart,
    discard,
  } = useDraft<{ touched: Touched<OrganizationFields> }>(`organization:${id}`, () => ({ touched: {} }));
  const [isChecked, setChecked] = useState(false);
  const touched = draft?.touched ?? {};
  const changes = changesOf(fields, touched);
  const names = changedFields(changes);
  const { said } = useChanges(names, mayDecide);
  if (!draft) return null;
  const isComplete = isOrganizationComplete(withTouched(fields, touched));

  async function save(): Promise<void> {
    if (!isComplete) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    await acts.act(
      {
        kind: 'directory.edit_organization',
        payload: { changeId: uuidv7(), proposalId: uuidv7(), organizationId: id, fields: changes },
      },
      said,
    );
    setChecked(false);
    restart({ touched: {} });
    await discard();
  }
  return (
    <OrganizationForm
      record={fields}
      touched={touched}
      onTouch={(next) => change({ touched: next })}
      stale={staleTexts}
      isChecked={isChecked}
      mayDecide={mayDecide}
    >
      <SaveBar
        names={names}
        mayDecide={mayDecide}
        isIncomplete={isChecked && !isComplete}
        acts={acts}
        onSave={() => void save()}
        onUndo={() => restart({ touched: {} })}
      />
    </OrganizationForm>
  );
}
