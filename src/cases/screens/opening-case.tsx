import { Link } from 'react-router';
import { referenceOf } from '../../platform/reference.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card, Fact, Notice, Reference } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import type { OutboxEntry } from '../../workspace/outbox/order.ts';
import { Page } from '../../workspace/page.tsx';
import { useSession } from '../../workspace/session.tsx';
import { Attachments } from './attachments/attachments.tsx';
import { Notes } from './notes.tsx';
import { Plan } from './plan.tsx';

/** The device wrote this payload itself, from the form that opens a case. */
interface Opening {
  needs: string[];
  summary?: string;
  person?: { name: string };
}

/** A case that has not reached the server: what was typed, and what can already be planned, noted, attached and asked of a partner. */
export function OpeningCase({ entry, caseId }: { entry: OutboxEntry; caseId: string }) {
  const t = useT();
  const { me } = useSession();
  const { needs, summary, person } = entry.payload as unknown as Opening;
  const isRefused = entry.state === 'refused';
  const row = { id: caseId, status: 'open', assignedTo: me?.user.id ?? null, assignedName: me?.user.name ?? null } as const;
  return (
    <Page title={person?.name ?? t('case.title')}>
      <Card>
        <Reference className="text-2xl">{referenceOf(caseId)}</Reference>
        <Notice tone={isRefused ? 'bad' : 'info'} live>
          <p>{t(isRefused ? 'recorded.refused' : 'case.waiting')}</p>
          {isRefused && (
            <p>
              <Link to="/attention" className="underline">
                {t('attention.title')}
              </Link>
            </p>
          )}
        </Notice>
        <dl className="flex flex-col gap-4">
          <Fact label={t('share.needs')}>{wordsOf(t, 'need', needs)}</Fact>
          {summary && (
            <Fact label={t('open_case.summary')}>
              <span dir="auto">{summary}</span>
            </Fact>
          )}
        </dl>
        <p>
          <Link to={`/cases/${caseId}/refer`} className={buttonClass('main')}>
            {t('case.refer')}
          </Link>
        </p>
      </Card>
      {!isRefused && (
        <>
          <Plan row={row} steps={[]} />
          <Notes row={row} notes={[]} />
          <Attachments caseId={caseId} />
        </>
      )}
    </Page>
  );
}
