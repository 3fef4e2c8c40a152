import { Link } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import type { CheckedLink, LinksAnswer } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { Named } from '../named.tsx';
import { formOf } from '../place.ts';

/** Web addresses of the directory that no longer answer, or that moved. */
export function LinksScreen() {
  const t = useT();
  const acts = useActs();
  const query = useRead<LinksAnswer>('/api/directory/care/links');
  return (
    <CarePage title={t('care.links.title')} intro={t('care.links.intro')}>
      <Done acts={acts} />
      <Reading query={query}>
        {({ links }) =>
          links.length === 0 ? (
            <Empty title={t('care.links.none')}>{t('care.links.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-4">
              {links.map((link) => (
                <li key={link.url}>
                  <DeadLink link={link} acts={acts} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </CarePage>
  );
}

function DeadLink({ link, acts }: { link: CheckedLink; acts: Acts }) {
  const t = useT();
  const dates = useDates();
  const { url, state, movedTo, tries, since, checkedAt, usedBy } = link;
  const hasMoved = movedTo !== null;
  const isSending = acts.isSending('directory.recheck_link', { url });
  return (
    <Card className="gap-2!">
      <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
        <h2 className="min-w-0 text-base break-all">
          <bdi dir="ltr">{url}</bdi>
        </h2>
        <Badge tone={hasMoved ? 'warn' : 'bad'}>{t(`care.link.${state}`)}</Badge>
      </div>
      {hasMoved && (
        <p>
          {t('care.links.moved_to')}{' '}
          <bdi dir="ltr" className="break-all">
            {movedTo}
          </bdi>
        </p>
      )}
      <p className="text-sm text-quiet">
        {hasMoved ? '' : t('care.links.since', { count: tries, date: dates.day(since) })}{' '}
        {checkedAt && t('care.links.last', { date: dates.moment(checkedAt) })}
      </p>
      <h3>{t('care.links.used_by')}</h3>
      <ul className="flex flex-col gap-1">
        {usedBy.map(({ entity, id, name }) => (
          <li key={id}>
            <Link to={formOf(entity, id)} className="inline-flex min-h-8 items-center text-primary underline underline-offset-4">
              <Named names={name} />
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Button
          isDisabled={isSending}
          aria-label={isSending ? undefined : t('care.links.recheck_named', { name: url })}
          onPress={() => acts.act({ kind: 'directory.recheck_link', payload: { url } }, t('care.links.rechecked'))}
        >
          {t(isSending ? 'outbox.this_waits' : 'care.links.recheck')}
        </Button>
      </p>
    </Card>
  );
}
