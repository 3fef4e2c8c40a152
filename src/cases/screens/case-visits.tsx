import { buttonClass } from '../../ui/button.tsx';
import { Card, Reference } from '../../ui/card.tsx';
import { useDates, useLanguage } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { useSession } from '../../workspace/session.tsx';
import { referenceOf } from '../../platform/reference.ts';
import type { CaseFile } from '../contract-file.ts';

/** The visit the case began with and those since, each with its slip. */
export function CaseVisits({ file }: { file: CaseFile }) {
  const { t } = useLanguage();
  const { case: row, visit, laterVisits } = file;
  if (!visit && laterVisits.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('case.visits')}</h2>
      <Card className="gap-2!">
        <ul className="flex flex-col divide-y divide-line">
          {laterVisits.map((later) => (
            <VisitLine key={later.id} id={later.id} at={later.at} note={later.note}>
              {wordsOf(t, 'need', later.needs)}
            </VisitLine>
          ))}
          {visit && row.visitId && (
            <VisitLine id={row.visitId} at={visit.at} note={visit.note}>
              {[t(`audience.${visit.audience}`), ...told(visit).map((key) => t(key))].join(' · ')}
            </VisitLine>
          )}
        </ul>
      </Card>
    </section>
  );
}

const told = ({ sex, ageBand, channel }: NonNullable<CaseFile['visit']>): string[] => [
  ...(sex === 'not_said' ? [] : [`sex.${sex}`]),
  ...(ageBand === 'not_said' ? [] : [`age.${ageBand}`]),
  `channel.${channel}`,
];

function VisitLine({ id, at, note, children }: { id: string; at: string; note: string | null; children: string }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const { organizationId = '' } = useSession();
  const reference = referenceOf(id);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-2">
      <div className="min-w-0">
        <p>{children}</p>
        {note && (
          <p dir="auto" className="whitespace-pre-line">
            {note}
          </p>
        )}
        <p className="text-sm text-quiet">
          <Reference>{reference}</Reference> · <time dateTime={at}>{dates.moment(at)}</time>
        </p>
      </div>
      <a
        href={`/api/desk/visits/${id}/slip?languages=${language === 'ar' ? 'ar' : 'fr,ar'}&organization=${organizationId}`}
        target="_blank"
        rel="noreferrer"
        aria-label={t('slip.label_of', { reference })}
        className={`no-print ${buttonClass('quiet')}`}
      >
        {t('case.slip')}
      </a>
    </li>
  );
}
