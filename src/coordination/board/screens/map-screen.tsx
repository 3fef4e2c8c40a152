import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { BoardMap, Narrowed } from '../contract.ts';
import { BoardPage } from './board-page.tsx';
import { Came, Figures } from './figures.tsx';
import { NarrowRow } from './narrow-row.tsx';
import { addressOf, useNarrowed } from './use-narrowed.ts';

/** Where things are done: the region with a mark on each commune, and the same as a list. */
export function MapScreen() {
  const t = useT();
  const { narrowed } = useNarrowed();
  const query = useRead<BoardMap>(addressOf('/api/coordination/board/map', narrowed), true, keepPreviousData);
  return (
    <BoardPage title={t('board.map.title')} intro={t('board.map.intro')}>
      <NarrowRow by={['theme', 'audience', 'signal', 'owner']} />
      <Reading query={query}>
        {(map) => {
          const communes = [...map.communes].sort((a, b) => runsIn(b) - runsIn(a) || a.name.localeCompare(b.name));
          if (communes.length === 0 && !map.everywhere) return <Empty title={t('board.none')}>{t('board.none.text')}</Empty>;
          return (
            <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
              <Picture map={map} communes={communes} narrowed={narrowed} />
              <ul className="flex flex-col gap-3">
                {map.everywhere && <Place name={t('board.whole_region')} code="region" counts={map.everywhere} narrowed={narrowed} />}
                {communes.map((commune) => (
                  <Place key={commune.code} name={commune.name} code={commune.code} counts={commune} narrowed={narrowed} />
                ))}
              </ul>
            </div>
          );
        }}
      </Reading>
    </BoardPage>
  );
}

type Commune = BoardMap['communes'][number];
const runsIn = (counts: Commune): number => counts.proposed + counts.underWay + counts.done;

function Place({
  name,
  code,
  counts,
  narrowed,
}: {
  name: string;
  code: string;
  counts: Parameters<typeof Came>[0]['counts'];
  narrowed: Narrowed;
}) {
  const chosen = { ...narrowed, commune: code };
  return (
    <li className="flex break-inside-avoid flex-col gap-2 rounded-card border border-line bg-card p-4">
      <Link
        to={addressOf('/thread/board/list', chosen)}
        className="inline-flex min-h-11 items-center self-start font-bold text-primary underline-offset-4 hover:underline"
      >
        <bdi>{name}</bdi>
      </Link>
      <Came counts={counts} />
      <Figures counts={counts} narrowed={chosen} />
    </li>
  );
}

/** The list beside it says the same in words; a mark is a second way to it, for the eye and the hand. */
function Picture({ map, communes, narrowed }: { map: BoardMap; communes: readonly Commune[]; narrowed: Narrowed }) {
  const t = useT();
  const dates = useDates();
  const navigate = useNavigate();
  if (!map.outlines) return null;
  const { width, height, region, borders, provinces } = map.outlines;
  const most = Math.max(1, ...communes.map(runsIn));
  return (
    <figure className="flex flex-col gap-2 lg:sticky lg:top-4">
      <svg
        viewBox={`-20 -20 ${width + 40} ${height + 40}`}
        role="img"
        aria-label={t('board.map.picture', { count: communes.length })}
        className="w-full"
      >
        <path d={region} className="fill-sand stroke-edge" strokeWidth="3" />
        <path d={borders} fill="none" className="stroke-edge" strokeWidth="2" strokeDasharray="8 6" />
        {provinces.map(({ code, name, x, y }) => (
          <text key={code} x={x} y={y} textAnchor="middle" fontSize="26" className="fill-quiet">
            {name}
          </text>
        ))}
        {communes.map((commune) => {
          const radius = 16 + 26 * Math.sqrt(runsIn(commune) / most);
          const isPressing = commune.late + commune.blocked > 0;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it offers the same to the keyboard.
            <g
              key={commune.code}
              className="cursor-pointer"
              onClick={() => void navigate(addressOf('/thread/board/list', { ...narrowed, commune: commune.code }))}
            >
              <circle
                cx={commune.x}
                cy={commune.y}
                r={radius}
                className={`stroke-card [print-color-adjust:exact] ${isPressing ? 'fill-bad' : 'fill-primary'}`}
                strokeWidth="3"
              />
              <text x={commune.x} y={commune.y + 9} textAnchor="middle" fontSize="26" fontWeight="700" className="fill-card">
                {dates.number(runsIn(commune))}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="text-sm text-quiet">{t('board.map.legend')}</figcaption>
    </figure>
  );
}
