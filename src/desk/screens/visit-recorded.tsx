import { Link } from 'react-router';
import { referenceOf } from '../../platform/reference.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Badge, Card, Notice, Reference } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { Page } from '../../workspace/page.tsx';
import { useSession } from '../../workspace/session.tsx';
import { SlipLinks } from './slip-links.tsx';
import type { VisitDraft } from './visit-draft.ts';

/** What the person leaves with: a reference, where to go, and, when it is needed, a file. */
export function VisitRecorded({ visit, onNext }: { visit: VisitDraft; onNext: () => void }) {
  const t = useT();
  const { outbox } = useSession();
  const ofVisit = outbox.filter((e) => e.payload.visitId === visit.visitId);
  const isRefused = ofVisit.some((e) => e.state === 'refused');
  return (
    <Page title={t('recorded.title')}>
      <Card>
        <p className="text-quiet">{t('recorded.reference')}</p>
        <Reference className="text-3xl sm:text-4xl">{referenceOf(visit.visitId)}</Reference>
        <p>{wordsOf(t, 'need', visit.needs)}</p>
        {visit.picked.length > 0 && (
          <ul className="flex flex-col gap-2 border-s-4 border-primary ps-4">
            {visit.picked.map((p) => (
              <li key={p.id} className="flex flex-wrap items-baseline gap-x-2">
                <bdi className="font-semibold">{p.name}</bdi>
                {p.organizationName !== p.name && <span className="text-sm text-quiet">{p.organizationName}</span>}
                {p.toBeConfirmed && <Badge tone="warn">{t('finder.to_be_confirmed')}</Badge>}
              </li>
            ))}
          </ul>
        )}
        <div className="no-print flex flex-col gap-3">
          {isRefused ? (
            <Notice tone="bad" live>
              <p>
                {t('recorded.refused')}{' '}
                <Link to="/attention" className="underline">
                  {t('attention.title')}
                </Link>
              </p>
            </Notice>
          ) : ofVisit.length > 0 ? (
            <Notice live>
              <p>{t('recorded.waiting')}</p>
              <p>
                <Button onPress={() => window.print()}>{t('recorded.print_page')}</Button>
              </p>
            </Notice>
          ) : (
            <SlipLinks visitId={visit.visitId} />
          )}
        </div>
      </Card>
      <div className="no-print flex gap-3 max-sm:flex-col">
        <Button look="main" autoFocus onPress={onNext}>
          {t('recorded.next')}
        </Button>
        <Link
          to={`/cases/new?visit=${visit.visitId}&needs=${visit.needs.join(',')}&language=${visit.language}`}
          className={buttonClass('second')}
        >
          {t('recorded.open_case')}
        </Link>
      </div>
    </Page>
  );
}
