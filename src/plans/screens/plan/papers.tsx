import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';

/** The plan on paper, for the council, and as a workbook; as it stands or as a version froze it. */
export function Papers({ planId, version }: { planId: string; version?: string }) {
  const { t, language } = useLanguage();
  const { organizationId = '' } = useSession();
  const address = (file: string, of: string): string =>
    `/api/plans/${planId}/plan.${file}?${new URLSearchParams({ language: of, organization: organizationId, ...(version ? { version } : {}) })}`;
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
