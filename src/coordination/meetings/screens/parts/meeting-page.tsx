import type { ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { PlaceRow, placeClass } from '../../../../ui/place-row.tsx';
import { useT } from '../../../../workspace/language.tsx';
import type { Told } from '../../../contract.ts';
import { useTold, Words } from '../../../screens/parts/told.tsx';
import type { MeetingView } from '../../contract.ts';
import { MeetingsPage } from './meetings-page.tsx';
import { MeetingStatusBadge, useWhen } from './rows.tsx';

type Shown = Pick<MeetingView, 'id' | 'organization' | 'title' | 'status' | 'heldOn' | 'endedOn' | 'begins' | 'ends' | 'place' | 'body'>;

/** One meeting: its name, when and where it is, and the ways to the screens about it. */
export function MeetingPage({ it, children }: { it: Shown & { isOwn: boolean }; children: ReactNode }) {
  const t = useT();
  const told = useTold();
  const when = useWhen();
  const { pathname } = useLocation();
  const base = `/thread/meetings/${it.id}`;
  // What came with the region's data was neither called nor counted here.
  const ways = it.isOwn && it.organization ? ['', '/invited', '/attendance'] : [];
  return (
    <MeetingsPage title={told(it.title)}>
      <div className="-mt-3 flex flex-col items-start gap-1">
        <MeetingStatusBadge status={it.status} />
        {it.body && <OfBody id={it.body.id} name={it.body.name} number={it.body.number} />}
        <p className="font-semibold">{when(it)}</p>
        {it.place && (
          <p>
            <bdi>{it.place}</bdi>
          </p>
        )}
      </div>
      {ways.length > 1 && (
        <PlaceRow label={t('meeting.ways')} at={pathname} className="gap-2">
          {ways.map((way) => (
            <li key={way} className="shrink-0">
              <NavLink to={`${base}${way}`} end className={placeClass}>
                {t(`meeting.way${way.replace('/', '.')}`)}
              </NavLink>
            </li>
          ))}
        </PlaceRow>
      )}
      {children}
    </MeetingsPage>
  );
}

function OfBody({ id, name, number }: { id: string; name: Told; number: number }) {
  const t = useT();
  return (
    <p>
      <Link to={`/thread/meetings/bodies/${id}`} className="text-primary underline underline-offset-4">
        <Words told={name} />
      </Link>
      {' · '}
      {t('meeting.number', { count: number })}
    </p>
  );
}
