import { Link } from 'react-router';
import { useTold } from '../../../coordination/screens/index.ts';
import { Badge, Card } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { type Checked, checklist } from '../../checklist.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';

/** How well the plan integrates migration, and what is missing in it, each with the way to where it is written. */
export function ChecklistScreen() {
  return <PlanFrame section="checklist">{({ view }) => <List view={view} />}</PlanFrame>;
}

const places: Record<Checked['key'], string> = {
  groups: 'needs',
  figures: 'needs',
  women_heard: 'sessions',
  ranked: 'sessions',
  markers: 'projects',
  main_aim: 'projects',
  cell: 'projects',
  holders: 'projects',
  costed: 'projects',
  measured: 'projects',
  by_sex: 'projects',
  ieecag: 'remarks',
  regional: '',
};
const tones = { yes: 'good', partly: 'warn', no: 'bad' } as const;

function List({ view }: { view: InPlan['view'] }) {
  const t = useT();
  const checked = checklist(view.plan);
  const held = checked.filter((c) => c.holds === 'yes').length;
  return (
    <>
      <Card>
        <h2>{t('plans.checks.sum', { count: held, total: checked.length })}</h2>
        <p className="text-quiet">{t('plans.checks.intro')}</p>
      </Card>
      <ul className="flex flex-col gap-3">
        {checked.map((one) => (
          <li key={one.key} className="flex flex-col gap-2 rounded-card border border-line bg-card p-4 sm:px-6">
            <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
              <h2 className="text-base!">{t(`plans.check.${one.key}`)}</h2>
              <span className="sm:ms-auto">
                <Badge tone={tones[one.holds]}>{t(`plans.holds.${one.holds}`)}</Badge>
              </span>
            </div>
            {one.holds !== 'yes' && (
              <>
                <Missing one={one} planId={view.plan.id} />
                <p>
                  <Link
                    className="inline-flex min-h-11 items-center font-semibold text-primary underline"
                    to={`/plans/${view.plan.id}/${places[one.key]}`}
                  >
                    {t(`plans.check.${one.key}.do`)}
                  </Link>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Missing({ one, planId }: { one: Checked; planId: string }) {
  const t = useT();
  const told = useTold();
  if (one.missing.length === 0) return null;
  return (
    <p className="text-sm">
      {t('plans.missing')}
      {t('workspace.colon')}
      {one.missing.map((each, place) => (
        <span key={'audience' in each ? each.audience : each.id}>
          {place > 0 && t('workspace.list_comma')}
          {'audience' in each ? (
            t(`plans.word.audience.${each.audience}`)
          ) : each.thing === 'project' ? (
            <Link className="underline" to={`/plans/${planId}/projects/${each.id}`}>
              {told(each.title)}
            </Link>
          ) : (
            told(each.title) || t('plans.something')
          )}
        </span>
      ))}
    </p>
  );
}
