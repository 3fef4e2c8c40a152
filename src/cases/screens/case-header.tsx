import { Link } from 'react-router';
import { ageAt, Phone, useBirthWords } from '../../people/screens/index.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Badge, Card, Fact, Reference } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import type { CaseFile } from '../contract-file.ts';
import { AssignedTo } from './assigned-to.tsx';
import { Clocks } from './clocks.tsx';
import { PriorityBadge, StatusBadge } from './status-badge.tsx';

/** Whose case it is, where it stands and since when, and who follows it. */
export function CaseHeader({ file }: { file: CaseFile }) {
  const t = useT();
  const dates = useDates();
  const birthWords = useBirthWords();
  const { case: row, person, statusReason, statusNote, statusSince } = file;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        <Reference className="text-xl">{row.reference}</Reference>
        <StatusBadge status={row.status} />
        <PriorityBadge priority={row.priority} />
        {row.minorSituation && <Badge tone="warn">{t('minor.mark')}</Badge>}
      </div>
      <div className="flex flex-col gap-1">
        <p>
          {t('case.status_since', { date: dates.day(statusSince) })}
          {statusReason && ` · ${t(`case_reason.${statusReason}`)}`}
        </p>
        {statusNote && (
          <p dir="auto" className="border-s-4 border-line ps-3 whitespace-pre-line">
            {statusNote}
          </p>
        )}
      </div>
      <Clocks file={file} />
      <AssignedTo row={row} />
      <dl className="grid gap-4 sm:grid-cols-2">
        <Fact label={t('share.needs')}>{wordsOf(t, 'need', row.needs)}</Fact>
        <Fact label={t('case.opened')}>{t('case.opened_by', { name: row.openedBy ?? '—', date: dates.day(row.openedAt) })}</Fact>
        {person?.birthDate && (
          <Fact label={t('person.birth')}>
            {t('case.born', { date: birthWords(person) ?? '', age: ageAt(person.birthDate, new Date()) })}
          </Fact>
        )}
        {person?.phone && (
          <Fact label={t('person.phone')}>
            {person.contactPreference === 'do_not_contact' ? <bdi dir="ltr">{person.phone}</bdi> : <Phone number={person.phone} />}
          </Fact>
        )}
        {person?.language && <Fact label={t('person.language')}>{t(`language.${person.language}`)}</Fact>}
        {person && person.contactPreference !== 'any' && (
          <Fact label={t('person.contact')}>{t(`contact.${person.contactPreference}`)}</Fact>
        )}
      </dl>
      {row.summary && (
        <dl>
          <Fact label={t('open_case.summary')}>
            <span dir="auto">{row.summary}</span>
          </Fact>
        </dl>
      )}
      {file.wasMerged && <p className="text-sm text-quiet">{t('case.was_merged')}</p>}
      <div className="no-print flex flex-wrap gap-x-5">
        {person ? (
          <Link to={`/people/${person.id}`} className={buttonClass('quiet')}>
            {t('case.see_person')}
          </Link>
        ) : (
          <Link to={`/cases/${row.id}/name`} className={buttonClass('quiet')}>
            {t('name_person.title')}
          </Link>
        )}
        <Link to={`/cases/${row.id}/edit`} className={buttonClass('quiet')}>
          {t('edit_case.title')}
        </Link>
        <Button look="quiet" onPress={() => window.print()}>
          {t('case.print')}
        </Button>
      </div>
    </Card>
  );
}
