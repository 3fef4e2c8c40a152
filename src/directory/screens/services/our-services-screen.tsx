import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { OrganizationRecord } from '../../care/contract.ts';
import { OrganizationCare } from './organization-care.tsx';

/** What the directory says of one's own organisation. */
export function OurServicesScreen() {
  const t = useT();
  const { organizationId = '' } = useSession();
  const query = useRead<OrganizationRecord>(`/api/directory/care/organizations/${organizationId}`, organizationId !== '');
  return (
    <Page
      title={t('care.ours.title')}
      intro={t('care.ours.intro')}
      actions={
        <>
          <Link to={`/our-services/organizations/${organizationId}/edit`} className={buttonClass('second')}>
            {t('care.organization.edit')}
          </Link>
          <Link to="/our-services/feedback" className={buttonClass('second')}>
            {t('care.feedback.title')}
          </Link>
          <Link to="/our-services/proposals" className={buttonClass('second')}>
            {t('care.proposals.own')}
          </Link>
        </>
      }
    >
      <Reading query={query}>{(record) => <OrganizationCare key={record.id} record={record} />}</Reading>
    </Page>
  );
}
