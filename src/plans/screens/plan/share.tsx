import { Link } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { InPlan } from '../parts/plan-frame.tsx';

/** Who may read the plan: the commune alone, all who work on the platform, everybody. */
export function Share({ view, acts }: InPlan) {
  const t = useT();
  const { plan, publication } = view;
  const isShared = plan.sharedAt !== null;
  const share = () =>
    acts.act(
      { kind: 'plans.share', payload: { planId: plan.id, shares: !isShared } },
      t(isShared ? 'plans.unshared.said' : 'plans.shared.said'),
    );
  return (
    <Card className="no-print">
      <h2>{t('plans.readers')}</h2>
      <p className="text-quiet">{t(isShared ? 'plans.shared.is' : 'plans.shared.is_not')}</p>
      <p className="text-quiet">
        {t(publication ? 'plans.published.is' : 'plans.published.is_not')}{' '}
        <Link className="font-semibold text-primary underline" to={`/plans/${plan.id}/publish`}>
          {t('plans.section.publish')}
        </Link>
      </p>
      <p>
        <Button isDisabled={acts.isSending('plans.share', { planId: plan.id })} onPress={share}>
          {t(isShared ? 'plans.unshare' : 'plans.share')}
        </Button>
      </p>
    </Card>
  );
}
