import { buttonClass } from '../../../ui/button.tsx';
import { useLanguage } from '../../../workspace/language.tsx';

/** The committee's report as it stands today, in the reader's language: to print, or to go on writing in. */
export function ReportLinks() {
  const { t, language } = useLanguage();
  return (['docx', 'pdf'] as const).map((format) => (
    <a
      key={format}
      href={`/api/coordination/board/report.${format}?language=${language}`}
      className={buttonClass(format === 'docx' ? 'main' : 'second')}
      download
    >
      {t(`board.report.${format}`)}
    </a>
  ));
}
