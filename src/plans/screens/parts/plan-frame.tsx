import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import { useTold } from '../../../coordination/screens/index.ts';
import { Notice } from '../../../ui/card.tsx';
import { PlaceRow, placeClass } from '../../../ui/place-row.tsx';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import { useT } from '../../../workspace/language.tsx';
import { madeBy } from '../../../workspace/outbox/order.ts';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { WayBack } from '../../../workspace/way-back.tsx';
import type { PlanView } from '../../contract.ts';
import { Conflicts } from './conflicts.tsx';

export interface InPlan {
  view: PlanView;
  acts: Acts;
}
const sections = ['needs', 'sessions', 'projects', 'remarks', 'checklist', 'years', 'versions'] as const;
type Section = (typeof sections)[number] | 'overview' | 'publish';

interface PlanFrameProps {
  section: Section;
  /** What one thing of the section is called, where the screen is about it alone. */
  nameOf?: (view: PlanView) => string | undefined;
  /** Tables take the whole width; what is read and filled in does not. */
  wide?: boolean;
  children: (plan: InPlan) => ReactNode;
}

/** One part of one plan, whether the server has the plan yet or only this device; beside it the way to the other parts. */
export function PlanFrame({ section, nameOf, wide = false, children }: PlanFrameProps) {
  const t = useT();
  const told = useTold();
  const acts = useActs();
  const { id = '' } = useParams();
  const { outbox } = useSession();
  const making = outbox.find((entry) => madeBy(entry).includes(id));
  // Colleagues write in the same plan: what they wrote comes while one looks.
  const query = useRead<PlanView>(`/api/plans/${encodeURIComponent(id)}`, making === undefined, undefined, 15_000);
  const plan = query.data?.plan;
  return (
    <Page
      title={plan && section === 'overview' ? told(plan.title) : ((query.data && nameOf?.(query.data)) ?? t(`plans.section.${section}`))}
      intro={plan && (section === 'overview' ? told(plan.commune.name) : told(plan.title))}
      // Heading and ways stay where they are from section to section.
      wide
    >
      <WayBack to="/plans" label={t('plans.way')}>
        {t('plans.back')}
      </WayBack>
      {making && !query.data ? (
        <Notice tone={making.state === 'refused' ? 'bad' : 'info'} live>
          {t(making.state === 'refused' ? 'thread.making.refused' : 'plans.making')}
        </Notice>
      ) : (
        <Reading query={query}>
          {(view) => (
            <>
              <Sections id={view.plan.id} at={section} mayPublish={view.mayWrite} />
              <div className={`flex flex-col gap-6 ${wide ? '' : 'max-w-4xl'}`}>
                <Done acts={acts} />
                <Conflicts view={view} acts={acts} />
                {children({ view, acts })}
              </div>
            </>
          )}
        </Reading>
      )}
    </Page>
  );
}

function Sections({ id, at, mayPublish }: { id: string; at: Section; mayPublish: boolean }) {
  const t = useT();
  const all = ['overview', ...sections, ...(mayPublish ? ['publish'] : [])];
  return (
    <PlaceRow label={t('plans.sections')} at={at} className="-mt-2 gap-2">
      {all.map((section) => (
        <li key={section} className="shrink-0">
          <NavLink
            end={section === 'overview'}
            to={section === 'overview' ? `/plans/${id}` : `/plans/${id}/${section}`}
            className={placeClass}
          >
            {t(`plans.section.${section}`)}
          </NavLink>
        </li>
      ))}
    </PlaceRow>
  );
}
