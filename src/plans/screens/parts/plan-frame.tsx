import { type ReactNode, useEffect, useRef } from 'react';
import { NavLink, useParams } from 'react-router';
import { useTold } from '../../../coordination/screens/index.ts';
import { Notice } from '../../../ui/card.tsx';
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
  wide?: boolean;
  children: (plan: InPlan) => ReactNode;
}

/** One part of one plan, whether the server has the plan yet or only this device; beside it the way to the other parts. */
export function PlanFrame({ section, wide = false, children }: PlanFrameProps) {
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
      title={plan && section === 'overview' ? told(plan.title) : t(`plans.section.${section}`)}
      intro={plan && (section === 'overview' ? told(plan.commune.name) : told(plan.title))}
      wide={wide}
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
              <Sections id={view.plan.id} mayPublish={view.mayWrite} />
              <Done acts={acts} />
              <Conflicts view={view} acts={acts} />
              {children({ view, acts })}
            </>
          )}
        </Reading>
      )}
    </Page>
  );
}

function Sections({ id, mayPublish }: { id: string; mayPublish: boolean }) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  // On a telephone the parts stand in one row that moves sideways: the open one is brought into sight.
  useEffect(() => {
    // Newer browsers give back a promise, which is nothing to clean up with.
    void list.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, []);
  const all = ['overview', ...sections, ...(mayPublish ? ['publish'] : [])];
  return (
    <nav aria-label={t('plans.sections')} className="no-print -mt-2">
      <ul ref={list} className="flex gap-2 max-sm:-mx-3 max-sm:overflow-x-auto max-sm:px-3 max-sm:py-1.5 sm:flex-wrap">
        {all.map((section) => (
          <li key={section}>
            <NavLink
              end
              to={section === 'overview' ? `/plans/${id}` : `/plans/${id}/${section}`}
              className={({ isActive }) =>
                `inline-flex min-h-11 shrink-0 items-center whitespace-nowrap rounded-full border px-4 font-semibold ${isActive ? 'border-primary bg-primary text-white' : 'border-edge bg-card text-primary hover:bg-primary-soft'}`
              }
            >
              {t(`plans.section.${section}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
