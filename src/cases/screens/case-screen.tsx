import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { referenceOf } from '../../platform/reference.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Badge, Card, Fact, Notice, Reference } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseFile } from './case-file.ts';
import { CloseCase } from './close-case.tsx';
import { Consents } from './consents.tsx';
import { isOnItsWay, unsentOf } from '../../workspace/outbox/pending.ts';

interface CaseScreenProps<Referral> {
  renderReferrals: (referrals: Referral[]) => ReactNode;
}

export function CaseScreen<Referral>({ renderReferrals }: CaseScreenProps<Referral>) {
  const t = useT();
  const { caseId = '' } = useParams();
  const { outbox } = useSession();
  const isBeingOpened = isOnItsWay(outbox, 'cases.open', { caseId });
  const opening = outbox.find((e) => e.kind === 'cases.open' && e.payload.caseId === caseId);
  const query = useRead<CaseFile<Referral>>(`/api/cases/${encodeURIComponent(caseId)}`, opening === undefined);
  if (opening) {
    return (
      <Page title={t('case.title')}>
        <Card>
          <Reference className="text-2xl">{referenceOf(caseId)}</Reference>
          <Notice tone={isBeingOpened ? 'info' : 'bad'} live>
            <p>{t(isBeingOpened ? 'case.waiting' : 'recorded.refused')}</p>
            {!isBeingOpened && (
              <p>
                <Link to="/attention" className="underline">
                  {t('attention.title')}
                </Link>
              </p>
            )}
          </Notice>
          <p>
            <Link to={`/cases/${caseId}/refer`} className={buttonClass('main')}>
              {t('case.refer')}
            </Link>
          </p>
        </Card>
      </Page>
    );
  }
  if (!query.data) {
    return (
      <Page title={t('case.title')}>
        <Reading query={query}>{() => null}</Reading>
      </Page>
    );
  }
  return <CaseView file={query.data} referralList={renderReferrals(query.data.referrals)} />;
}

function CaseView({ file, referralList }: { file: CaseFile<unknown>; referralList: ReactNode }) {
  const t = useT();
  const dates = useDates();
  const { outbox } = useSession();
  const [isClosing, setClosing] = useState(false);
  const { case: row, person, consents, readers } = file;
  const unsent = unsentOf(outbox, row.id);
  const isOpen = row.status === 'open';
  return (
    <Page
      title={person?.name ?? t('case.anonymous')}
      actions={
        isOpen && (
          <>
            <Link to={`/cases/${row.id}/refer`} className={buttonClass('main')}>
              {t('case.refer')}
            </Link>
            <Button onPress={() => setClosing(true)}>{t('case.close')}</Button>
          </>
        )
      }
    >
      {unsent.length > 0 && <Notice live>{t('case.unsent', { count: unsent.length })}</Notice>}
      <Card>
        <div className="flex flex-wrap items-center gap-3">
          <Reference className="text-xl">{row.reference}</Reference>
          <Badge tone={isOpen ? 'good' : 'plain'}>{t(`case_status.${row.status}`)}</Badge>
        </div>
        <dl className="grid gap-4 sm:grid-cols-2">
          <Fact label={t('share.needs')}>{wordsOf(t, 'need', row.needs)}</Fact>
          <Fact label={t('case.opened')}>{t('case.opened_by', { name: row.openedBy ?? '—', date: dates.day(row.openedAt) })}</Fact>
          {person && (
            <>
              <Fact label={t('person.phone')}>{person.phone ? <bdi dir="ltr">{person.phone}</bdi> : t('person.unknown')}</Fact>
              <Fact label={t('person.language')}>{person.language ? t(`language.${person.language}`) : t('person.unknown')}</Fact>
              <Fact label={t('person.contact')}>{t(`contact.${person.contactPreference}`)}</Fact>
            </>
          )}
        </dl>
        {row.summary && (
          <dl>
            <Fact label={t('open_case.summary')}>
              <span dir="auto">{row.summary}</span>
            </Fact>
          </dl>
        )}
      </Card>
      {referralList}
      <Consents consents={consents} />
      <section className="flex flex-col gap-2">
        <h2>{t('case.readers')}</h2>
        <p className="text-sm text-quiet">{t('case.readers.hint')}</p>
        <ul className="flex flex-col gap-1">
          {readers.map((reader) => (
            <li key={`${reader.name}${reader.at}`}>
              <bdi>{reader.name}</bdi> ·{' '}
              <bdi>
                <time dateTime={reader.at}>{dates.moment(reader.at)}</time>
              </bdi>
            </li>
          ))}
        </ul>
      </section>
      <CloseCase caseId={row.id} isOpen={isClosing} onDone={() => setClosing(false)} />
    </Page>
  );
}
