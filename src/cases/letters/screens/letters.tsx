import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Badge, Card, Reference } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { isOnItsWay } from '../../../workspace/outbox/pending.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { LetterRow } from '../contract.ts';
import { letterTexts } from './messages/index.ts';

/** The letters of a case: those that went out, to print again as they were, and a way to write one. */
export function Letters({ caseId }: { caseId: string }) {
  return (
    <RoomTexts catalogues={letterTexts} waiting={null}>
      <LettersSection caseId={caseId} />
    </RoomTexts>
  );
}

function LettersSection({ caseId }: { caseId: string }) {
  const t = useT();
  const { outbox } = useSession();
  const isKnown = !isOnItsWay(outbox, 'cases.open', { caseId });
  const query = useRead<{ letters: LetterRow[] }>(`/api/cases/${encodeURIComponent(caseId)}/letters`, isKnown);
  const unsent = outbox.filter((e) => e.state === 'waiting' && e.kind === 'cases.write_letter' && e.payload.caseId === caseId);
  return (
    <section id="letters" className="flex scroll-mt-4 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2>{t('letters.title')}</h2>
        <Link to={`/cases/${caseId}/letters/new`} className={buttonClass('second', 'no-print')}>
          {t('letters.write')}
        </Link>
      </div>
      {unsent.map((e) => (
        <p key={e.id} className="flex flex-wrap items-center gap-3">
          <bdi>{String(e.payload.title)}</bdi> <Badge>{t('outbox.this_waits')}</Badge>
        </p>
      ))}
      {isKnown && <Reading query={query}>{({ letters }) => <Kept letters={letters} />}</Reading>}
      <p className="no-print">
        <Link to="/letters" className={buttonClass('quiet')}>
          {t('letters.models')}
        </Link>
      </p>
    </section>
  );
}

function Kept({ letters }: { letters: readonly LetterRow[] }) {
  const t = useT();
  const dates = useDates();
  const { organizationId = '' } = useSession();
  if (letters.length === 0) return null;
  return (
    <Card className="gap-0! py-2!">
      <ul className="flex flex-col divide-y divide-line">
        {letters.map((letter) => (
          <li key={letter.id} className="flex flex-col py-1">
            <a
              href={`/api/cases/letters/print?ids=${letter.id}&organization=${organizationId}`}
              target="_blank"
              rel="noreferrer"
              className={buttonClass('quiet', 'w-fit')}
              aria-label={t('letters.print_again', { title: letter.title, reference: letter.reference })}
            >
              <bdi>{letter.title}</bdi>
            </a>
            <p className="text-sm text-quiet">
              <Reference>{letter.reference}</Reference> ·{' '}
              {t('letters.by', { date: dates.day(letter.writtenAt), name: letter.writtenBy ?? '—' })} ·{' '}
              {t('letters.version', { version: letter.templateVersion })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
