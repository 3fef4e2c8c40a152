import { buttonClass } from '../../../../ui/button.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { useSession } from '../../../../workspace/session.tsx';

/** The same minutes to print, and to go on writing in, in both languages. */
export function PaperFiles({ meetingId, version }: { meetingId: string; version: number | 'draft' }) {
  const t = useT();
  const { organizationId = '' } = useSession();
  return (
    <p className="no-print flex flex-wrap gap-3">
      {(['fr', 'ar'] as const).flatMap((language) =>
        (['pdf', 'docx'] as const).map((file) => (
          <a
            key={`${language} ${file}`}
            className={buttonClass('second')}
            href={`/api/coordination/meetings/${meetingId}/minutes.${file}?language=${language}&version=${version}&organization=${organizationId}`}
            {...(file === 'pdf' ? { target: '_blank', rel: 'noreferrer' } : { download: '' })}
          >
            {t(`writing.${file}.${language}`)}
          </a>
        )),
      )}
    </p>
  );
}
