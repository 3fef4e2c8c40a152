import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ContactRule, Readers } from '../../people/screens/index.ts';
import { CustomFields } from '../../desk/screens/index.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { unsentOf } from '../../workspace/outbox/pending.ts';
import { Page } from '../../workspace/page.tsx';
import { useSession } from '../../workspace/session.tsx';
import { isClosed } from '../lists.ts';
import type { CaseAnswer } from './case-answer.ts';
import { Attachments } from './attachments/attachments.tsx';
import { CaseHeader } from './case-header.tsx';
import { Letters } from '../letters/screens/letters.tsx';
import { Consents } from './consents.tsx';
import { Contacts } from './contacts.tsx';
import { ErasedCase } from './erased-case.tsx';
import { History } from './history.tsx';
import { Minor } from './minor.tsx';
import { Moves } from './moves.tsx';
import { Notes } from './notes.tsx';
import { Plan } from './plan.tsx';
import { CaseVisits } from './case-visits.tsx';

interface CaseViewProps {
  file: CaseAnswer<unknown>;
  referralList: ReactNode;
}

export function CaseView({ file, referralList }: CaseViewProps) {
  return file.erasedAt ? <ErasedCase file={file} erasedAt={file.erasedAt} /> : <WholeCase file={file} referralList={referralList} />;
}

/** What protects the person first, then where the case stands, what is to do, and what was written. */
function WholeCase({ file, referralList }: CaseViewProps) {
  const t = useT();
  const { outbox } = useSession();
  const { case: row, person } = file;
  const unsent = unsentOf(outbox, row.id);
  return (
    <Page
      wide
      title={person?.name ?? t('case.anonymous')}
      actions={
        !isClosed(row.status) && (
          <Link to={`/cases/${row.id}/refer`} className={buttonClass('second')}>
            {t('case.refer')}
          </Link>
        )
      }
    >
      {unsent.length > 0 && <Notice live>{t('case.unsent', { count: unsent.length })}</Notice>}
      {person && <ContactRule person={person} />}
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="flex flex-col gap-6">
          <CaseHeader file={file} />
          <Moves file={file} />
          <Minor file={file} />
          <Plan row={row} steps={file.steps} />
          <Notes row={row} notes={file.notes} />
        </div>
        <div className="flex flex-col gap-6">
          {referralList}
          <Attachments caseId={row.id} isClosed={isClosed(row.status)} />
          <CustomFields subject="case" subjectId={row.id} needs={row.needs} />
          <Contacts file={file} />
          <Consents file={file} />
          <Letters caseId={row.id} />
          <CaseVisits file={file} />
          <History rows={file.history} />
          <Readers readers={file.readers} />
        </div>
      </div>
    </Page>
  );
}
