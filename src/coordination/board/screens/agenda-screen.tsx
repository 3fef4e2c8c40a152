import { keepPreviousData } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Badge } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { localeOf } from '../../../platform/i18n/index.ts';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { Words } from '../../screens/parts/told.tsx';
import { useStanding } from '../../screens/standing.ts';
import type { Agenda, AgendaItem } from '../contract.ts';
import { BoardPage } from './board-page.tsx';
import { NarrowRow } from './narrow-row.tsx';
import { addressOf, useNarrowed } from './use-narrowed.ts';

/** What is past its day, then what comes, month by month. */
export function AgendaScreen() {
  const t = useT();
  const { organizationId } = useStanding();
  const { narrowed, search, set } = useNarrowed();
  const { theme, owner } = narrowed;
  const days = search.get('far') === '1' ? '366' : '90';
  const query = useRead<Agenda>(addressOf('/api/coordination/board/agenda', { theme, owner }, { days }), true, keepPreviousData);
  return (
    <BoardPage title={t('board.agenda.title')} intro={t('board.agenda.intro')}>
      <NarrowRow by={['theme', 'owner']} />
      <div className="no-print flex flex-wrap gap-x-6 gap-y-3">
        <Tick
          label={t('thread.ours')}
          isChosen={owner === organizationId}
          onChange={(chosen) => set('owner', chosen ? organizationId : '')}
        />
        <Tick label={t('board.agenda.far')} isChosen={days !== '90'} onChange={(chosen) => set('far', chosen ? '1' : '')} />
      </div>
      <Reading query={query}>{(agenda) => <Falling agenda={agenda} />}</Reading>
    </BoardPage>
  );
}

function Falling({ agenda }: { agenda: Agenda }) {
  const { t, language } = useLanguage();
  const month = new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  if (agenda.late.length + agenda.coming.length === 0) return <Empty title={t('board.agenda.none')}>{t('board.agenda.none.text')}</Empty>;
  const months = Map.groupBy(agenda.coming, (item) => item.on.slice(0, 7));
  return (
    <>
      {agenda.late.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2>{t(agenda.isMoreLate ? 'board.agenda.late_more' : 'board.agenda.late', { count: agenda.late.length })}</h2>
          <Items items={agenda.late} isLate />
        </section>
      )}
      {[...months].map(([key, items]) => (
        <section key={key} className="flex flex-col gap-3">
          <h2>{month.format(new Date(`${key}-01T00:00:00Z`))}</h2>
          <Items items={items} />
        </section>
      ))}
    </>
  );
}

const addresses = {
  step: 'actions',
  action: 'actions',
  recommendation: 'recommendations',
  decision: 'meetings',
  meeting: 'meetings',
} as const;

function Items({ items, isLate = false }: { items: readonly AgendaItem[]; isLate?: boolean }) {
  const t = useT();
  const dates = useDates();
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-card">
      {items.map((item) => (
        <li key={item.key} className="flex break-inside-avoid flex-col gap-1 p-4 sm:flex-row sm:gap-6 sm:px-6">
          <p className={`shrink-0 font-semibold sm:w-44 ${isLate ? 'text-bad' : ''}`}>
            <time dateTime={item.on}>{dates.day(item.on)}</time>
          </p>
          <div className="flex min-w-0 grow flex-col gap-1">
            <Link
              to={`/thread/${addresses[item.kind]}/${item.id}`}
              className="inline-flex min-h-11 items-center font-bold text-primary underline-offset-4 hover:underline sm:min-h-0"
            >
              <Words told={item.title} />
            </Link>
            {item.of && (
              <p className="text-sm text-quiet">
                <Words told={item.of} />
              </p>
            )}
            <p className="text-sm text-quiet">{item.owner ? <bdi>{item.owner.name}</bdi> : t('board.nobody')}</p>
          </div>
          <p className="shrink-0">
            <Badge>{t(`board.agenda.kind.${item.kind}`)}</Badge>
          </p>
        </li>
      ))}
    </ul>
  );
}
