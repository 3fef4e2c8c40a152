import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';

/** The year's report as the council reads it. */
export function YearPapers({ planId, year }: { planId: string; year: number }) {
  const t = useT();
  const { organizationId = '' } = useSession();
  return (['pdf', 'docx'] as const).flatMap((file) =>
    (['fr', 'ar'] as const).map((of) => (
      <a
        key={`${file} ${of}`}
        className="inline-flex min-h-11 items-center font-semibold text-primary underline"
        href={`/api/plans/${planId}/years/${year}/report.${file}?language=${of}&organization=${organizationId}`}
        {...(file === 'pdf' ? { target: '_blank', rel: 'noreferrer' } : {})}
      >
        {t(`plans.report.${file}_${of}`)}
      </a>
    )),
  );
}
