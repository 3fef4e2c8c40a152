import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { PlanView } from '../../contract.ts';

/** The plan on paper, for the council, and as a workbook. */
export function Papers({ view }: { view: PlanView }) {
  const { t, language } = useLanguage();
  const { organizationId = '' } = useSession();
  const address = (file: string, of: string): string =>
    `/api/plans/${view.plan.id}/plan.${file}?language=${of}&organization=${organizationId}`;
  return (
    <Card className="no-print">
      <h2>{t('plans.papers')}</h2>
      <ul className="flex flex-wrap gap-2">
        {(['pdf', 'docx'] as const).flatMap((file) =>
          (['fr', 'ar'] as const).map((of) => (
            <li key={`${file} ${of}`}>
              <a
                href={address(file, of)}
                className={buttonClass('second')}
                {...(file === 'pdf' ? { target: '_blank', rel: 'noreferrer' } : {})}
              >
                {t(`plans.paper.${file}_${of}`)}
              </a>
            </li>
          )),
        )}
        <li>
          <a href={address('xlsx', language)} className={buttonClass('second')}>
            {t('plans.paper.xlsx')}
          </a>
        </li>
      </ul>
    </Card>
  );
}
