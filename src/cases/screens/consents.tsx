import { Link } from 'react-router';
import { consentTexts } from '../../people/screens/index.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { RoomTexts } from '../../workspace/room-texts.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseFile, ConsentRow } from '../contract-file.ts';
import { isClosed } from '../lists.ts';
import { ConsentCard } from './consents/consent-card.tsx';

/** What the person agreed to, for what and with whom; what they refused; and what was not asked yet. */
export function Consents({ file }: { file: CaseFile }) {
  return (
    <RoomTexts catalogues={consentTexts} waiting={null}>
      <ConsentsSection file={file} />
    </RoomTexts>
  );
}

const own = ['file', 'contact', 'photo'] as const;
/** One answer follows another to the same question: for one purpose, and one partner. */
const questionOf = ({ purpose, recipientOrganizationId }: ConsentRow): string => `${purpose} ${recipientOrganizationId ?? ''}`;

function ConsentsSection({ file }: { file: CaseFile }) {
  const t = useT();
  const { outbox } = useSession();
  const { consents, case: row } = file;
  const questions = Map.groupBy(consents, questionOf);
  const open = isClosed(row.status) ? [] : own.filter((purpose) => !consents.some((c) => c.purpose === purpose));
  const unsent = outbox.filter((e) => e.state === 'waiting' && e.kind === 'people.record_consent' && e.payload.caseId === row.id);
  return (
    <section id="consents" className="flex scroll-mt-4 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2>{t('case.consents')}</h2>
        {!isClosed(row.status) && (
          <Link to={`/cases/${row.id}/consent?purpose=${open[0] ?? 'file'}`} className={buttonClass('second', 'no-print')}>
            {t('consent.ask')}
          </Link>
        )}
      </div>
      {unsent.map((e) => (
        <p key={e.id} className="flex flex-wrap items-center gap-3">
          {t(`consent_purpose.${String(e.payload.purpose)}`)} <Badge>{t('outbox.this_waits')}</Badge>
        </p>
      ))}
      {[...questions.values()].map(([latest, ...earlier]) => latest && <ConsentCard key={latest.id} {...{ latest, earlier, file }} />)}
      {open.length > 0 && (
        <Card className="gap-0! py-2!">
          <ul className="flex flex-col divide-y divide-line">
            {open.map((purpose) => (
              <li key={purpose} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
                <span>
                  {t(`consent_purpose.${purpose}`)} <span className="text-quiet">· {t('consent.not_asked')}</span>
                </span>
                <Link
                  to={`/cases/${row.id}/consent?purpose=${purpose}`}
                  className={buttonClass('quiet', 'no-print')}
                  aria-label={t('consent.ask.named', { name: t(`consent_purpose.${purpose}`) })}
                >
                  {t('consent.ask')}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}
