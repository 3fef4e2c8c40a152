import { Link, useParams } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { OrganizationRecord } from '../../care/contract.ts';
import { CarePage } from '../care-page.tsx';
import { useName } from '../named.tsx';
import { OrganizationCare } from './organization-care.tsx';

/** One organisation, for an editor. */
export function OrganizationScreen() {
  const t = useT();
  const nameOf = useName();
  const { organizationId = '' } = useParams();
  const query = useRead<OrganizationRecord>(`/api/directory/care/organizations/${encodeURIComponent(organizationId)}`);
  return (
    <CarePage
      title={query.data ? nameOf(query.data.name) : t('care.organization.title')}
      back={{ to: '/directory/organizations', label: t('care.organizations.title') }}
      actions={
        <>
          <Link to={`/directory/organizations/${organizationId}/edit`} className={buttonClass('second')}>
            {t('care.organization.edit')}
          </Link>
          <Link to={`/directory/history/organization/${organizationId}`} className={buttonClass('quiet')}>
            {t('care.history.title')}
          </Link>
        </>
      }
    >
      <Reading query={query}>{(record) => <OrganizationCare key={record.id} record={record} />}</Reading>
    </CarePage>
  );
}
