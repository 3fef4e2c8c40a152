import { Link } from 'react-router';
import { referenceOf } from '../../platform/reference.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Badge, Card, Notice, Reference } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { Page, Waiting } from '../../workspace/page.tsx';
import { RoomTexts } from '../../workspace/room-texts.tsx';
import { useSession } from '../../workspace/session.tsx';
import { CustomFields } from '../fields/screens/custom-fields.tsx';
import { deskTexts } from './messages/index.ts';
import { openCaseAddress } from './open-case-address.ts';
import { RaiseDifficulty } from './raise-difficulty.tsx';
import { SlipLinks } from './slip-links.tsx';
import type { RecordedVisit } from './visit-draft.ts';

interface RecordedProps {
  visit: RecordedVisit;
  onNext: () => void;
}
/** What the person leaves with: a reference, where to go, and, when it is needed, a file. */
export default function VisitRecorded(props: RecordedProps) {
  return (
    <RoomTexts catalogues={deskTexts} waiting={<Waiting />}>
      <Recorded {...props} />
    </RoomTexts>
  );
}

function Recorded({ visit, onNext }: RecordedProps) {
  const t = useT();
  const { outbox } = useSession();
  const { group, known } = visit;
  const ofVisit = outbox.filter((e) => e.payload.visitId === visit.visitId);
  const isRefused = ofVisit.some((e) => e.state === 'refused');
  return (
    // The next visit is one Enter away.
    <Page title={t('recorded.title')} focusHeading={false}>
      <Card>
        <p className="text-quiet">{t('recorded.reference')}</p>
        <Reference className="text-3xl sm:text-4xl">{referenceOf(visit.visitId)}</Reference>
        <div className="flex flex-wrap items-center gap-2">
          {visit.emergency && <Badge tone="bad">{t('visits.emergency')}</Badge>}
          {group && <p className="font-semibold">{t('recorded.group', { count: group.people })}</p>}
          <p>{wordsOf(t, 'need', visit.needs)}</p>
        </div>
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
            <SlipLinks visitId={visit.visitId} people={group?.people ?? 1} />
          )}
        </div>
      </Card>
      <div className="no-print empty:hidden">
        <CustomFields subject="visit" subjectId={visit.visitId} needs={visit.needs} />
      </div>
      <RaiseDifficulty needs={visit.needs} />
      <div className="no-print flex gap-3 max-sm:flex-col">
        <Button look="main" autoFocus onPress={onNext}>
          {t('recorded.next')}
        </Button>
        {known?.caseId ? (
          <Link to={`/cases/${known.caseId}`} className={buttonClass('second')}>
            {t('visits.see_case')}
          </Link>
        ) : (
          <Link
            to={openCaseAddress({
              id: visit.visitId,
              needs: visit.needs,
              language: visit.language,
              ageBand: group ? 'not_said' : visit.ageBand,
              personId: group ? null : (known?.personId ?? null),
            })}
            className={buttonClass('second')}
          >
            {t(group ? 'recorded.open_case_of_one' : 'recorded.open_case')}
          </Link>
        )}
      </div>
    </Page>
  );
}
